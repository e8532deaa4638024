// Batch normalization behind a convolution is told the channels that go into it, not those that
// come out.
// caught: types

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Colors : Dim<Colors>(3)
object Maps : Dim<Maps>(8)
object Rows : Dim<Rows>(16)
object Columns : Dim<Columns>(16)

fun wrong() {
    val images = zeros(Batch of 4, Colors, Rows, Columns)
    val conv = Conv2d(Colors, Maps, kernel = 1)
    val maps = BatchNorm2d(Colors)(conv(images))
}

fun right() {
    val images = zeros(Batch of 4, Colors, Rows, Columns)
    val conv = Conv2d(Colors, Maps, kernel = 1)
    val maps = BatchNorm2d(Maps)(conv(images))
}

// message:
// Argument type mismatch: actual type is 'Tensor<Rank4<Batch, Maps, Rows, Columns>>', but 'Tensor<Rank4<*, Colors, *, *>>' was expected.
