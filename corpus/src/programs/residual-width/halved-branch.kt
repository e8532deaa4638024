// The branch of a block halves rows and columns, what is added to it does not.
// source: https://jishuzhan.net/article/1998295223634558978
// caught: types

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Narrow : Dim<Narrow>(16)
object Wide : Dim<Wide>(32)
object Rows : Dim<Rows>(16)
object Columns : Dim<Columns>(16)

fun wrong() {
    val x = normal(Batch of 2, Narrow, Rows, Columns)
    val conv = Conv2d(Narrow, Wide, kernel = 3, stride = 2, padding = 1)
    val y = conv.halving(x) + x
}

fun right() {
    val x = normal(Batch of 2, Narrow, Rows, Columns)
    val conv = Conv2d(Narrow, Wide, kernel = 3, stride = 2, padding = 1)
    val y = conv.halving(x) + Conv2d(Narrow, Wide, kernel = 1, stride = 2).halving(x)
}

// message:
// Argument type mismatch: actual type is 'Tensor<Rank4<Batch, Narrow, Rows, Columns>>', but 'Tensor<out Rank4<Batch, Wide, Half<Rows>, Half<Columns>>>' was expected.
