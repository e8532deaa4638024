package dev.rankine.golden.ops

import dev.rankine.golden.absent
import dev.rankine.ops.Padding
import dev.rankine.ops.adaptiveAvgPool2d
import dev.rankine.ops.avgPool2d
import dev.rankine.ops.bmm
import dev.rankine.ops.conv2d
import dev.rankine.ops.dot
import dev.rankine.ops.linear
import dev.rankine.ops.matmul
import dev.rankine.ops.maxPool2dWithIndices
import dev.rankine.ops.mm
import dev.rankine.ops.mv
import dev.rankine.ops.outer
import dev.rankine.ops.scaledDotProductAttentionWithWeights

internal fun AdapterTable.contractions() {
    op("matmul", "input other") { matmul(tensor("input"), tensor("other")) }
    op("mm", "input mat2") { mm(tensor("input"), tensor("mat2")) }
    op("bmm", "input mat2") { bmm(tensor("input"), tensor("mat2")) }
    op("mv", "input vec") { mv(tensor("input"), tensor("vec")) }
    op("dot", "input other") { dot(tensor("input"), tensor("other")) }
    op("outer", "input vec2") { outer(tensor("input"), tensor("vec2")) }
    ops("nn.functional._scaled_dot_product_attention", "query key value attn_mask dropout_p need_attn_weights is_causal") {
        // need_attn_weights is no part of the meaning: this version returns them in any case
        flag("need_attn_weights", false)
        scaledDotProductAttentionWithWeights(
            tensor("query"),
            tensor("key"),
            tensor("value"),
            tensorOrNull("attn_mask"),
            flag("is_causal", false),
            numberOrNull("dropout_p")?.toDouble() ?: 0.0,
        ).toList()
    }
    op("nn.functional.linear", "input weight bias") { linear(tensor("input"), tensor("weight"), tensorOrNull("bias")) }
    op("nn.functional.conv2d", "input weight bias stride padding dilation groups") {
        conv2d(
            tensor("input"),
            tensor("weight"),
            tensorOrNull("bias"),
            padding(),
            stride = intsOrNull("stride") ?: listOf(1),
            dilation = intsOrNull("dilation") ?: listOf(1),
            groups = int("groups", 1),
        )
    }
    pools()
}

private fun AdapterTable.pools() {
    ops("nn.functional.max_pool2d", "input kernel_size stride padding dilation ceil_mode return_indices") {
        val (values, indices) =
            maxPool2dWithIndices(
                tensor("input"),
                ints("kernel_size"),
                intsOrNull("stride").orEmpty(),
                intsOrNull("padding") ?: listOf(0),
                intsOrNull("dilation") ?: listOf(1),
                flag("ceil_mode", false),
            )
        if (flag("return_indices", false)) listOf(values, indices) else listOf(values)
    }
    op("nn.functional.avg_pool2d", "input kernel_size stride padding ceil_mode count_include_pad divisor_override") {
        avgPool2d(
            tensor("input"),
            ints("kernel_size"),
            intsOrNull("stride").orEmpty(),
            intsOrNull("padding") ?: listOf(0),
            flag("ceil_mode", false),
            flag("count_include_pad", true),
            intOrNull("divisor_override"),
        )
    }
    op("nn.functional.adaptive_avg_pool2d", "input output_size") {
        val sizes = intsOrNulls("output_size")
        adaptiveAvgPool2d(tensor("input"), sizes.first(), sizes.last())
    }
}

private fun Arguments.padding(): Padding =
    when (if (isText("padding")) text("padding", "") else null) {
        null -> (intsOrNull("padding") ?: listOf(0)).let { Padding.Both(it.first(), it.last()) }
        "same" -> Padding.SAME
        "valid" -> Padding.VALID
        else -> absent("this padding")
    }
