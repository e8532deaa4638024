package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.maxUnpool2d
import dev.rankine.ops.scope
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
 * Puts the maxima of [MaxPool2d] back where they were; all else is zero. `[N, C, H', W'] [N, C, H', W'] -> [N, C, H, W]`, with or without
 * `N`. It has no
 * parameters.
 *
 * @param kernel,stride,padding one number for both directions, or height and width; no [stride] means that of the kernel.
 * @throws dev.rankine.shapes.ShapeException if these are no sizes of windows.
 */
@OptIn(UncheckedShape::class)
public class MaxUnpool2d(
    private val kernel: List<Int>,
    private val stride: List<Int> = emptyList(),
    private val padding: List<Int> = listOf(0),
) : Module() {
    /** With the same number for both directions. */
    public constructor(kernel: Int, stride: Int = kernel, padding: Int = 0) : this(listOf(kernel), listOf(stride), listOf(padding))

    init {
        checkWindows("max_unpool2d", 2, kernel, stride, padding)
    }

    /**
     * The maxima [x] where [indices] say.
     *
     * @param size the size of the result, where several would give as many windows; else the smallest without an incomplete window.
     * @throws ShapeException if that is not possible, or an index lies outside.
     */
    public fun call(x: Value, indices: Value, size: List<Int>? = null): Value =
        scope(word) { maxUnpool2d(x, indices, kernel, stride, padding, size) }

    /** `[N, C, H, W] [N, C, H, W] -> [N, C, R, L]`. Throws [ShapeException] if the result cannot have these sizes. */
    @ShapeRule("[n, c, h, w] indices:[n, c, h, w] rows=? columns=? -> [n, c, rows, columns]")
    @JvmName("invoke4")
    public operator fun <N : Dim<*>, C : Dim<*>, H : Dim<*>, W : Dim<*>, R : Dim<*>, L : Dim<*>> invoke(
        x: Tensor<Rank4<N, C, H, W>>,
        indices: Tensor<Rank4<N, C, H, W>>,
        rows: Sized<R>,
        columns: Sized<L>,
    ): Tensor<Rank4<N, C, R, L>> {
        val y = call(x.value, indices.value, declaredSizes(rows, columns))
        return withLast("max_unpool2d", x.value, y, "rows" to rows, "columns" to columns).unchecked()
    }

    /** `[C, H, W] [C, H, W] -> [C, R, L]`. Throws [ShapeException] if the result cannot have these sizes. */
    @ShapeRule("[c, h, w] indices:[c, h, w] rows=? columns=? -> [c, rows, columns]")
    @JvmName("invoke3")
    public operator fun <C : Dim<*>, H : Dim<*>, W : Dim<*>, R : Dim<*>, L : Dim<*>> invoke(
        x: Tensor<Cube<C, H, W>>,
        indices: Tensor<Cube<C, H, W>>,
        rows: Sized<R>,
        columns: Sized<L>,
    ): Tensor<Cube<C, R, L>> {
        val y = call(x.value, indices.value, declaredSizes(rows, columns))
        return withLast("max_unpool2d", x.value, y, "rows" to rows, "columns" to columns).unchecked()
    }

    /** Untyped: all is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun invoke(x: Tensor<AnyShape>, indices: Tensor<AnyShape>): Tensor<AnyShape> = call(x.value, indices.value).unchecked()

    override fun details(): String = "kernel = $kernel, stride = ${stride.ifEmpty { kernel }}, padding = $padding"
}
