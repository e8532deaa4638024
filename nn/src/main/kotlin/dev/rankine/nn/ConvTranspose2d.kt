package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.convTranspose2d
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
import dev.rankine.tensor.doublingSpace
import dev.rankine.tensor.keepingSpace
import dev.rankine.tensor.unchecked
import dev.rankine.tensor.withSpace

private const val OP = "conv_transpose2d"

/**
 * Spreads planes with kernels: a transposed convolution. `[N, In, H, W] -> [N, Out, H', W']`, with or without `N`, where
 * `h' = (h - 1) * stride - 2 * padding + dilation * (kh - 1) + outputPadding + 1`, likewise `w'`;
 * the weight is `[In, Out / groups, kh, kw]` as in PyTorch.
 * Weight and bias start uniform in `(-1/sqrt(fan), 1/sqrt(fan))` with `fan = Out / groups * kh * kw`, as PyTorch's do.
 *
 * A stride above 1 makes several sizes of a convolution's input one size of its result; [outputPadding] says which is meant, or the call:
 * `up.doubling(x)` undoes a halving, `up(x, rows = Rows, columns = Columns)` gives those sizes, and `up.call(x, outputSize)` is the untyped form.
 * `up(x)` is for kernels that keep rows and columns.
 *
 * @param kernel,stride,padding,outputPadding,dilation one number for all directions, or height and width.
 * @param groups into how many groups the channels are cut; each sees its own part of the input's channels.
 * @throws ShapeException if a dim declares no size, the channels do not divide into [groups], or the numbers are no sizes.
 */
