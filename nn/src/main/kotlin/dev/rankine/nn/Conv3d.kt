package dev.rankine.nn

import dev.rankine.ops.PadMode
import dev.rankine.ops.Padding
import dev.rankine.ops.Value
import dev.rankine.ops.conv3d
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.Half
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
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

private const val OP = "conv3d"

/**
 * Slides kernels over volumes. `[N, In, D, H, W] -> [N, Out, D', H', W']`, with or without `N`; the weight is `[Out, In / groups, kd, kh, kw]` as in PyTorch.
 * Weight and bias start uniform in `(-1/sqrt(fan), 1/sqrt(fan))` with `fan = In / groups * kd * kh * kw`, as PyTorch's do.
 *
 * `conv(x)` is for kernels that keep planes, rows and columns, `conv.halving(x)` for those that halve them; otherwise name those of the result:
 * `conv(x, depth = Depth, rows = Rows, columns = Columns)`. Their sizes are checked against the result.
 *
 * @param kernel,stride,dilation one number for all directions, or depth, height and width.
 * @param padding what surrounds the volumes: as many elements of [paddingMode] (zeros if it is `CONSTANT`) as it says.
 * @param groups into how many groups the channels are cut; each sees its own part of the input's channels.
 * @throws ShapeException if a dim declares no size, the channels do not divide into [groups], or the numbers are no sizes.
 */
