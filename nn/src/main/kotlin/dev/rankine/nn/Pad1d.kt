package dev.rankine.nn

import dev.rankine.ops.PadMode
import dev.rankine.ops.Value
import dev.rankine.ops.pad
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked
import dev.rankine.tensor.withLast

/**
 * What adds elements around a line, or cuts them off. `[N, C, L] -> [N, C, L']`, with or without `N`. It has no parameters.
 *
 * `pad(x, length = Length)` names the axes of the result, whose sizes are checked.
 */
@OptIn(UncheckedShape::class)
public abstract class Pad1d internal constructor(
    private val op: String,
    private val mode: PadMode,
    padding: List<Int>,
    private val number: Double = 0.0,
) : Mapping() {
    private val pads: List<Int> = padsOf(op, padding, 2)

    override fun forward(x: Value): Value {
        checkMaps(op, x, 1)
        return pad(x, pads, mode, number)
    }

    /** `[N, C, L] -> [N, C, R]`. Throws [ShapeException] if the result has other sizes. */
    @ShapeRule(
        PAD1D_NAMED_RULE,
        "left = padding[0]",
        "right = padding[1]",
    )
    @JvmName("invokeNamed3")
    public operator fun <N : Dim<*>, C : Dim<*>, L : Dim<*>, R : Dim<*>> invoke(
        x: Tensor<Cube<N, C, L>>,
        length: Sized<R>,
    ): Tensor<Cube<N, C, R>> = withLast(op, x.value, call(x.value), "elements" to length).unchecked()

    /** `[C, L] -> [C, R]`. Throws [ShapeException] if the result has other sizes. */
    @ShapeRule(
        PAD1D_NAMED_RULE,
        "left = padding[0]",
        "right = padding[1]",
    )
    @JvmName("invokeNamed2")
    public operator fun <C : Dim<*>, L : Dim<*>, R : Dim<*>> invoke(x: Tensor<Mat<C, L>>, length: Sized<R>): Tensor<Mat<C, R>> =
        withLast(op, x.value, call(x.value), "elements" to length).unchecked()

    /** Untyped: all is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun invoke(x: Tensor<AnyShape>): Tensor<AnyShape> = call(x.value).unchecked()

    override fun details(): String = "padding = $pads" + if (number != 0.0) ", number = $number" else ""
}