@ShapeRule(TRANSPOSED2D_LAYER_RULE)
@OptIn(UncheckedShape::class)
public class ConvTranspose2d<In : Dim<*>, Out : Dim<*>>(
    input: Sized<In>,
    output: Sized<Out>,
    kernel: List<Int>,
    stride: List<Int> = listOf(1),
    padding: List<Int> = listOf(0),
    outputPadding: List<Int> = listOf(0),
    groups: Int = 1,
    bias: Boolean = true,
    dilation: List<Int> = listOf(1),
) : TransposedConvolution<In, Out>(OP, input, output, kernel, stride, padding, outputPadding, groups, dilation, 2) {
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

    /** `[In, Out / groups, kh, kw]`. */
    public val weight: Parameter<Rank4<In, Dyn, Dyn, Dyn>> by
        parameter(from, Dyn of to.size / groups, Dyn of sizes[0], Dyn of sizes[1]) { uniformFanIn(it, fan) }

    /** `[Out]`, or null if there is none. */
    public val bias: Parameter<Vec<Out>>? by optional(bias, parameter(to) { uniformFanIn(it, fan) })

    override val hasBias: Boolean get() = bias != null

    override fun spread(x: Value, outputPadding: List<Int>): Value =
        convTranspose2d(x, weight.value, bias?.value, stride, padding, outputPadding, groups, dilation)

    /** A kernel that keeps rows and columns. `[N, In, H, W] -> [N, Out, H, W]`. Throws [ShapeException] if it does not. */
    @ShapeRule(TRANSPOSED2D_KEEPING_RULE)
    @JvmName("invokeKeeping4")
    public operator fun <N : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(x: Tensor<Rank4<N, In, H, W>>): Tensor<Rank4<N, Out, H, W>> =
        keepingSpace(OP, x.value, call(x.value), to, 2, NAME_THE_RESULT).unchecked()

    /** A kernel that keeps rows and columns. `[In, H, W] -> [Out, H, W]`. Throws [ShapeException] if it does not. */
    @ShapeRule(TRANSPOSED2D_KEEPING_RULE)
    @JvmName("invokeKeeping3")
    public operator fun <H : Dim<*>, W : Dim<*>> invoke(x: Tensor<Cube<In, H, W>>): Tensor<Cube<Out, H, W>> =
        keepingSpace(OP, x.value, call(x.value), to, 2, NAME_THE_RESULT).unchecked()

    /** `[N, In, H, W] -> [N, Out, R, C]`. Throws [ShapeException] if no result has these sizes. */
    @ShapeRule(TRANSPOSED2D_NAMED_RULE)
    @JvmName("invokeNamed4")
    public operator fun <N : Dim<*>, H : Dim<*>, W : Dim<*>, R : Dim<*>, C : Dim<*>> invoke(
        x: Tensor<Rank4<N, In, H, W>>,
        rows: Sized<R>,
        columns: Sized<C>,
    ): Tensor<Rank4<N, Out, R, C>> =
        withSpace(OP, x.value, callTo(x.value, wanted(rows, columns)), to, "rows" to rows, "columns" to columns).unchecked()

    /** `[In, H, W] -> [Out, R, C]`. Throws [ShapeException] if no result has these sizes. */
    @ShapeRule(TRANSPOSED2D_NAMED_RULE)
    @JvmName("invokeNamed3")
    public operator fun <H : Dim<*>, W : Dim<*>, R : Dim<*>, C : Dim<*>> invoke(
        x: Tensor<Cube<In, H, W>>,
        rows: Sized<R>,
        columns: Sized<C>,
    ): Tensor<Cube<Out, R, C>> =
        withSpace(OP, x.value, callTo(x.value, wanted(rows, columns)), to, "rows" to rows, "columns" to columns).unchecked()

    /**
     * A stride of 2 that undoes a halving. `[N, In, H/2, W/2] -> [N, Out, H, W]`. Throws [ShapeException] if no result has twice the
     * sizes.
     */
    @ShapeRule(TRANSPOSED2D_DOUBLING_RULE)
    @JvmName("doubling4")
    public fun <N : Dim<*>, H : Dim<*>, W : Dim<*>> doubling(x: Tensor<Rank4<N, In, Half<H>, Half<W>>>): Tensor<Rank4<N, Out, H, W>> =
        doublingSpace(OP, x.value, callTo(x.value, twice(x.value)), to, 2, NAME_THE_RESULT).unchecked()

    /** A stride of 2 that undoes a halving. `[In, H/2, W/2] -> [Out, H, W]`. Throws [ShapeException] if no result has twice the sizes. */
    @ShapeRule(TRANSPOSED2D_DOUBLING_RULE)
    @JvmName("doubling3")
    public fun <H : Dim<*>, W : Dim<*>> doubling(x: Tensor<Cube<In, Half<H>, Half<W>>>): Tensor<Cube<Out, H, W>> =
        doublingSpace(OP, x.value, callTo(x.value, twice(x.value)), to, 2, NAME_THE_RESULT).unchecked()

    /** As the other forms, where only the channels are known. The compiler names this form where another channel is given. */
    @JvmName("invokeKeepingAny")
    public operator fun invoke(x: Tensor<Rank4<*, In, *, *>>): Tensor<Rank4<*, Out, *, *>> =
        keepingSpace(OP, x.value, call(x.value), to, 2, NAME_THE_RESULT).unchecked()

    /** As the other forms, where only the channels are known. The compiler names this form where another channel is given. */
    @JvmName("invokeNamedAny")
    public operator fun invoke(x: Tensor<Rank4<*, In, *, *>>, rows: Sized<*>, columns: Sized<*>): Tensor<Rank4<*, Out, *, *>> =
        withSpace(OP, x.value, callTo(x.value, wanted(rows, columns)), to, "rows" to rows, "columns" to columns).unchecked()

    /** As the other forms, where only the channels are known. The compiler names this form where another channel is given. */
    @JvmName("doublingAny")
    public fun doubling(x: Tensor<Rank4<*, In, *, *>>): Tensor<Rank4<*, Out, *, *>> =
        doublingSpace(OP, x.value, callTo(x.value, twice(x.value)), to, 2, NAME_THE_RESULT).unchecked()

    /** Untyped: all is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun <S : AnyShape> invoke(x: Tensor<S>): Tensor<AnyShape> = call(x.value).unchecked()
}
