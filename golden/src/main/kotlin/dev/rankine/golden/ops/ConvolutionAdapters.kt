package dev.rankine.golden.ops

import dev.rankine.golden.absent
import dev.rankine.ops.Padding
import dev.rankine.ops.Value
import dev.rankine.ops.conv1d
import dev.rankine.ops.conv3d
import dev.rankine.ops.convTranspose1d
import dev.rankine.ops.convTranspose2d
import dev.rankine.ops.convTranspose3d
import dev.rankine.ops.fold
import dev.rankine.ops.unfold

private const val CONVOLUTION = "input weight bias stride padding dilation groups"
private const val TRANSPOSED = "input weight bias stride padding output_padding groups dilation"

internal fun AdapterTable.convolutions() {
    op("nn.functional.conv1d", CONVOLUTION) {
        conv1d(
            tensor("input"),
            tensor("weight"),
            tensorOrNull("bias"),
            eachPadding(),
            one("stride", 1),
            one("dilation", 1),
            int("groups", 1),
        )
    }
    op("nn.functional.conv3d", CONVOLUTION) {
        val stride = list("stride", 1)
        conv3d(tensor("input"), tensor("weight"), tensorOrNull("bias"), eachPadding(), stride, list("dilation", 1), int("groups", 1))
    }
    op("nn.functional.conv_transpose1d", TRANSPOSED) {
        convTranspose1d(
            tensor("input"),
            tensor("weight"),
            tensorOrNull("bias"),
            one("stride", 1),
            one("padding", 0),
            one("output_padding", 0),
            int("groups", 1),
            one("dilation", 1),
        )
    }
    op("nn.functional.conv_transpose2d", TRANSPOSED) { transposed(::convTranspose2d) }
    op("nn.functional.conv_transpose3d", TRANSPOSED) { transposed(::convTranspose3d) }
    op("nn.functional.unfold", "input kernel_size dilation padding stride") {
        unfold(tensor("input"), ints("kernel_size"), list("dilation", 1), list("padding", 0), list("stride", 1))
    }
    op("nn.functional.fold", "input output_size kernel_size dilation padding stride") {
        fold(tensor("input"), ints("output_size"), ints("kernel_size"), list("dilation", 1), list("padding", 0), list("stride", 1))
    }
}

/** Numbers or a word: what surrounds the input of a convolution. */
internal fun Arguments.eachPadding(): Padding =
    when (if (isText("padding")) text("padding", "") else null) {
        null -> Padding.Each(list("padding", 0))
        "same" -> Padding.SAME
        "valid" -> Padding.VALID
        else -> absent("this padding")
    }

internal fun Arguments.list(name: String, default: Int): List<Int> = intsOrNull(name) ?: listOf(default)

internal fun Arguments.one(name: String, default: Int): Int = list(name, default).single()

private fun Arguments.transposed(op: (Value, Value, Value?, List<Int>, List<Int>, List<Int>, Int, List<Int>) -> Value): Value =
    op(
        tensor("input"),
        tensor("weight"),
        tensorOrNull("bias"),
        list("stride", 1),
        list("padding", 0),
        list("output_padding", 0),
        int("groups", 1),
        list("dilation", 1),
    )
