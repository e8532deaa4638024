package dev.rankine.nn

import dev.rankine.ops.PadMode
import dev.rankine.ops.Value
import dev.rankine.ops.pad
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked
import dev.rankine.tensor.withLast

/**
 * What adds elements around a plane, or cuts them off. `[N, C, H, W] -> [N, C, H', W']`, with or without `N`. It has no parameters.
 *
 * `pad(x, rows = Rows, columns = Columns)` names the axes of the result, whose sizes are checked.
 */
@OptIn(UncheckedShape::class)
public abstract class Pad2d internal constructor(
    private val op: String,
    private val mode: PadMode,
    padding: List<Int>,
    private val number: Double = 0.0,
) : Mapping() {
    private val pads: List<Int> = padsOf(op, padding, 4)

    override fun gives(before: KnownAxis?): KnownAxis? = before?.takeIf { it.place == AxisPlace.CHANNELS }

    override fun forward(x: Value): Value {
        checkMaps(op, x, 2)
        return pad(x, pads, mode, number)
    }

    /** `[N, C, H, W] -> [N, C, R, L]`. Throws [ShapeException] if the result has other sizes. */
    @ShapeRule(
        PAD2D_NAMED_RULE,
        "left = padding[0]",
        "right = padding[1]",
        "top = padding[2]",
        "bottom = padding[3]",
    )
    @JvmName("invokeNamed4")
    public operator fun <N : Dim<*>, C : Dim<*>, H : Dim<*>, W : Dim<*>, R : Dim<*>, L : Dim<*>> invoke(
        x: Tensor<Rank4<N, C, H, W>>,
        rows: Sized<R>,
        columns: Sized<L>,
    ): Tensor<Rank4<N, C, R, L>> = withLast(op, x.value, call(x.value), "rows" to rows, "columns" to columns).unchecked()

    /** `[C, H, W] -> [C, R, L]`. Throws [ShapeException] if the result has other sizes. */
    @ShapeRule(
        PAD2D_NAMED_RULE,
        "left = padding[0]",
        "right = padding[1]",
        "top = padding[2]",
        "bottom = padding[3]",
    )
    @JvmName("invokeNamed3")
    public operator fun <C : Dim<*>, H : Dim<*>, W : Dim<*>, R : Dim<*>, L : Dim<*>> invoke(
        x: Tensor<Cube<C, H, W>>,
        rows: Sized<R>,
        columns: Sized<L>,
    ): Tensor<Cube<C, R, L>> = withLast(op, x.value, call(x.value), "rows" to rows, "columns" to columns).unchecked()

    /** Untyped: all is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun invoke(x: Tensor<AnyShape>): Tensor<AnyShape> = call(x.value).unchecked()

    override fun details(): String = "padding = $pads" + if (number != 0.0) ", number = $number" else ""
}
