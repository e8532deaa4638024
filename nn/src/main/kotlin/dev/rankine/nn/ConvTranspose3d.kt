package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.convTranspose3d
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
import dev.rankine.tensor.doublingSpace
import dev.rankine.tensor.keepingSpace
import dev.rankine.tensor.unchecked
import dev.rankine.tensor.withSpace

private const val OP = "conv_transpose3d"

/**
 * Spreads volumes with kernels: a transposed convolution. `[N, In, D, H, W] -> [N, Out, D', H', W']`, with or without `N`, where
 * `h' = (h - 1) * stride - 2 * padding + dilation * (kh - 1) + outputPadding + 1`, likewise `d'` and `w'`;
 * the weight is `[In, Out / groups, kd, kh, kw]` as in PyTorch.
 * Weight and bias start uniform in `(-1/sqrt(fan), 1/sqrt(fan))` with `fan = Out / groups * kd * kh * kw`, as PyTorch's do.
 *
 * A stride above 1 makes several sizes of a convolution's input one size of its result; [outputPadding] says which is meant, or the call:
 * `up.doubling(x)` undoes a halving, `up(x, depth = Depth, rows = Rows, columns = Columns)` gives those sizes, and `up.call(x, outputSize)` is the untyped form.
 * `up(x)` is for kernels that keep planes, rows and columns.
 *
 * @param kernel,stride,padding,outputPadding,dilation one number for all directions, or depth, height and width.
 * @param groups into how many groups the channels are cut; each sees its own part of the input's channels.
 * @throws ShapeException if a dim declares no size, the channels do not divide into [groups], or the numbers are no sizes.
 */
