// A convolution made for three colours is given gray images.
// source: https://github.com/LambdaLabsML/examples/issues/39
// caught: types

import dev.rankine.nn.*
import dev.rankine.ops.Padding
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Gray : Dim<Gray>(1)
object Colors : Dim<Colors>(3)
object Maps : Dim<Maps>(8)
object Rows : Dim<Rows>(32)
object Columns : Dim<Columns>(32)

fun wrong() {
    val images = zeros(Batch of 3, Gray, Rows, Columns)
    val maps = Conv2d(Colors, Maps, kernel = 3, padding = Padding.SAME)(images)
}

fun right() {
    val images = zeros(Batch of 3, Gray, Rows, Columns)
    val maps = Conv2d(Gray, Maps, kernel = 3, padding = Padding.SAME)(images)
}

// message:
// Argument type mismatch: actual type is 'Tensor<Rank4<Batch, Gray, Rows, Columns>>', but 'Tensor<Rank4<*, Colors, *, *>>' was expected.
