package dev.rankine.tensor

import dev.rankine.ops.FOLD2D_NAMED_RULE
import dev.rankine.ops.UNFOLD2D_NAMED_RULE
import dev.rankine.ops.Value
import dev.rankine.ops.fold
import dev.rankine.ops.named
import dev.rankine.ops.unfold
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized

// Windows of planes as columns, and back: see [dev.rankine.ops.unfold] and [dev.rankine.ops.fold].

/** Every window of the planes as a column of [elements], or else it throws. `[N, C, H, W] -> [N, E, Windows]` */
@ShapeRule(UNFOLD2D_NAMED_RULE)
@JvmName("unfold4")
public fun <N : Dim<*>, C : Dim<*>, H : Dim<*>, W : Dim<*>, E : Dim<*>, L : Dim<*>> Tensor<Rank4<N, C, H, W>>.unfold(
    elements: Sized<E>,
    windows: Sized<L>,
    kernel: Int,
    dilation: Int = 1,
    padding: Int = 0,
    stride: Int = 1,
): Tensor<Cube<N, E, L>> = Tensor(columns(value, unfold(value, kernel, dilation, padding, stride), elements, windows))

/** Every window of the planes as a column of [elements], or else it throws. `[C, H, W] -> [E, Windows]` */
@ShapeRule(UNFOLD2D_NAMED_RULE)
@JvmName("unfold3")
public fun <C : Dim<*>, H : Dim<*>, W : Dim<*>, E : Dim<*>, L : Dim<*>> Tensor<Cube<C, H, W>>.unfold(
    elements: Sized<E>,
    windows: Sized<L>,
    kernel: Int,
    dilation: Int = 1,
    padding: Int = 0,
    stride: Int = 1,
): Tensor<Mat<E, L>> = Tensor(columns(value, unfold(value, kernel, dilation, padding, stride), elements, windows))

/** Planes that are the sums of windows, which are the columns. `[N, E, Windows] -> [N, Channels, Rows, Columns]` */
@ShapeRule(FOLD2D_NAMED_RULE)
@JvmName("fold3")
public fun <N : Dim<*>, E : Dim<*>, L : Dim<*>, C : Dim<*>, H : Dim<*>, W : Dim<*>> Tensor<Cube<N, E, L>>.fold(
    channels: Sized<C>,
    rows: Sized<H>,
    columns: Sized<W>,
    kernel: Int,
    dilation: Int = 1,
    padding: Int = 0,
    stride: Int = 1,
): Tensor<Rank4<N, C, H, W>> =
    Tensor(planes(value, channels, rows.toAxis(), columns.toAxis()) { (h, w) -> fold(value, h, w, kernel, dilation, padding, stride) })

/** Planes that are the sums of windows, which are the columns. `[E, Windows] -> [Channels, Rows, Columns]` */
@ShapeRule(FOLD2D_NAMED_RULE)
@JvmName("fold2")
public fun <E : Dim<*>, L : Dim<*>, C : Dim<*>, H : Dim<*>, W : Dim<*>> Tensor<Mat<E, L>>.fold(
    channels: Sized<C>,
    rows: Sized<H>,
    columns: Sized<W>,
    kernel: Int,
    dilation: Int = 1,
    padding: Int = 0,
    stride: Int = 1,
): Tensor<Cube<C, H, W>> =
    Tensor(planes(value, channels, rows.toAxis(), columns.toAxis()) { (h, w) -> fold(value, h, w, kernel, dilation, padding, stride) })

/** [y], columns made of [x], under the names of its last axes. */
@OptIn(UncheckedShape::class)
private fun columns(x: Value, y: Value, elements: Sized<*>, windows: Sized<*>): Value {
    val last = arrayOf(boundAxis("unfold", "elements", x, y, -2, elements), boundAxis("unfold", "windows", x, y, -1, windows))
    return y.named(y.sizes.withAxes(arrayOf(*Array(y.rank - 2) { x.sizes.axis(it) }, *last)))
}

/** What [folded] makes of [x] for a height and a width, under the names of its last axes. */
@OptIn(UncheckedShape::class)
private fun planes(x: Value, channels: Sized<*>, rows: Axis<*>, columns: Axis<*>, folded: (Pair<Int, Int>) -> Value): Value {
    val y = folded(rows.size to columns.size)
    val last = arrayOf(boundAxis("fold", "channels", x, y, -3, channels), rows, columns)
    return y.named(y.sizes.withAxes(arrayOf(*Array(y.rank - 3) { x.sizes.axis(it) }, *last)))
}
