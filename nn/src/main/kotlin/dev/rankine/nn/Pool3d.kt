package dev.rankine.nn

import dev.rankine.ops.POOL3D_KEEPING_RULE
import dev.rankine.ops.POOL3D_NAMED_RULE
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.keepingLast
import dev.rankine.tensor.unchecked
import dev.rankine.tensor.withLast

/**
 * What gives one number for each window of a volume. `[N, C, D, H, W] -> [N, C, D', H', W']`, with or without `N`.
 *
 * `pool(x)` is for windows that keep depth, rows and columns; `pool(x, depth = Depth, rows = Rows, columns = Columns)` names the axes of
 * any
 * other result, whose sizes are checked.
 */
@OptIn(UncheckedShape::class)
public abstract class Pool3d internal constructor(private val op: String) : Mapping() {
    /** `[N, C, D, H, W] -> [N, C, D, H, W]`. Throws [ShapeException] if depth, rows and columns do not stay. */
    @ShapeRule(POOL3D_KEEPING_RULE)
    @JvmName("invokeKeeping5")
    public operator fun <N : Dim<*>, C : Dim<*>, D : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(
        x: Tensor<Rank5<N, C, D, H, W>>,
    ): Tensor<Rank5<N, C, D, H, W>> = keepingLast(op, x.value, call(x.value), 3, NAME_THE_VOLUME).unchecked()

    /** `[C, D, H, W] -> [C, D, H, W]`. Throws [ShapeException] if depth, rows and columns do not stay. */
    @ShapeRule(POOL3D_KEEPING_RULE)
    @JvmName("invokeKeeping4")
    public operator fun <C : Dim<*>, D : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(x: Tensor<Rank4<C, D, H, W>>): Tensor<Rank4<C, D, H, W>> =
        keepingLast(op, x.value, call(x.value), 3, NAME_THE_VOLUME).unchecked()

    /**
     * `[N, C, D, H, W] -> [N, C, T, R, L]`. Throws [ShapeException] if the result has another depth or other numbers of rows or columns.
     */
    @ShapeRule(POOL3D_NAMED_RULE)
    @JvmName("invokeNamed5")
    public operator fun <N : Dim<*>, C : Dim<*>, D : Dim<*>, H : Dim<*>, W : Dim<*>, T : Dim<*>, R : Dim<*>, L : Dim<*>> invoke(
        x: Tensor<Rank5<N, C, D, H, W>>,
        depth: Sized<T>,
        rows: Sized<R>,
        columns: Sized<L>,
    ): Tensor<Rank5<N, C, T, R, L>> =
        withLast(op, x.value, call(x.value), "planes" to depth, "rows" to rows, "columns" to columns).unchecked()

    /** `[C, D, H, W] -> [C, T, R, L]`. Throws [ShapeException] if the result has another depth or other numbers of rows or columns. */
    @ShapeRule(POOL3D_NAMED_RULE)
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
}

/** The hint where the depth, the rows and the columns of a result are not kept. */
internal const val NAME_THE_VOLUME: String = "name the axes of the result: `layer(x, depth = ..., rows = ..., columns = ...)`"
