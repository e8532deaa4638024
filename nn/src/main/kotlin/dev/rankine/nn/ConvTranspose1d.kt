package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.convTranspose1d
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.Half
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Vec
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.doublingSpace
import dev.rankine.tensor.keepingSpace
import dev.rankine.tensor.unchecked
import dev.rankine.tensor.withSpace

private const val OP = "conv_transpose1d"

/**
 * Spreads lines with kernels: a transposed convolution. `[N, In, L] -> [N, Out, L']`, with or without `N`, where
 * `l' = (l - 1) * stride - 2 * padding + dilation * (k - 1) + outputPadding + 1`;
 * the weight is `[In, Out / groups, k]` as in PyTorch.
 * Weight and bias start uniform in `(-1/sqrt(fan), 1/sqrt(fan))` with `fan = Out / groups * k`, as PyTorch's do.
 *
 * A stride above 1 makes several sizes of a convolution's input one size of its result; [outputPadding] says which is meant, or the call:
 * `up.doubling(x)` undoes a halving, `up(x, length = Length)` gives that length, and `up.call(x, outputSize)` is the untyped form.
 * `up(x)` is for kernels that keep the length.
 *
 * @param groups into how many groups the channels are cut; each sees its own part of the input's channels.
 * @throws ShapeException if a dim declares no size, the channels do not divide into [groups], or the numbers are no sizes.
 */
@ShapeRule(TRANSPOSED1D_LAYER_RULE)
@OptIn(UncheckedShape::class)
public class ConvTranspose1d<In : Dim<*>, Out : Dim<*>>(
    input: Sized<In>,
    output: Sized<Out>,
    kernel: Int,
    stride: Int = 1,
    padding: Int = 0,
    outputPadding: Int = 0,
    groups: Int = 1,
    bias: Boolean = true,
    dilation: Int = 1,
) : TransposedConvolution<In, Out>(
        OP,
        input,
        output,
        listOf(kernel),
        listOf(stride),
        listOf(padding),
        listOf(outputPadding),
        groups,
        listOf(dilation),
        1,
    ) {
    /** `[In, Out / groups, k]`. */
    public val weight: Parameter<Cube<In, Dyn, Dyn>> by
        parameter(from, Dyn of to.size / groups, Dyn of sizes[0]) { uniformFanIn(it, fan) }

    /** `[Out]`, or null if there is none. */
    public val bias: Parameter<Vec<Out>>? by optional(bias, parameter(to) { uniformFanIn(it, fan) })

    override val hasBias: Boolean get() = bias != null

    override fun spread(x: Value, outputPadding: List<Int>): Value =
        convTranspose1d(
            x,
            weight.value,
            bias?.value,
            stride.single(),
            padding.single(),
            outputPadding.single(),
            groups,
            dilation.single(),
        )

    /** A kernel that keeps the length. `[N, In, L] -> [N, Out, L]`. Throws [ShapeException] if it does not. */
    @ShapeRule(TRANSPOSED1D_KEEPING_RULE)
    @JvmName("invokeKeeping3")
    public operator fun <N : Dim<*>, L : Dim<*>> invoke(x: Tensor<Cube<N, In, L>>): Tensor<Cube<N, Out, L>> =
        keepingSpace(OP, x.value, call(x.value), to, 1, NAME_THE_LENGTH).unchecked()

    /** A kernel that keeps the length. `[In, L] -> [Out, L]`. Throws [ShapeException] if it does not. */
    @ShapeRule(TRANSPOSED1D_KEEPING_RULE)
    @JvmName("invokeKeeping2")
    public operator fun <L : Dim<*>> invoke(x: Tensor<Mat<In, L>>): Tensor<Mat<Out, L>> =
        keepingSpace(OP, x.value, call(x.value), to, 1, NAME_THE_LENGTH).unchecked()

    /** `[N, In, L] -> [N, Out, R]`. Throws [ShapeException] if no result has these sizes. */
    @ShapeRule(TRANSPOSED1D_NAMED_RULE)
    @JvmName("invokeNamed3")
    public operator fun <N : Dim<*>, L : Dim<*>, R : Dim<*>> invoke(x: Tensor<Cube<N, In, L>>, length: Sized<R>): Tensor<Cube<N, Out, R>> =
        withSpace(OP, x.value, callTo(x.value, wanted(length)), to, "elements" to length).unchecked()

    /** `[In, L] -> [Out, R]`. Throws [ShapeException] if no result has these sizes. */
    @ShapeRule(TRANSPOSED1D_NAMED_RULE)
    @JvmName("invokeNamed2")
    public operator fun <L : Dim<*>, R : Dim<*>> invoke(x: Tensor<Mat<In, L>>, length: Sized<R>): Tensor<Mat<Out, R>> =
        withSpace(OP, x.value, callTo(x.value, wanted(length)), to, "elements" to length).unchecked()

    /** A stride of 2 that undoes a halving. `[N, In, L/2] -> [N, Out, L]`. Throws [ShapeException] if no result has twice the length. */
    @ShapeRule(TRANSPOSED1D_DOUBLING_RULE)
    @JvmName("doubling3")
    public fun <N : Dim<*>, L : Dim<*>> doubling(x: Tensor<Cube<N, In, Half<L>>>): Tensor<Cube<N, Out, L>> =
        doublingSpace(OP, x.value, callTo(x.value, twice(x.value)), to, 1, NAME_THE_LENGTH).unchecked()

    /** A stride of 2 that undoes a halving. `[In, L/2] -> [Out, L]`. Throws [ShapeException] if no result has twice the length. */
    @ShapeRule(TRANSPOSED1D_DOUBLING_RULE)
    @JvmName("doubling2")
    public fun <L : Dim<*>> doubling(x: Tensor<Mat<In, Half<L>>>): Tensor<Mat<Out, L>> =
        doublingSpace(OP, x.value, callTo(x.value, twice(x.value)), to, 1, NAME_THE_LENGTH).unchecked()

    /** As the other forms, where only the channels are known. The compiler names this form where another channel is given. */
    @JvmName("invokeKeepingAny")
    public operator fun invoke(x: Tensor<Cube<*, In, *>>): Tensor<Cube<*, Out, *>> =
        keepingSpace(OP, x.value, call(x.value), to, 1, NAME_THE_LENGTH).unchecked()

    /** As the other forms, where only the channels are known. The compiler names this form where another channel is given. */
    @JvmName("invokeNamedAny")
    public operator fun invoke(x: Tensor<Cube<*, In, *>>, length: Sized<*>): Tensor<Cube<*, Out, *>> =
        withSpace(OP, x.value, callTo(x.value, wanted(length)), to, "elements" to length).unchecked()

    /** As the other forms, where only the channels are known. The compiler names this form where another channel is given. */
    @JvmName("doublingAny")
    public fun doubling(x: Tensor<Cube<*, In, *>>): Tensor<Cube<*, Out, *>> =
        doublingSpace(OP, x.value, callTo(x.value, twice(x.value)), to, 1, NAME_THE_LENGTH).unchecked()

    /** Untyped: all is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun <S : AnyShape> invoke(x: Tensor<S>): Tensor<AnyShape> = call(x.value).unchecked()
}
