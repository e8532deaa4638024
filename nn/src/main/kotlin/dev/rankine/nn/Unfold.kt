package dev.rankine.nn

import dev.rankine.ops.UNFOLD2D_NAMED_RULE
import dev.rankine.ops.UNFOLD2D_RULE
import dev.rankine.ops.Value
import dev.rankine.ops.named
import dev.rankine.ops.unfold
import dev.rankine.shapes.AnyShape
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

private const val OP = "unfold"

/**
 * Every window of planes as a column. `[N, C, H, W] -> [N, C * kh * kw, windows]`, with or without `N`. It has no parameters; [Fold] is its
 * adjoint.
 *
 * `unfold(x, elements = Patch, windows = Places)` names the axes of the result.
 *
 * @param kernel,dilation,padding,stride one number for both directions, or height and width.
 * @throws ShapeException if these are no such numbers.
 */
@ShapeRule(UNFOLD2D_RULE)
@OptIn(UncheckedShape::class)
public class Unfold(kernel: List<Int>, dilation: List<Int> = listOf(1), padding: List<Int> = listOf(0), stride: List<Int> = listOf(1)) :
    Mapping() {
    /** With the same number for both directions. */
    public constructor(kernel: Int, dilation: Int = 1, padding: Int = 0, stride: Int = 1) :
        this(listOf(kernel), listOf(dilation), listOf(padding), listOf(stride))

    private val kernel = atLeast(1, OP, "kernel", directions(OP, "kernel", kernel, 2))
    private val dilation = atLeast(1, OP, "dilation", directions(OP, "dilation", dilation, 2))
    private val padding = atLeast(0, OP, "padding", directions(OP, "padding", padding, 2))
    private val stride = atLeast(1, OP, "stride", directions(OP, "stride", stride, 2))

    override fun forward(x: Value): Value = unfold(x, kernel, dilation, padding, stride)

    /** `[N, C, H, W] -> [N, E, L]`. Throws [ShapeException] if the windows do not fit, or the result has other sizes. */
    @ShapeRule(UNFOLD2D_NAMED_RULE)
    @JvmName("invokeNamed4")
    public operator fun <N : Dim<*>, C : Dim<*>, H : Dim<*>, W : Dim<*>, E : Dim<*>, L : Dim<*>> invoke(
        x: Tensor<Rank4<N, C, H, W>>,
        elements: Sized<E>,
        windows: Sized<L>,
    ): Tensor<Cube<N, E, L>> = columns(x.value, elements, windows).unchecked()

    /** `[C, H, W] -> [E, L]`. Throws [ShapeException] if the windows do not fit, or the result has other sizes. */
    @ShapeRule(UNFOLD2D_NAMED_RULE)
    @JvmName("invokeNamed3")
    public operator fun <C : Dim<*>, H : Dim<*>, W : Dim<*>, E : Dim<*>, L : Dim<*>> invoke(
        x: Tensor<Cube<C, H, W>>,
        elements: Sized<E>,
        windows: Sized<L>,
    ): Tensor<Mat<E, L>> = columns(x.value, elements, windows).unchecked()

    /** Untyped: all is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun <S : AnyShape> invoke(x: Tensor<S>): Tensor<AnyShape> = call(x.value).unchecked()

    private fun columns(x: Value, elements: Sized<*>, windows: Sized<*>): Value {
        val y = call(x)
        val axes = Array(y.rank) { i -> x.sizes.axis(i) }
        axes[y.rank - 2] = boundAxis(OP, "elements", x, y, -2, elements)
        axes[y.rank - 1] = boundAxis(OP, "windows", x, y, -1, windows)
        return y.named(y.sizes.withAxes(axes))
    }

    override fun details(): String = windowDetails(kernel, dilation, padding, stride)
}

/** How windows are printed. */
internal fun windowDetails(kernel: List<Int>, dilation: List<Int>, padding: List<Int>, stride: List<Int>): String =
    listOfNotNull(
        "kernel = ${kernel.joinToString("x")}",
        "dilation = $dilation".takeIf { dilation.any { it != 1 } },
        "padding = $padding".takeIf { padding.any { it != 0 } },
        "stride = $stride".takeIf { stride.any { it != 1 } },
    ).joinToString()
