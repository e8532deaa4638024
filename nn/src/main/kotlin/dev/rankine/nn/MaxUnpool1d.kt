package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.maxUnpool1d
import dev.rankine.ops.scope
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
 * Puts the maxima of [MaxPool1d] back where they were; all else is zero. `[N, C, L'] [N, C, L'] -> [N, C, L]`, with or without `N`. It has
 * no
 * parameters.
 *
 * @param stride the step from window to window, that of the kernel by default.
 * @throws dev.rankine.shapes.ShapeException if these are no sizes of windows.
 */
@OptIn(UncheckedShape::class)
public class MaxUnpool1d(private val kernel: Int, private val stride: Int = kernel, private val padding: Int = 0) : Module() {
    init {
        checkWindows("max_unpool1d", 1, listOf(kernel), listOf(stride), listOf(padding))
    }

    /**
     * The maxima [x] where [indices] say.
     *
     * @param size the size of the result, where several would give as many windows; else the smallest without an incomplete window.
     * @throws ShapeException if that is not possible, or an index lies outside.
     */
    public fun call(x: Value, indices: Value, size: List<Int>? = null): Value =
        scope(word) { maxUnpool1d(x, indices, kernel, stride, padding, size?.single()) }

    /** `[N, C, L] [N, C, L] -> [N, C, R]`. Throws [ShapeException] if the result cannot have these sizes. */
    @ShapeRule("[n, c, l] indices:[n, c, l] length=? -> [n, c, length]")
    @JvmName("invoke3")
    public operator fun <N : Dim<*>, C : Dim<*>, L : Dim<*>, R : Dim<*>> invoke(
        x: Tensor<Cube<N, C, L>>,
        indices: Tensor<Cube<N, C, L>>,
        length: Sized<R>,
    ): Tensor<Cube<N, C, R>> {
        val y = call(x.value, indices.value, declaredSizes(length))
        return withLast("max_unpool1d", x.value, y, "elements" to length).unchecked()
    }

    /** `[C, L] [C, L] -> [C, R]`. Throws [ShapeException] if the result cannot have these sizes. */
    @ShapeRule("[c, l] indices:[c, l] length=? -> [c, length]")
    @JvmName("invoke2")
    public operator fun <C : Dim<*>, L : Dim<*>, R : Dim<*>> invoke(
        x: Tensor<Mat<C, L>>,
        indices: Tensor<Mat<C, L>>,
        length: Sized<R>,
    ): Tensor<Mat<C, R>> {
        val y = call(x.value, indices.value, declaredSizes(length))
        return withLast("max_unpool1d", x.value, y, "elements" to length).unchecked()
    }

    /** Untyped: all is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun invoke(x: Tensor<AnyShape>, indices: Tensor<AnyShape>): Tensor<AnyShape> = call(x.value, indices.value).unchecked()

    override fun details(): String = "kernel = $kernel, stride = $stride, padding = $padding"
}