@ShapeRule(TRANSPOSED3D_LAYER_RULE)
@OptIn(UncheckedShape::class)
public class ConvTranspose3d<In : Dim<*>, Out : Dim<*>>(
    input: Sized<In>,
    output: Sized<Out>,
    kernel: List<Int>,
    stride: List<Int> = listOf(1),
    padding: List<Int> = listOf(0),
    outputPadding: List<Int> = listOf(0),
    groups: Int = 1,
    bias: Boolean = true,
    dilation: List<Int> = listOf(1),
) : TransposedConvolution<In, Out>(OP, input, output, kernel, stride, padding, outputPadding, groups, dilation, 3) {
    /** With the same number for all directions. */
    public constructor(
        input: Sized<In>,
        output: Sized<Out>,
        kernel: Int,
        stride: Int = 1,
        padding: Int = 0,
        outputPadding: Int = 0,
        groups: Int = 1,
        bias: Boolean = true,
        dilation: Int = 1,
    ) : this(
        input,
        output,
        listOf(kernel),
        listOf(stride),
        listOf(padding),
        listOf(outputPadding),
        groups,
        bias,
        listOf(dilation),
    )

    /** `[In, Out / groups, kd, kh, kw]`. */
    public val weight: Parameter<Rank5<In, Dyn, Dyn, Dyn, Dyn>> by
        parameter(from, Dyn of to.size / groups, Dyn of sizes[0], Dyn of sizes[1], Dyn of sizes[2]) { uniformFanIn(it, fan) }

    /** `[Out]`, or null if there is none. */
    public val bias: Parameter<Vec<Out>>? by optional(bias, parameter(to) { uniformFanIn(it, fan) })

    override val hasBias: Boolean get() = bias != null

    override fun spread(x: Value, outputPadding: List<Int>): Value =
        convTranspose3d(x, weight.value, bias?.value, stride, padding, outputPadding, groups, dilation)

    /** A kernel that keeps planes, rows and columns. `[N, In, D, H, W] -> [N, Out, D, H, W]`. Throws [ShapeException] if it does not. */
    @ShapeRule(TRANSPOSED3D_KEEPING_RULE)
    @JvmName("invokeKeeping5")
    public operator fun <N : Dim<*>, D : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(
        x: Tensor<Rank5<N, In, D, H, W>>,
    ): Tensor<Rank5<N, Out, D, H, W>> = keepingSpace(OP, x.value, call(x.value), to, 3, NAME_THE_VOLUME).unchecked()

    /** A kernel that keeps planes, rows and columns. `[In, D, H, W] -> [Out, D, H, W]`. Throws [ShapeException] if it does not. */
    @ShapeRule(TRANSPOSED3D_KEEPING_RULE)
    @JvmName("invokeKeeping4")
    public operator fun <D : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(x: Tensor<Rank4<In, D, H, W>>): Tensor<Rank4<Out, D, H, W>> =
        keepingSpace(OP, x.value, call(x.value), to, 3, NAME_THE_VOLUME).unchecked()

    /** `[N, In, D, H, W] -> [N, Out, P, R, C]`. Throws [ShapeException] if no result has these sizes. */
    @ShapeRule(TRANSPOSED3D_NAMED_RULE)
    @JvmName("invokeNamed5")
    public operator fun <N : Dim<*>, D : Dim<*>, H : Dim<*>, W : Dim<*>, P : Dim<*>, R : Dim<*>, C : Dim<*>> invoke(
        x: Tensor<Rank5<N, In, D, H, W>>,
        depth: Sized<P>,
        rows: Sized<R>,
        columns: Sized<C>,
    ): Tensor<Rank5<N, Out, P, R, C>> =
        withSpace(
            OP,
            x.value,
            callTo(x.value, wanted(depth, rows, columns)),
            to,
            "planes" to depth,
            "rows" to rows,
            "columns" to columns,
        ).unchecked()

    /** `[In, D, H, W] -> [Out, P, R, C]`. Throws [ShapeException] if no result has these sizes. */
    @ShapeRule(TRANSPOSED3D_NAMED_RULE)
    @JvmName("invokeNamed4")
    public operator fun <D : Dim<*>, H : Dim<*>, W : Dim<*>, P : Dim<*>, R : Dim<*>, C : Dim<*>> invoke(
        x: Tensor<Rank4<In, D, H, W>>,
        depth: Sized<P>,
        rows: Sized<R>,
        columns: Sized<C>,
    ): Tensor<Rank4<Out, P, R, C>> =
        withSpace(
            OP,
            x.value,
            callTo(x.value, wanted(depth, rows, columns)),
            to,
            "planes" to depth,
            "rows" to rows,
            "columns" to columns,
        ).unchecked()

    /**
     * A stride of 2 that undoes a halving. `[N, In, D/2, H/2, W/2] -> [N, Out, D, H, W]`. Throws [ShapeException] if no result has twice
     * the sizes.
     */
    @ShapeRule(TRANSPOSED3D_DOUBLING_RULE)
    @JvmName("doubling5")
    public fun <N : Dim<*>, D : Dim<*>, H : Dim<*>, W : Dim<*>> doubling(
        x: Tensor<Rank5<N, In, Half<D>, Half<H>, Half<W>>>,
    ): Tensor<Rank5<N, Out, D, H, W>> = doublingSpace(OP, x.value, callTo(x.value, twice(x.value)), to, 3, NAME_THE_VOLUME).unchecked()

    /**
     * A stride of 2 that undoes a halving. `[In, D/2, H/2, W/2] -> [Out, D, H, W]`. Throws [ShapeException] if no result has twice the
     * sizes.
     */
    @ShapeRule(TRANSPOSED3D_DOUBLING_RULE)
    @JvmName("doubling4")
    public fun <D : Dim<*>, H : Dim<*>, W : Dim<*>> doubling(
        x: Tensor<Rank4<In, Half<D>, Half<H>, Half<W>>>,
    ): Tensor<Rank4<Out, D, H, W>> = doublingSpace(OP, x.value, callTo(x.value, twice(x.value)), to, 3, NAME_THE_VOLUME).unchecked()

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
        withSpace(
            OP,
            x.value,
            callTo(x.value, wanted(depth, rows, columns)),
            to,
            "planes" to depth,
            "rows" to rows,
            "columns" to columns,
        ).unchecked()

    /** As the other forms, where only the channels are known. The compiler names this form where another channel is given. */
    @JvmName("doublingAny")
    public fun doubling(x: Tensor<Rank5<*, In, *, *, *>>): Tensor<Rank5<*, Out, *, *, *>> =
        doublingSpace(OP, x.value, callTo(x.value, twice(x.value)), to, 3, NAME_THE_VOLUME).unchecked()

    /** Untyped: all is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun <S : AnyShape> invoke(x: Tensor<S>): Tensor<AnyShape> = call(x.value).unchecked()
}
