package dev.rankine.nn

import dev.rankine.ops.PadMode
import dev.rankine.ops.Padding
import dev.rankine.ops.Value
import dev.rankine.ops.pad
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dim
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sized

/** What slides kernels over lines, planes or volumes: [Conv1d], [Conv2d], [Conv3d]. `[N, In, *space] -> [N, Out, *space']`, with or without `N`. */
public abstract class Convolution<In : Dim<*>, Out : Dim<*>> internal constructor(
    private val op: String,
    input: Sized<In>,
    output: Sized<Out>,
    private val axes: Int,
    kernel: List<Int>,
    private val stride: List<Int>,
    private val padding: Padding,
    private val dilation: List<Int>,
    private val groups: Int,
    private val paddingMode: PadMode,
) : Mapping() {
    internal val from: Axis<In> = input.toAxis()
    internal val to: Axis<Out> = output.toAxis()

    /** The size of the kernel in every direction. */
    internal val sizes: List<Int> = atLeast(1, op, "kernel", directions(op, "kernel", kernel, axes))

    init {
        atLeast(1, op, "stride", directions(op, "stride", stride, axes))
        atLeast(1, op, "dilation", directions(op, "dilation", dilation, axes))
        checkGroups(op, from, to, groups)
        if (padding == Padding.SAME && stride.any { it != 1 }) throw ShapeException("$op: the same size needs stride 1: $stride given")
        before()
    }

    /** How many numbers each result is made of. */
    internal val fan: Int = sizes.fold(from.size / groups, Int::times)

    override val takes: KnownAxis get() = KnownAxis(AxisPlace.CHANNELS, from)

    override fun gives(before: KnownAxis?): KnownAxis = KnownAxis(AxisPlace.CHANNELS, to)

    override fun forward(x: Value): Value {
        // what has other axes is refused there
        if (paddingMode == PadMode.CONSTANT || x.rank !in axes + 1..axes + 2) return convolve(x, padding)
        return convolve(pad(x, pads(), paddingMode), Padding.VALID)
    }

    internal abstract fun convolve(x: Value, padding: Padding): Value

    internal abstract val hasBias: Boolean

    override fun details(): String =
        listOfNotNull(
            "${from.dim} = ${from.size} -> ${to.dim} = ${to.size}",
            "kernel = ${sizes.joinToString("x")}",
            "stride = $stride".takeIf { stride.any { it != 1 } },
            "padding = $padding".takeIf { padding == Padding.SAME || before().any { it != 0 } },
            "dilation = $dilation".takeIf { dilation.any { it != 1 } },
            "groups = $groups".takeIf { groups != 1 },
            "no bias".takeIf { !hasBias },
            "$paddingMode".takeIf { paddingMode != PadMode.CONSTANT },
        ).joinToString()

    /** Pairs from the last axis on, as [pad] takes them; of an odd number the larger half comes after, as in PyTorch. */
    private fun pads(): List<Int> {
        val all = directions(op, "dilation", dilation, axes).zip(sizes) { step, size -> step * (size - 1) }
        val after = if (padding == Padding.SAME) all.map { it - it / 2 } else before()
        return before().zip(after).asReversed().flatMap { it.toList() }
    }

    /** What is added before each axis. */
    private fun before(): List<Int> =
        when (padding) {
            is Padding.Each -> {
                atLeast(0, op, "padding", directions(op, "padding", padding.numbers, axes))
            }

            is Padding.Both -> {
                if (axes !=
                    2
                ) {
                    throw ShapeException("$op: this padding has height and width: $padding", hint = "call Padding.Each(listOf(...))")
                }
                atLeast(0, op, "padding", listOf(padding.height, padding.width))
            }

            Padding.VALID -> {
                List(axes) { 0 }
            }

            Padding.SAME -> {
                directions(op, "dilation", dilation, axes).zip(sizes) { step, size -> step * (size - 1) / 2 }
            }
        }
}

private val COUNTS = listOf("", "one number", "one number or height and width", "one number or depth, height and width")

/** [numbers] for every one of [axes] directions: one for all of them, or one for each. */
internal fun directions(op: String, word: String, numbers: List<Int>, axes: Int): List<Int> =
    when (numbers.size) {
        axes -> numbers
        1 -> List(axes) { numbers[0] }
        else -> throw ShapeException("$op: $word is ${COUNTS[axes]}: $numbers given")
    }

/** [numbers] if none is below [least]. */
internal fun atLeast(least: Int, op: String, word: String, numbers: List<Int>): List<Int> {
    if (numbers.all { it >= least }) return numbers
    throw ShapeException(
        "$op: $word ${if (least == 0) "cannot be negative" else "must be at least $least"}: ${numbers.joinToString("x")} given",
    )
}

/** Fails if the channels [from] and [to] do not divide into [groups]. */
internal fun checkGroups(op: String, from: Axis<*>, to: Axis<*>, groups: Int) {
    if (groups < 1 || from.size % groups != 0 || to.size % groups != 0) {
        throw ShapeException("$op: the channels do not divide into groups: $from, $to, $groups groups")
    }
}
