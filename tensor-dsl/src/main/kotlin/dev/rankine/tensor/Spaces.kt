package dev.rankine.tensor

import dev.rankine.ops.Padding
import dev.rankine.ops.Value
import dev.rankine.ops.conv1d
import dev.rankine.ops.conv3d
import dev.rankine.ops.convTranspose1d
import dev.rankine.ops.convTranspose2d
import dev.rankine.ops.convTranspose3d
import dev.rankine.shapes.Sized

/** How the axes of a result are named, by how many axes a function works along. */
internal val HINTS: List<String> =
    listOf(
        "",
        "name the axis of the result: `length = ...`",
        "name the axes of the result: `rows = ..., columns = ...`",
        "name the axes of the result: `depth = ..., rows = ..., columns = ...`",
    )

/** What messages call the elements along the last axes, by how many axes a function works along. */
internal val WORDS: List<List<String>> =
    listOf(emptyList(), listOf("elements"), listOf("rows", "columns"), listOf("planes", "rows", "columns"))

/** Convolutions ([OVER]) and transposed ones ([SPREAD]): their [word], and the axis of their weights that is the [channels] of a result. */
@OptIn(UncheckedShape::class)
internal enum class Slide(private val word: String, private val channels: Int) {
    OVER("conv", 0),
    SPREAD("conv_transpose", 1),
    ;

    /** [y], computed from [x] with [weight], under the names of [space]. */
    fun named(x: Value, y: Value, weight: Tensor<*>, vararg space: Sized<*>): Value {
        val named = Array(space.size) { WORDS[space.size][it] to space[it] }
        return withSpace("$word${space.size}d", x, y, weight.sizes.axis(channels), *named)
    }

    /** [y], computed from [x] with [weight], which keeps the last axes. */
    fun kept(x: Value, y: Value, weight: Tensor<*>): Value =
        keepingSpace(op(weight), x, y, weight.sizes.axis(channels), count(weight), HINTS[count(weight)])

    /** [y], computed from [x] with [weight], which halves the last axes. */
    fun halved(x: Value, y: Value, weight: Tensor<*>): Value =
        halvingSpace(op(weight), x, y, weight.sizes.axis(channels), count(weight), HINTS[count(weight)])

    /** [y], computed from [x] with [weight], which doubles the last axes. */
    fun doubled(x: Value, y: Value, weight: Tensor<*>): Value =
        doublingSpace(op(weight), x, y, weight.sizes.axis(channels), count(weight), HINTS[count(weight)])

    private fun op(weight: Tensor<*>): String = "$word${count(weight)}d"
}

/** How many axes a kernel slides over. */
private fun count(weight: Tensor<*>): Int = weight.sizes.rank - 2

/** The convolution of lines or volumes. */
internal fun slid(x: Value, weight: Tensor<*>, bias: Tensor<*>?, stride: Int, padding: Int, dilation: Int, groups: Int = 1): Value =
    if (count(weight) == 1) {
        conv1d(x, weight.value, bias?.value, stride, padding, dilation, groups)
    } else {
        conv3d(x, weight.value, bias?.value, stride, padding, dilation, groups)
    }

/** The convolution of lines or volumes with as many zeros around [x] as keep its last axes. */
internal fun slidSame(x: Value, weight: Tensor<*>, bias: Tensor<*>?, dilation: Int, groups: Int = 1): Value =
    if (count(weight) == 1) {
        conv1d(x, weight.value, bias?.value, Padding.SAME, dilation = dilation, groups = groups)
    } else {
        conv3d(x, weight.value, bias?.value, Padding.SAME, dilation = listOf(dilation), groups = groups)
    }

/** The transposed convolution of lines, planes or volumes. */
internal fun spread(x: Value, weight: Tensor<*>, bias: Tensor<*>?, stride: Int, padding: Int, outputPadding: Int, dilation: Int): Value =
    when (count(weight)) {
        1 -> convTranspose1d(x, weight.value, bias?.value, stride, padding, outputPadding, dilation = dilation)
        2 -> convTranspose2d(x, weight.value, bias?.value, stride, padding, outputPadding, dilation = dilation)
        else -> convTranspose3d(x, weight.value, bias?.value, stride, padding, outputPadding, dilation = dilation)
    }
