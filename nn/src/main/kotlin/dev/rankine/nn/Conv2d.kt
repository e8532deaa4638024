package dev.rankine.nn

import dev.rankine.ops.PadMode
import dev.rankine.ops.Padding
import dev.rankine.ops.Value
import dev.rankine.ops.conv2d
import dev.rankine.ops.pad
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Axis
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
    private val padding: Padding = Padding.Both(0),
    private val dilation: List<Int> = listOf(1),
    private val groups: Int = 1,
    bias: Boolean = true,
    private val paddingMode: PadMode = PadMode.CONSTANT,
) : Mapping() {
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

    private val from: Axis<In> = input.toAxis()
    private val to: Axis<Out> = output.toAxis()
    private val height: Int = direction("conv2d", "kernel", kernel, 0)
    private val width: Int = direction("conv2d", "kernel", kernel, 1)

    init {
        if (groups < 1 || from.size % groups != 0 || to.size % groups != 0) {
            throw ShapeException("conv2d: the channels do not divide into groups: $from, $to, $groups groups")
        }
        if (padding == Padding.SAME && stride.any { it != 1 }) throw ShapeException("conv2d: the same size needs stride 1: $stride given")
    }

    private val fan = from.size / groups * height * width

    /** `[Out, In / groups, kh, kw]`. */
    public val weight: Parameter<Rank4<Out, Dyn, Dyn, Dyn>> by
        parameter(to, Dyn of from.size / groups, Dyn of height, Dyn of width) { uniformFanIn(it, fan) }

    /** `[Out]`, or null if there is none. */
    public val bias: Parameter<Vec<Out>>? by optional(bias, parameter(to) { uniformFanIn(it, fan) })

    override val takes: KnownAxis get() = KnownAxis(AxisPlace.CHANNELS, from)

    override fun gives(before: KnownAxis?): KnownAxis = KnownAxis(AxisPlace.CHANNELS, to)

    override fun forward(x: Value): Value {
        if (paddingMode == PadMode.CONSTANT) return conv2d(x, weight.value, bias?.value, padding, stride, dilation, groups)
        return conv2d(pad(x, pads(), paddingMode), weight.value, bias?.value, Padding.VALID, stride, dilation, groups)
    }

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

    override fun details(): String =
        listOfNotNull(
            "${from.dim} = ${from.size} -> ${to.dim} = ${to.size}",
            "kernel = ${height}x$width",
            "stride = $stride".takeIf { stride.any { it != 1 } },
            "padding = $padding".takeIf { padding != Padding.Both(0) },
            "dilation = $dilation".takeIf { dilation.any { it != 1 } },
            "groups = $groups".takeIf { groups != 1 },
            "no bias".takeIf { bias == null },
            "$paddingMode".takeIf { paddingMode != PadMode.CONSTANT },
        ).joinToString()

    /** Left, right, top, bottom; of an odd number the larger half comes after, as in PyTorch. */
    private fun pads(): List<Int> =
        when (padding) {
            is Padding.Both -> listOf(padding.width, padding.width, padding.height, padding.height)
            Padding.VALID -> List(4) { 0 }
            Padding.SAME -> halves(1, width) + halves(0, height)
        }

    private fun halves(direction: Int, size: Int): List<Int> {
        val all = direction("conv2d", "dilation", dilation, direction) * (size - 1)
        return listOf(all / 2, all - all / 2)
    }
}

/** Height (0) or width (1) of [numbers]: one number for both directions, or height and width. */
internal fun direction(op: String, word: String, numbers: List<Int>, direction: Int): Int {
    if (numbers.size !in 1..2) throw ShapeException("$op: $word is one number or height and width: $numbers given")
    return numbers[direction % numbers.size]
}
