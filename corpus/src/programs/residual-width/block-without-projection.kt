// A block widens 16 maps to 32 and adds what went in, which still has 16.
// source: https://github.com/GengDavid/pytorch-cpn/issues/45
// caught: types

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Narrow : Dim<Narrow>(16)
object Wide : Dim<Wide>(32)
object Rows : Dim<Rows>(8)
object Columns : Dim<Columns>(8)

fun wrong() {
    val x = normal(Batch of 2, Narrow, Rows, Columns)
    val conv = Conv2d(Narrow, Wide, kernel = 3, padding = 1)
    val y = conv(x) + x
}

fun right() {
    val x = normal(Batch of 2, Narrow, Rows, Columns)
    val conv = Conv2d(Narrow, Wide, kernel = 3, padding = 1)
    val y = conv(x) + Conv2d(Narrow, Wide, kernel = 1)(x)
}

// message:
// Argument type mismatch: actual type is 'Tensor<Rank4<Batch, Narrow, Rows, Columns>>', but 'Tensor<out Rank4<Batch, Wide, Rows, Columns>>' was expected.
