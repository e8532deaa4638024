package dev.rankine.nn

import dev.rankine.ops.PadMode
import dev.rankine.ops.Padding
import dev.rankine.ops.Value
import dev.rankine.ops.conv2d
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.Half
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Vec
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.halvingPlane
import dev.rankine.tensor.keepingPlane
import dev.rankine.tensor.unchecked
import dev.rankine.tensor.withPlane

/**
 * Slides kernels over planes. `[N, In, H, W] -> [N, Out, H', W']`, with or without `N`; the weight is `[Out, In / groups, kh, kw]` as in
 * PyTorch. Weight and bias start uniform in `(-1/sqrt(fan), 1/sqrt(fan))` with `fan = In / groups * kh * kw`, as PyTorch's do.
 *
 * `conv(x)` is for kernels that keep the number of rows and columns, `conv.halving(x)` for those that halve both; otherwise name those of the
 * result: `conv(x, rows = Rows, columns = Columns)`. Their sizes are checked against the result.
 *
 * @param kernel,stride,dilation one number for both directions, or height and width.
 * @param padding what surrounds the planes: as many rows and columns of [paddingMode] (zeros if it is `CONSTANT`) as it says.
 * @param groups into how many groups the channels are cut; each sees its own part of the input's channels.
 * @throws ShapeException if a dim declares no size, the channels do not divide into [groups], or the numbers are no sizes.
 */
