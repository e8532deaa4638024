package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.maxUnpool3d
import dev.rankine.ops.scope
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
 * Puts the maxima of [MaxPool3d] back where they were; all else is zero. `[N, C, D', H', W'] [N, C, D', H', W'] -> [N, C, D, H, W]`, with
 * or without `N`. It has no
 * parameters.
 *
 * @param kernel,stride,padding one number for all directions, or depth, height and width; no [stride] means that of the kernel.
 * @throws dev.rankine.shapes.ShapeException if these are no sizes of windows.
 */
@OptIn(UncheckedShape::class)
public class MaxUnpool3d(
    private val kernel: List<Int>,
    private val stride: List<Int> = emptyList(),
    private val padding: List<Int> = listOf(0),
) : Module() {
    /** With the same number for all directions. */
    public constructor(kernel: Int, stride: Int = kernel, padding: Int = 0) : this(listOf(kernel), listOf(stride), listOf(padding))

    init {
        checkWindows("max_unpool3d", 3, kernel, stride, padding)
    }

    /**
     * The maxima [x] where [indices] say.
     *
     * @param size the size of the result, where several would give as many windows; else the smallest without an incomplete window.
     * @throws ShapeException if that is not possible, or an index lies outside.
     */
    public fun call(x: Value, indices: Value, size: List<Int>? = null): Value =
        scope(word) { maxUnpool3d(x, indices, kernel, stride, padding, size) }

    /** `[N, C, D, H, W] [N, C, D, H, W] -> [N, C, T, R, L]`. Throws [ShapeException] if the result cannot have these sizes. */
    @ShapeRule("[n, c, d, h, w] indices:[n, c, d, h, w] depth=? rows=? columns=? -> [n, c, depth, rows, columns]")
    @JvmName("invoke5")
    public operator fun <N : Dim<*>, C : Dim<*>, D : Dim<*>, H : Dim<*>, W : Dim<*>, T : Dim<*>, R : Dim<*>, L : Dim<*>> invoke(
        x: Tensor<Rank5<N, C, D, H, W>>,
        indices: Tensor<Rank5<N, C, D, H, W>>,
        depth: Sized<T>,
        rows: Sized<R>,
        columns: Sized<L>,
    ): Tensor<Rank5<N, C, T, R, L>> {
        val y = call(x.value, indices.value, declaredSizes(depth, rows, columns))
        return withLast("max_unpool3d", x.value, y, "layers" to depth, "rows" to rows, "columns" to columns).unchecked()
    }

    /** `[C, D, H, W] [C, D, H, W] -> [C, T, R, L]`. Throws [ShapeException] if the result cannot have these sizes. */
    @ShapeRule("[c, d, h, w] indices:[c, d, h, w] depth=? rows=? columns=? -> [c, depth, rows, columns]")
    @JvmName("invoke4")
    public operator fun <C : Dim<*>, D : Dim<*>, H : Dim<*>, W : Dim<*>, T : Dim<*>, R : Dim<*>, L : Dim<*>> invoke(
        x: Tensor<Rank4<C, D, H, W>>,
        indices: Tensor<Rank4<C, D, H, W>>,
        depth: Sized<T>,
        rows: Sized<R>,
        columns: Sized<L>,
    ): Tensor<Rank4<C, T, R, L>> {
        val y = call(x.value, indices.value, declaredSizes(depth, rows, columns))
        return withLast("max_unpool3d", x.value, y, "layers" to depth, "rows" to rows, "columns" to columns).unchecked()
    }

    /** Untyped: all is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun invoke(x: Tensor<AnyShape>, indices: Tensor<AnyShape>): Tensor<AnyShape> = call(x.value, indices.value).unchecked()

    override fun details(): String = "kernel = $kernel, stride = ${stride.ifEmpty { kernel }}, padding = $padding"
}
