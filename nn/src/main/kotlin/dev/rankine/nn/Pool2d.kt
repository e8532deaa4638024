package dev.rankine.nn

import dev.rankine.ops.POOL2D_HALVING_RULE
import dev.rankine.ops.POOL2D_KEEPING_RULE
import dev.rankine.ops.POOL2D_NAMED_RULE
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Half
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.halvingPlane
import dev.rankine.tensor.keepingPlane
import dev.rankine.tensor.unchecked
import dev.rankine.tensor.withPlane

/**
 * What gives one number for each window of a plane. `[N, C, H, W] -> [N, C, H', W']`, with or without `N`.
 *
 * `pool.halving(x)` is for windows that halve rows and columns, `pool(x)` for those that keep them;
 * `pool(x, rows = Rows, columns = Columns)` names the axes of any other result, whose sizes are checked.
 */
@OptIn(UncheckedShape::class)
public abstract class Pool2d internal constructor(private val op: String) : Mapping() {
    override fun gives(before: KnownAxis?): KnownAxis? = before?.takeIf { it.place == AxisPlace.CHANNELS }

    /** `[N, C, H, W] -> [N, C, H, W]`. Throws [ShapeException] if the numbers of rows and columns do not stay. */
    @ShapeRule(POOL2D_KEEPING_RULE)
    @JvmName("invokeKeeping4")
    public operator fun <N : Dim<*>, C : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(x: Tensor<Rank4<N, C, H, W>>): Tensor<Rank4<N, C, H, W>> =
        keepingPlane(op, x.value, call(x.value), null, NAME_THE_RESULT).unchecked()

    /** `[C, H, W] -> [C, H, W]`. Throws [ShapeException] if the numbers of rows and columns do not stay. */
    @ShapeRule(POOL2D_KEEPING_RULE)
    @JvmName("invokeKeeping3")
    public operator fun <C : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(x: Tensor<Cube<C, H, W>>): Tensor<Cube<C, H, W>> =
        keepingPlane(op, x.value, call(x.value), null, NAME_THE_RESULT).unchecked()

    /** `[N, C, H, W] -> [N, C, R, L]`. Throws [ShapeException] if the result has other numbers of rows or columns. */
    @ShapeRule(POOL2D_NAMED_RULE)
    @JvmName("invokeNamed4")
    public operator fun <N : Dim<*>, C : Dim<*>, H : Dim<*>, W : Dim<*>, R : Dim<*>, L : Dim<*>> invoke(
        x: Tensor<Rank4<N, C, H, W>>,
        rows: Sized<R>,
        columns: Sized<L>,
    ): Tensor<Rank4<N, C, R, L>> = withPlane(op, x.value, call(x.value), null, rows, columns).unchecked()

    /** `[C, H, W] -> [C, R, L]`. Throws [ShapeException] if the result has other numbers of rows or columns. */
    @ShapeRule(POOL2D_NAMED_RULE)
    @JvmName("invokeNamed3")
    public operator fun <C : Dim<*>, H : Dim<*>, W : Dim<*>, R : Dim<*>, L : Dim<*>> invoke(
        x: Tensor<Cube<C, H, W>>,
        rows: Sized<R>,
        columns: Sized<L>,
    ): Tensor<Cube<C, R, L>> = withPlane(op, x.value, call(x.value), null, rows, columns).unchecked()

    /**
     * Windows that leave exactly half of the rows and of the columns. `[N, C, H, W] -> [N, C, H/2, W/2]`. Throws [ShapeException] if they leave
     * another number.
     */
    @ShapeRule(POOL2D_HALVING_RULE)
    @JvmName("halving4")
    public fun <N : Dim<*>, C : Dim<*>, H : Dim<*>, W : Dim<*>> halving(
        x: Tensor<Rank4<N, C, H, W>>,
    ): Tensor<Rank4<N, C, Half<H>, Half<W>>> = halvingPlane(op, x.value, call(x.value), null, NAME_THE_RESULT).unchecked()

    /** As the other form. `[C, H, W] -> [C, H/2, W/2]`. Throws [ShapeException] if they leave another number. */
    @ShapeRule(POOL2D_HALVING_RULE)
    @JvmName("halving3")
    public fun <C : Dim<*>, H : Dim<*>, W : Dim<*>> halving(x: Tensor<Cube<C, H, W>>): Tensor<Cube<C, Half<H>, Half<W>>> =
        halvingPlane(op, x.value, call(x.value), null, NAME_THE_RESULT).unchecked()

    /** Untyped: all is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun invoke(x: Tensor<AnyShape>): Tensor<AnyShape> = call(x.value).unchecked()
}

/** The hint where the axes of a result are neither kept nor halved. */
internal const val NAME_THE_RESULT: String = "name the axes of the result: `layer(x, rows = ..., columns = ...)`"