@ShapeRule(CONV_RULE)
@OptIn(UncheckedShape::class)
public class Conv2d<In : Dim<*>, Out : Dim<*>>(
    input: Sized<In>,
    output: Sized<Out>,
    kernel: List<Int>,
    private val stride: List<Int> = listOf(1),
    padding: Padding = Padding.Both(0),
    private val dilation: List<Int> = listOf(1),
    private val groups: Int = 1,
    bias: Boolean = true,
    paddingMode: PadMode = PadMode.CONSTANT,
) : Convolution<In, Out>("conv2d", input, output, 2, kernel, stride, padding, dilation, groups, paddingMode) {
    /** With the same number for both directions. */
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
    ) : this(input, output, listOf(kernel), listOf(stride), Padding.Both(padding), listOf(dilation), groups, bias, paddingMode)

    /** With [padding] by name: `Conv2d(Colors, Features, kernel = 3, padding = Padding.SAME)` keeps rows and columns. */
    public constructor(
        input: Sized<In>,
        output: Sized<Out>,
        kernel: Int,
        padding: Padding,
        stride: Int = 1,
        dilation: Int = 1,
        groups: Int = 1,
        bias: Boolean = true,
        paddingMode: PadMode = PadMode.CONSTANT,
    ) : this(input, output, listOf(kernel), listOf(stride), padding, listOf(dilation), groups, bias, paddingMode)

    /** `[Out, In / groups, kh, kw]`. */
    public val weight: Parameter<Rank4<Out, Dyn, Dyn, Dyn>> by
        parameter(to, Dyn of from.size / groups, Dyn of sizes[0], Dyn of sizes[1]) { uniformFanIn(it, fan) }

    /** `[Out]`, or null if there is none. */
    public val bias: Parameter<Vec<Out>>? by optional(bias, parameter(to) { uniformFanIn(it, fan) })

    override val hasBias: Boolean get() = bias != null

    override fun convolve(x: Value, padding: Padding): Value = conv2d(x, weight.value, bias?.value, padding, stride, dilation, groups)

    /** A kernel that keeps rows and columns. `[N, In, H, W] -> [N, Out, H, W]`. Throws [ShapeException] if it does not. */
    @ShapeRule(CONV_KEEPING_RULE)
    @JvmName("invokeKeeping4")
    public operator fun <N : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(x: Tensor<Rank4<N, In, H, W>>): Tensor<Rank4<N, Out, H, W>> =
        keepingPlane("conv2d", x.value, call(x.value), to, NAME_THE_RESULT).unchecked()

    /** A kernel that keeps rows and columns. `[In, H, W] -> [Out, H, W]`. Throws [ShapeException] if it does not. */
    @ShapeRule(CONV_KEEPING_RULE)
    @JvmName("invokeKeeping3")
    public operator fun <H : Dim<*>, W : Dim<*>> invoke(x: Tensor<Cube<In, H, W>>): Tensor<Cube<Out, H, W>> =
        keepingPlane("conv2d", x.value, call(x.value), to, NAME_THE_RESULT).unchecked()

    /** `[N, In, H, W] -> [N, Out, R, C]`. Throws [ShapeException] if the result has other numbers of rows or columns. */
    @ShapeRule(CONV_NAMED_RULE)
    @JvmName("invokeNamed4")
    public operator fun <N : Dim<*>, H : Dim<*>, W : Dim<*>, R : Dim<*>, C : Dim<*>> invoke(
        x: Tensor<Rank4<N, In, H, W>>,
        rows: Sized<R>,
        columns: Sized<C>,
    ): Tensor<Rank4<N, Out, R, C>> = withPlane("conv2d", x.value, call(x.value), to, rows, columns).unchecked()

    /** `[In, H, W] -> [Out, R, C]`. Throws [ShapeException] if the result has other numbers of rows or columns. */
    @ShapeRule(CONV_NAMED_RULE)
    @JvmName("invokeNamed3")
    public operator fun <H : Dim<*>, W : Dim<*>, R : Dim<*>, C : Dim<*>> invoke(
        x: Tensor<Cube<In, H, W>>,
        rows: Sized<R>,
        columns: Sized<C>,
    ): Tensor<Cube<Out, R, C>> = withPlane("conv2d", x.value, call(x.value), to, rows, columns).unchecked()

    /**
     * A stride of 2 that leaves exactly half of the rows and of the columns. `[N, In, H, W] -> [N, Out, H/2, W/2]`. Throws [ShapeException]
     * if it leaves another number.
     */
    @ShapeRule(CONV_HALVING_RULE)
    @JvmName("halving4")
    public fun <N : Dim<*>, H : Dim<*>, W : Dim<*>> halving(x: Tensor<Rank4<N, In, H, W>>): Tensor<Rank4<N, Out, Half<H>, Half<W>>> =
        halvingPlane("conv2d", x.value, call(x.value), to, NAME_THE_RESULT).unchecked()

    /** As the other form. `[In, H, W] -> [Out, H/2, W/2]`. Throws [ShapeException] if it leaves another number. */
    @ShapeRule(CONV_HALVING_RULE)
    @JvmName("halving3")
    public fun <H : Dim<*>, W : Dim<*>> halving(x: Tensor<Cube<In, H, W>>): Tensor<Cube<Out, Half<H>, Half<W>>> =
        halvingPlane("conv2d", x.value, call(x.value), to, NAME_THE_RESULT).unchecked()

    /** As the other forms, where only the channels are known. The compiler names this form where another channel is given. */
    @JvmName("invokeKeepingAny")
    public operator fun invoke(x: Tensor<Rank4<*, In, *, *>>): Tensor<Rank4<*, Out, *, *>> =
        keepingPlane("conv2d", x.value, call(x.value), to, NAME_THE_RESULT).unchecked()

    /** As the other forms, where only the channels are known. The compiler names this form where another channel is given. */
    @JvmName("invokeNamedAny")
    public operator fun invoke(x: Tensor<Rank4<*, In, *, *>>, rows: Sized<*>, columns: Sized<*>): Tensor<Rank4<*, Out, *, *>> =
        withPlane("conv2d", x.value, call(x.value), to, rows, columns).unchecked()

    /** As the other forms, where only the channels are known. The compiler names this form where another channel is given. */
    @JvmName("halvingAny")
    public fun halving(x: Tensor<Rank4<*, In, *, *>>): Tensor<Rank4<*, Out, *, *>> =
        halvingPlane("conv2d", x.value, call(x.value), to, NAME_THE_RESULT).unchecked()

    /** Untyped: all is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun <S : AnyShape> invoke(x: Tensor<S>): Tensor<AnyShape> = call(x.value).unchecked()
}
