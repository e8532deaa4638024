// Brightness and color are stacked, which makes a new axis and wants axes of the same names; they were
// to be joined.
// source: https://github.com/pytorch/pytorch/issues/15037
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Parts : Dim<Parts>(2)
object Brightness : Dim<Brightness>(1)
object Color : Dim<Color>(2)
object Rows : Dim<Rows>(32)
object Columns : Dim<Columns>(32)

fun wrong() {
    val brightness = ones(Brightness, Rows, Columns)
    val color = ones(Color, Rows, Columns)
    val image = listOf(brightness, color).stack(Parts)
}

fun right() {
    val brightness = ones(Brightness, Rows, Columns)
    val color = ones(Color, Rows, Columns)
    val image = brightness.cat(color, over = Brightness)
}

// message:
// 'fun List<Tensor<*>>.stack(axis: Any): Tensor<AnyShape>' is deprecated. shape: stack takes tensors of one shape and the axis that it adds: listOf(x, y).stack(Time of 2); cat joins what differs in one axis.
