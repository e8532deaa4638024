package dev.rankine.nn

import dev.rankine.ops.PadMode
import dev.rankine.ops.Value
import dev.rankine.ops.pad
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked
import dev.rankine.tensor.withLast

/**
 * What adds elements around a volume, or cuts them off. `[N, C, D, H, W] -> [N, C, D', H', W']`, with or without `N`. It has no parameters.
 *
 * `pad(x, depth = Depth, rows = Rows, columns = Columns)` names the axes of the result, whose sizes are checked.
 */
@OptIn(UncheckedShape::class)
public abstract class Pad3d internal constructor(
    private val op: String,
    private val mode: PadMode,
    padding: List<Int>,
    private val number: Double = 0.0,
) : Mapping() {
    private val pads: List<Int> = padsOf(op, padding, 6)

    override fun forward(x: Value): Value {
        checkMaps(op, x, 3)
        return pad(x, pads, mode, number)
    }

    /** `[N, C, D, H, W] -> [N, C, T, R, L]`. Throws [ShapeException] if the result has other sizes. */
    @ShapeRule(
        PAD3D_NAMED_RULE,
        "left = padding[0]",
        "right = padding[1]",
        "top = padding[2]",
        "bottom = padding[3]",
        "front = padding[4]",
        "back = padding[5]",
    )
    @JvmName("invokeNamed5")
    public operator fun <N : Dim<*>, C : Dim<*>, D : Dim<*>, H : Dim<*>, W : Dim<*>, T : Dim<*>, R : Dim<*>, L : Dim<*>> invoke(
        x: Tensor<Rank5<N, C, D, H, W>>,
        depth: Sized<T>,
        rows: Sized<R>,
        columns: Sized<L>,
    ): Tensor<Rank5<N, C, T, R, L>> =
        withLast(op, x.value, call(x.value), "planes" to depth, "rows" to rows, "columns" to columns).unchecked()

    /** `[C, D, H, W] -> [C, T, R, L]`. Throws [ShapeException] if the result has other sizes. */
    @ShapeRule(
        PAD3D_NAMED_RULE,
        "left = padding[0]",
        "right = padding[1]",
        "top = padding[2]",
        "bottom = padding[3]",
        "front = padding[4]",
        "back = padding[5]",
    )
    @JvmName("invokeNamed4")
    public operator fun <C : Dim<*>, D : Dim<*>, H : Dim<*>, W : Dim<*>, T : Dim<*>, R : Dim<*>, L : Dim<*>> invoke(
        x: Tensor<Rank4<C, D, H, W>>,
        depth: Sized<T>,
        rows: Sized<R>,
        columns: Sized<L>,
    ): Tensor<Rank4<C, T, R, L>> = withLast(op, x.value, call(x.value), "planes" to depth, "rows" to rows, "columns" to columns).unchecked()

    /** Untyped: all is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun invoke(x: Tensor<AnyShape>): Tensor<AnyShape> = call(x.value).unchecked()

    override fun details(): String = "padding = $pads" + if (number != 0.0) ", number = $number" else ""
}
