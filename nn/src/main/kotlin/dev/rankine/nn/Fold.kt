package dev.rankine.nn

import dev.rankine.ops.FOLD2D_NAMED_RULE
import dev.rankine.ops.FOLD2D_RULE
import dev.rankine.ops.Value
import dev.rankine.ops.fold
import dev.rankine.ops.named
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.boundAxis
import dev.rankine.tensor.unchecked

private const val OP = "fold"

/**
 * Planes that are the sums of windows, which are columns: the adjoint of [Unfold]. `[N, C * kh * kw, windows] -> [N, C, rows, columns]`, with or
 * without `N`. It has no parameters.
 *
 * `fold(x, channels = Colors)` names the channels of the result.
 *
 * @param rows,columns the axes of the planes.
 * @param kernel,dilation,padding,stride one number for both directions, or height and width.
 * @throws ShapeException if these are no such numbers, or a dim declares no size.
 */
@ShapeRule(FOLD2D_RULE)
@OptIn(UncheckedShape::class)
public class Fold<R : Dim<*>, Q : Dim<*>>(
    rows: Sized<R>,
    columns: Sized<Q>,
    kernel: List<Int>,
    dilation: List<Int> = listOf(1),
    padding: List<Int> = listOf(0),
    stride: List<Int> = listOf(1),
) : Mapping() {
    /** With the same number for both directions. */
    public constructor(rows: Sized<R>, columns: Sized<Q>, kernel: Int, dilation: Int = 1, padding: Int = 0, stride: Int = 1) :
        this(rows, columns, listOf(kernel), listOf(dilation), listOf(padding), listOf(stride))

    private val rowAxis: Axis<R> = rows.toAxis()
    private val columnAxis: Axis<Q> = columns.toAxis()
    private val kernel = atLeast(1, OP, "kernel", directions(OP, "kernel", kernel, 2))
    private val dilation = atLeast(1, OP, "dilation", directions(OP, "dilation", dilation, 2))
    private val padding = atLeast(0, OP, "padding", directions(OP, "padding", padding, 2))
    private val stride = atLeast(1, OP, "stride", directions(OP, "stride", stride, 2))

    override fun forward(x: Value): Value = fold(x, listOf(rowAxis.size, columnAxis.size), kernel, dilation, padding, stride)

    /** `[N, E, L] -> [N, C, R, Q]`. Throws [ShapeException] if such planes have other windows, or the channels another number. */
    @ShapeRule(FOLD2D_NAMED_RULE)
    @JvmName("invokeNamed3")
    public operator fun <N : Dim<*>, E : Dim<*>, L : Dim<*>, C : Dim<*>> invoke(
        x: Tensor<Cube<N, E, L>>,
        channels: Sized<C>,
    ): Tensor<Rank4<N, C, R, Q>> = planes(x.value, channels).unchecked()

    /** `[E, L] -> [C, R, Q]`. Throws [ShapeException] if such planes have other windows, or the channels another number. */
    @ShapeRule(FOLD2D_NAMED_RULE)
    @JvmName("invokeNamed2")
    public operator fun <E : Dim<*>, L : Dim<*>, C : Dim<*>> invoke(x: Tensor<Mat<E, L>>, channels: Sized<C>): Tensor<Cube<C, R, Q>> =
        planes(x.value, channels).unchecked()

    /** Untyped: all is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun <S : AnyShape> invoke(x: Tensor<S>): Tensor<AnyShape> = call(x.value).unchecked()

    private fun planes(x: Value, channels: Sized<*>): Value {
        val y = call(x)
        val axes = Array(y.rank) { i -> if (i < y.rank - 3) x.sizes.axis(i) else null }
        axes[y.rank - 3] = boundAxis(OP, "channels", x, y, -3, channels)
        axes[y.rank - 2] = rowAxis
        axes[y.rank - 1] = columnAxis
        return y.named(y.sizes.withAxes(axes))
    }

    override fun details(): String =
        "rows = ${rowAxis.size}, columns = ${columnAxis.size}, ${windowDetails(kernel, dilation, padding, stride)}"
}