@ShapeRule(CONV3D_LAYER_RULE)
@OptIn(UncheckedShape::class)
public class Conv3d<In : Dim<*>, Out : Dim<*>>(
    input: Sized<In>,
    output: Sized<Out>,
    kernel: List<Int>,
    private val stride: List<Int> = listOf(1),
    padding: Padding = Padding.Each(0),
    private val dilation: List<Int> = listOf(1),
    private val groups: Int = 1,
    bias: Boolean = true,
    paddingMode: PadMode = PadMode.CONSTANT,
) : Convolution<In, Out>(OP, input, output, 3, kernel, stride, padding, dilation, groups, paddingMode) {
    /** With the same number for all directions. */
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
    ) : this(input, output, listOf(kernel), listOf(stride), Padding.Each(padding), listOf(dilation), groups, bias, paddingMode)

    /** With [padding] by name: `Conv3d(Colors, Features, kernel = 3, padding = Padding.SAME)` keeps planes, rows and columns. */
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

    /** `[Out, In / groups, kd, kh, kw]`. */
    public val weight: Parameter<Rank5<Out, Dyn, Dyn, Dyn, Dyn>> by
        parameter(to, Dyn of from.size / groups, Dyn of sizes[0], Dyn of sizes[1], Dyn of sizes[2]) { uniformFanIn(it, fan) }

    /** `[Out]`, or null if there is none. */
    public val bias: Parameter<Vec<Out>>? by optional(bias, parameter(to) { uniformFanIn(it, fan) })

    override val hasBias: Boolean get() = bias != null

    override fun convolve(x: Value, padding: Padding): Value = conv3d(x, weight.value, bias?.value, padding, stride, dilation, groups)

    /** A kernel that keeps planes, rows and columns. `[N, In, D, H, W] -> [N, Out, D, H, W]`. Throws [ShapeException] if it does not. */
    @ShapeRule(CONV3D_KEEPING_RULE)
    @JvmName("invokeKeeping5")
    public operator fun <N : Dim<*>, D : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(
        x: Tensor<Rank5<N, In, D, H, W>>,
    ): Tensor<Rank5<N, Out, D, H, W>> = keepingSpace(OP, x.value, call(x.value), to, 3, NAME_THE_VOLUME).unchecked()

    /** A kernel that keeps planes, rows and columns. `[In, D, H, W] -> [Out, D, H, W]`. Throws [ShapeException] if it does not. */
    @ShapeRule(CONV3D_KEEPING_RULE)
    @JvmName("invokeKeeping4")
    public operator fun <D : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(x: Tensor<Rank4<In, D, H, W>>): Tensor<Rank4<Out, D, H, W>> =
        keepingSpace(OP, x.value, call(x.value), to, 3, NAME_THE_VOLUME).unchecked()

    /** `[N, In, D, H, W] -> [N, Out, P, R, C]`. Throws [ShapeException] if the result has another size. */
    @ShapeRule(CONV3D_NAMED_RULE)
    @JvmName("invokeNamed5")
    public operator fun <N : Dim<*>, D : Dim<*>, H : Dim<*>, W : Dim<*>, P : Dim<*>, R : Dim<*>, C : Dim<*>> invoke(
        x: Tensor<Rank5<N, In, D, H, W>>,
        depth: Sized<P>,
        rows: Sized<R>,
        columns: Sized<C>,
    ): Tensor<Rank5<N, Out, P, R, C>> =
        withSpace(OP, x.value, call(x.value), to, "planes" to depth, "rows" to rows, "columns" to columns).unchecked()

    /** `[In, D, H, W] -> [Out, P, R, C]`. Throws [ShapeException] if the result has another size. */
    @ShapeRule(CONV3D_NAMED_RULE)
    @JvmName("invokeNamed4")
    public operator fun <D : Dim<*>, H : Dim<*>, W : Dim<*>, P : Dim<*>, R : Dim<*>, C : Dim<*>> invoke(
        x: Tensor<Rank4<In, D, H, W>>,
        depth: Sized<P>,
        rows: Sized<R>,
        columns: Sized<C>,
    ): Tensor<Rank4<Out, P, R, C>> =
        withSpace(OP, x.value, call(x.value), to, "planes" to depth, "rows" to rows, "columns" to columns).unchecked()

    /**
     * A stride of 2 that leaves exactly half of the planes, of the rows and of the columns. `[N, In, D, H, W] -> [N, Out, D/2, H/2,
     * W/2]`. Throws [ShapeException] if it leaves another number.
     */
    @ShapeRule(CONV3D_HALVING_RULE)
    @JvmName("halving5")
    public fun <N : Dim<*>, D : Dim<*>, H : Dim<*>, W : Dim<*>> halving(
        x: Tensor<Rank5<N, In, D, H, W>>,
    ): Tensor<Rank5<N, Out, Half<D>, Half<H>, Half<W>>> = halvingSpace(OP, x.value, call(x.value), to, 3, NAME_THE_VOLUME).unchecked()

    /**
     * A stride of 2 that leaves exactly half of the planes, of the rows and of the columns. `[In, D, H, W] -> [Out, D/2, H/2, W/2]`.
     * Throws [ShapeException] if it leaves another number.
     */
    @ShapeRule(CONV3D_HALVING_RULE)
    @JvmName("halving4")
    public fun <D : Dim<*>, H : Dim<*>, W : Dim<*>> halving(x: Tensor<Rank4<In, D, H, W>>): Tensor<Rank4<Out, Half<D>, Half<H>, Half<W>>> =
        halvingSpace(OP, x.value, call(x.value), to, 3, NAME_THE_VOLUME).unchecked()

    /** As the other forms, where only the channels are known. The compiler names this form where another channel is given. */
    @JvmName("invokeKeepingAny")
    public operator fun invoke(x: Tensor<Rank5<*, In, *, *, *>>): Tensor<Rank5<*, Out, *, *, *>> =
        keepingSpace(OP, x.value, call(x.value), to, 3, NAME_THE_VOLUME).unchecked()

    /** As the other forms, where only the channels are known. The compiler names this form where another channel is given. */
    @JvmName("invokeNamedAny")
    public operator fun invoke(
        x: Tensor<Rank5<*, In, *, *, *>>,
        depth: Sized<*>,
        rows: Sized<*>,
        columns: Sized<*>,
    ): Tensor<Rank5<*, Out, *, *, *>> =
        withSpace(OP, x.value, call(x.value), to, "planes" to depth, "rows" to rows, "columns" to columns).unchecked()

    /** As the other forms, where only the channels are known. The compiler names this form where another channel is given. */
    @JvmName("halvingAny")
    public fun halving(x: Tensor<Rank5<*, In, *, *, *>>): Tensor<Rank5<*, Out, *, *, *>> =
        halvingSpace(OP, x.value, call(x.value), to, 3, NAME_THE_VOLUME).unchecked()

    /** Untyped: all is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun <S : AnyShape> invoke(x: Tensor<S>): Tensor<AnyShape> = call(x.value).unchecked()
}
