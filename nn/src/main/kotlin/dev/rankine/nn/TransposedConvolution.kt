package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.scope
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dim
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sized

/**
 * What spreads lines, planes or volumes with kernels: [ConvTranspose1d], [ConvTranspose2d], [ConvTranspose3d].
 * `[N, In, *space] -> [N, Out, *space']`, with or without `N`.
 */
public abstract class TransposedConvolution<In : Dim<*>, Out : Dim<*>> internal constructor(
    private val op: String,
    input: Sized<In>,
    output: Sized<Out>,
    kernel: List<Int>,
    stride: List<Int>,
    padding: List<Int>,
    outputPadding: List<Int>,
    internal val groups: Int,
    dilation: List<Int>,
    private val axes: Int,
) : Mapping() {
    internal val from: Axis<In> = input.toAxis()
    internal val to: Axis<Out> = output.toAxis()

    /** The size of the kernel in every direction. */
    internal val sizes: List<Int> = atLeast(1, op, "kernel", directions(op, "kernel", kernel, axes))
    internal val stride: List<Int> = atLeast(1, op, "stride", directions(op, "stride", stride, axes))
    internal val padding: List<Int> = atLeast(0, op, "padding", directions(op, "padding", padding, axes))
    internal val dilation: List<Int> = atLeast(1, op, "dilation", directions(op, "dilation", dilation, axes))
    private val outputPadding: List<Int> = atLeast(0, op, "output padding", directions(op, "output padding", outputPadding, axes))

    init {
        checkGroups(op, from, to, groups)
        if (this.outputPadding.indices.any { this.outputPadding[it] >= maxOf(this.stride[it], this.dilation[it]) }) {
            throw ShapeException(
                "$op: output padding must be smaller than stride or dilation: $outputPadding, stride $stride, dilation $dilation",
            )
        }
    }

    /** The numbers of a kernel that one channel of the input goes into. */
    internal val fan: Int = sizes.fold(to.size / groups, Int::times)

    override val takes: KnownAxis get() = KnownAxis(AxisPlace.CHANNELS, from)

    override fun gives(before: KnownAxis?): KnownAxis = KnownAxis(AxisPlace.CHANNELS, to)

    override fun forward(x: Value): Value = spread(x, outputPadding)

    /**
     * As the other form, to a result of [outputSize] instead of what the output padding says; PyTorch's `output_size`.
     *
     * @param outputSize the last axes of the result, or all of them; of what stands before the last ones nothing is read.
     * @throws ShapeException if no result has this size: for each axis there are as many as the stride.
     */
    public fun call(x: Value, outputSize: List<Int>): Value {
        if (outputSize.size != axes && outputSize.size != x.rank) {
            throw ShapeException(
                "$op: the size of the result needs $axes numbers, or all ${x.rank}: $outputSize given",
                listOf("input" to x.sizes),
            )
        }
        return callTo(x, outputSize.takeLast(axes))
    }

    internal abstract fun spread(x: Value, outputPadding: List<Int>): Value

    internal abstract val hasBias: Boolean

    /** To a result whose last axes have these sizes, each as the output padding says where it is null. */
    internal fun callTo(x: Value, sizes: List<Int?>): Value = scope(word) { spread(x, List(axes) { more(x, it, sizes[it]) }) }

    /** The sizes that these declare. */
    internal fun wanted(vararg space: Sized<*>): List<Int?> =
        space.map {
            when (it) {
                is Axis<*> -> it.size
                is Dim<*> -> it.size
            }
        }

    /** Twice the last sizes of [x]. */
    internal fun twice(x: Value): List<Int> = List(axes) { 2 * x.sizes[it - axes] }

    /** The output padding of axis [axis] that gives a result of [size]. */
    private fun more(x: Value, axis: Int, size: Int?): Int {
        if (size == null || x.rank <= axes) return outputPadding[axis]
        val least = (x.sizes[axis - axes] - 1) * stride[axis] - 2 * padding[axis] + dilation[axis] * (sizes[axis] - 1) + 1
        if (size - least in 0 until stride[axis]) return size - least
        val range = if (stride[axis] == 1) "$least" else "$least to ${least + stride[axis] - 1}"
        throw ShapeException("$op: the number of ${WORDS[axes][axis]} can be $range: $size asked for", listOf("input" to x.sizes))
    }

    override fun details(): String =
        listOfNotNull(
            "${from.dim} = ${from.size} -> ${to.dim} = ${to.size}",
            "kernel = ${sizes.joinToString("x")}",
            "stride = $stride".takeIf { stride.any { it != 1 } },
            "padding = $padding".takeIf { padding.any { it != 0 } },
            "output padding = $outputPadding".takeIf { outputPadding.any { it != 0 } },
            "groups = $groups".takeIf { groups != 1 },
            "dilation = $dilation".takeIf { dilation.any { it != 1 } },
            "no bias".takeIf { !hasBias },
        ).joinToString()

    private companion object {
        val WORDS = listOf(emptyList(), listOf("elements"), listOf("rows", "columns"), listOf("planes", "rows", "columns"))
    }
}
