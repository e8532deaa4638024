package dev.rankine.nn

import dev.rankine.ops.PadMode
import dev.rankine.ops.Padding
import dev.rankine.ops.Value
import dev.rankine.ops.conv1d
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
import dev.rankine.tensor.halvingSpace
import dev.rankine.tensor.keepingSpace
import dev.rankine.tensor.unchecked
import dev.rankine.tensor.withSpace

private const val OP = "conv1d"

/**
 * Slides kernels over lines. `[N, In, L] -> [N, Out, L']`, with or without `N`; the weight is `[Out, In / groups, k]` as in PyTorch.
 * Weight and bias start uniform in `(-1/sqrt(fan), 1/sqrt(fan))` with `fan = In / groups * k`, as PyTorch's do.
 *
 * `conv(x)` is for kernels that keep the length, `conv.halving(x)` for those that halve it; otherwise name it of the result:
 * `conv(x, length = Length)`. Its size is checked against the result.
 *
 * @param padding what surrounds the lines: as many elements of [paddingMode] (zeros if it is `CONSTANT`) as it says.
 * @param groups into how many groups the channels are cut; each sees its own part of the input's channels.
 * @throws ShapeException if a dim declares no size, the channels do not divide into [groups], or the numbers are no sizes.
 */
@ShapeRule(CONV1D_LAYER_RULE)
@OptIn(UncheckedShape::class)
public class Conv1d<In : Dim<*>, Out : Dim<*>>(
    input: Sized<In>,
    output: Sized<Out>,
    kernel: Int,
    padding: Padding,
    private val stride: Int = 1,
    private val dilation: Int = 1,
    private val groups: Int = 1,
    bias: Boolean = true,
    paddingMode: PadMode = PadMode.CONSTANT,
) : Convolution<In, Out>(OP, input, output, 1, listOf(kernel), listOf(stride), padding, listOf(dilation), groups, paddingMode) {
    /** With so many elements of padding at both ends. */
    public constructor(
        input: Sized<In>,
        output: Sized<Out>,
        kernel: Int,
        stride: Int = 1,
        padding: Int = 0,
        dilation: Int = 1,
        groups: Int = 1,
        bias: Boolean = true,
        paddingMode: PadMode = PadMode.CONSTANT,
    ) : this(input, output, kernel, Padding.Each(padding), stride, dilation, groups, bias, paddingMode)

    /** `[Out, In / groups, k]`. */
    public val weight: Parameter<Cube<Out, Dyn, Dyn>> by
        parameter(to, Dyn of from.size / groups, Dyn of kernel) { uniformFanIn(it, fan) }

    /** `[Out]`, or null if there is none. */
    public val bias: Parameter<Vec<Out>>? by optional(bias, parameter(to) { uniformFanIn(it, fan) })

    override val hasBias: Boolean get() = bias != null

    override fun convolve(x: Value, padding: Padding): Value = conv1d(x, weight.value, bias?.value, padding, stride, dilation, groups)

    /** A kernel that keeps the length. `[N, In, L] -> [N, Out, L]`. Throws [ShapeException] if it does not. */
    @ShapeRule(CONV1D_KEEPING_RULE)
    @JvmName("invokeKeeping3")
    public operator fun <N : Dim<*>, L : Dim<*>> invoke(x: Tensor<Cube<N, In, L>>): Tensor<Cube<N, Out, L>> =
        keepingSpace(OP, x.value, call(x.value), to, 1, NAME_THE_LENGTH).unchecked()

    /** A kernel that keeps the length. `[In, L] -> [Out, L]`. Throws [ShapeException] if it does not. */
    @ShapeRule(CONV1D_KEEPING_RULE)
    @JvmName("invokeKeeping2")
    public operator fun <L : Dim<*>> invoke(x: Tensor<Mat<In, L>>): Tensor<Mat<Out, L>> =
        keepingSpace(OP, x.value, call(x.value), to, 1, NAME_THE_LENGTH).unchecked()

    /** `[N, In, L] -> [N, Out, R]`. Throws [ShapeException] if the result has another size. */
    @ShapeRule(CONV1D_NAMED_RULE)
    @JvmName("invokeNamed3")
    public operator fun <N : Dim<*>, L : Dim<*>, R : Dim<*>> invoke(x: Tensor<Cube<N, In, L>>, length: Sized<R>): Tensor<Cube<N, Out, R>> =
        withSpace(OP, x.value, call(x.value), to, "elements" to length).unchecked()

    /** `[In, L] -> [Out, R]`. Throws [ShapeException] if the result has another size. */
    @ShapeRule(CONV1D_NAMED_RULE)
    @JvmName("invokeNamed2")
    public operator fun <L : Dim<*>, R : Dim<*>> invoke(x: Tensor<Mat<In, L>>, length: Sized<R>): Tensor<Mat<Out, R>> =
        withSpace(OP, x.value, call(x.value), to, "elements" to length).unchecked()

    /**
     * A stride of 2 that leaves exactly half of the length. `[N, In, L] -> [N, Out, L/2]`. Throws [ShapeException] if it leaves another
     * number.
     */
    @ShapeRule(CONV1D_HALVING_RULE)
    @JvmName("halving3")
    public fun <N : Dim<*>, L : Dim<*>> halving(x: Tensor<Cube<N, In, L>>): Tensor<Cube<N, Out, Half<L>>> =
        halvingSpace(OP, x.value, call(x.value), to, 1, NAME_THE_LENGTH).unchecked()

    /**
     * A stride of 2 that leaves exactly half of the length. `[In, L] -> [Out, L/2]`. Throws [ShapeException] if it leaves another number.
     */
    @ShapeRule(CONV1D_HALVING_RULE)
    @JvmName("halving2")
    public fun <L : Dim<*>> halving(x: Tensor<Mat<In, L>>): Tensor<Mat<Out, Half<L>>> =
        halvingSpace(OP, x.value, call(x.value), to, 1, NAME_THE_LENGTH).unchecked()

    /** As the other forms, where only the channels are known. The compiler names this form where another channel is given. */
    @JvmName("invokeKeepingAny")
    public operator fun invoke(x: Tensor<Cube<*, In, *>>): Tensor<Cube<*, Out, *>> =
        keepingSpace(OP, x.value, call(x.value), to, 1, NAME_THE_LENGTH).unchecked()

    /** As the other forms, where only the channels are known. The compiler names this form where another channel is given. */
    @JvmName("invokeNamedAny")
    public operator fun invoke(x: Tensor<Cube<*, In, *>>, length: Sized<*>): Tensor<Cube<*, Out, *>> =
        withSpace(OP, x.value, call(x.value), to, "elements" to length).unchecked()

    /** As the other forms, where only the channels are known. The compiler names this form where another channel is given. */
    @JvmName("halvingAny")
    public fun halving(x: Tensor<Cube<*, In, *>>): Tensor<Cube<*, Out, *>> =
        halvingSpace(OP, x.value, call(x.value), to, 1, NAME_THE_LENGTH).unchecked()

    /** Untyped: all is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun <S : AnyShape> invoke(x: Tensor<S>): Tensor<AnyShape> = call(x.value).unchecked()
}
