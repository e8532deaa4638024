package dev.rankine.nn

import dev.rankine.ops.POOL1D_KEEPING_RULE
import dev.rankine.ops.POOL1D_NAMED_RULE
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.keepingLast
import dev.rankine.tensor.unchecked
import dev.rankine.tensor.withLast

/**
 * What gives one number for each window of a line. `[N, C, L] -> [N, C, L']`, with or without `N`.
 *
 * `pool(x)` is for windows that keep the length; `pool(x, length = Length)` names the axis of any other result, whose size is checked.
 */
@OptIn(UncheckedShape::class)
public abstract class Pool1d internal constructor(private val op: String) : Mapping() {
    /** `[N, C, L] -> [N, C, L]`. Throws [ShapeException] if the length does not stay. */
    @ShapeRule(POOL1D_KEEPING_RULE)
    @JvmName("invokeKeeping3")
    public operator fun <N : Dim<*>, C : Dim<*>, L : Dim<*>> invoke(x: Tensor<Cube<N, C, L>>): Tensor<Cube<N, C, L>> =
        keepingLast(op, x.value, call(x.value), 1, NAME_THE_LENGTH).unchecked()

    /** `[C, L] -> [C, L]`. Throws [ShapeException] if the length does not stay. */
    @ShapeRule(POOL1D_KEEPING_RULE)
    @JvmName("invokeKeeping2")
    public operator fun <C : Dim<*>, L : Dim<*>> invoke(x: Tensor<Mat<C, L>>): Tensor<Mat<C, L>> =
        keepingLast(op, x.value, call(x.value), 1, NAME_THE_LENGTH).unchecked()

    /** `[N, C, L] -> [N, C, R]`. Throws [ShapeException] if the result has another length. */
    @ShapeRule(POOL1D_NAMED_RULE)
    @JvmName("invokeNamed3")
    public operator fun <N : Dim<*>, C : Dim<*>, L : Dim<*>, R : Dim<*>> invoke(
        x: Tensor<Cube<N, C, L>>,
        length: Sized<R>,
    ): Tensor<Cube<N, C, R>> = withLast(op, x.value, call(x.value), "elements" to length).unchecked()

    /** `[C, L] -> [C, R]`. Throws [ShapeException] if the result has another length. */
    @ShapeRule(POOL1D_NAMED_RULE)
    @JvmName("invokeNamed2")
    public operator fun <C : Dim<*>, L : Dim<*>, R : Dim<*>> invoke(x: Tensor<Mat<C, L>>, length: Sized<R>): Tensor<Mat<C, R>> =
        withLast(op, x.value, call(x.value), "elements" to length).unchecked()

    /** Untyped: all is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun invoke(x: Tensor<AnyShape>): Tensor<AnyShape> = call(x.value).unchecked()
}

/** The hint where the length of a result is not kept. */
internal const val NAME_THE_LENGTH: String = "name the axis of the result: `layer(x, length = ...)`"
