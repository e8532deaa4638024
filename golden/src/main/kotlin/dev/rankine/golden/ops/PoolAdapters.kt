package dev.rankine.golden.ops

import dev.rankine.ops.Value
import dev.rankine.ops.adaptiveAvgPool1d
import dev.rankine.ops.adaptiveAvgPool3d
import dev.rankine.ops.adaptiveMaxPool1dWithIndices
import dev.rankine.ops.adaptiveMaxPool2dWithIndices
import dev.rankine.ops.adaptiveMaxPool3dWithIndices
import dev.rankine.ops.avgPool1d
import dev.rankine.ops.avgPool3d
import dev.rankine.ops.maxPool1dWithIndices
import dev.rankine.ops.maxPool3dWithIndices
import dev.rankine.ops.maxUnpool1d
import dev.rankine.ops.maxUnpool2d
import dev.rankine.ops.maxUnpool3d

internal fun AdapterTable.pooling() {
    maxPools()
    avgPools()
    adaptivePools()
    unpools()
}

private fun AdapterTable.maxPools() {
    ops("nn.functional.max_pool1d", "input kernel_size stride padding dilation ceil_mode return_indices") {
        val kernel = ints("kernel_size").single()
        val (stride, padding) = (intsOrNull("stride")?.single() ?: kernel) to (intsOrNull("padding")?.single() ?: 0)
        val dilation = intsOrNull("dilation")?.single() ?: 1
        chosen(maxPool1dWithIndices(tensor("input"), kernel, stride, padding, dilation, flag("ceil_mode", false)))
    }
    ops("nn.functional.max_pool3d", "input kernel_size stride padding dilation ceil_mode return_indices") {
        chosen(
            maxPool3dWithIndices(
                tensor("input"),
                ints("kernel_size"),
                intsOrNull("stride").orEmpty(),
                intsOrNull("padding") ?: listOf(0),
                intsOrNull("dilation") ?: listOf(1),
                flag("ceil_mode", false),
            ),
        )
    }
}

private fun AdapterTable.avgPools() {
    op("nn.functional.avg_pool1d", "input kernel_size stride padding ceil_mode count_include_pad") {
        val kernel = ints("kernel_size").single()
        val (stride, padding) = (intsOrNull("stride")?.single() ?: kernel) to (intsOrNull("padding")?.single() ?: 0)
        avgPool1d(tensor("input"), kernel, stride, padding, flag("ceil_mode", false), flag("count_include_pad", true))
    }
    op("nn.functional.avg_pool3d", "input kernel_size stride padding ceil_mode count_include_pad divisor_override") {
        avgPool3d(
            tensor("input"),
            ints("kernel_size"),
            intsOrNull("stride").orEmpty(),
            intsOrNull("padding") ?: listOf(0),
            flag("ceil_mode", false),
            flag("count_include_pad", true),
            intOrNull("divisor_override"),
        )
    }
}

private fun AdapterTable.adaptivePools() {
    op("nn.functional.adaptive_avg_pool1d", "input output_size") { adaptiveAvgPool1d(tensor("input"), ints("output_size").single()) }
    op("nn.functional.adaptive_avg_pool3d", "input output_size") {
        val (depth, height, width) = directions(3)
        adaptiveAvgPool3d(tensor("input"), depth, height, width)
    }
    ops("nn.functional.adaptive_max_pool1d", "input output_size return_indices") {
        chosen(adaptiveMaxPool1dWithIndices(tensor("input"), directions(1)[0]))
    }
    ops("nn.functional.adaptive_max_pool2d", "input output_size return_indices") {
        val (height, width) = directions(2)
        chosen(adaptiveMaxPool2dWithIndices(tensor("input"), height, width))
    }
    ops("nn.functional.adaptive_max_pool3d", "input output_size return_indices") {
        val (depth, height, width) = directions(3)
        chosen(adaptiveMaxPool3dWithIndices(tensor("input"), depth, height, width))
    }
}

private fun AdapterTable.unpools() {
    op("nn.functional.max_unpool1d", "input indices kernel_size stride padding output_size") {
        val kernel = ints("kernel_size").single()
        val (stride, padding) = (intsOrNull("stride")?.single() ?: kernel) to (intsOrNull("padding")?.single() ?: 0)
        maxUnpool1d(tensor("input"), tensor("indices"), kernel, stride, padding, intsOrNull("output_size")?.last())
    }
    op("nn.functional.max_unpool2d", "input indices kernel_size stride padding output_size") {
        val (stride, padding) = intsOrNull("stride").orEmpty() to (intsOrNull("padding") ?: listOf(0))
        maxUnpool2d(tensor("input"), tensor("indices"), ints("kernel_size"), stride, padding, intsOrNull("output_size")?.takeLast(2))
    }
    op("nn.functional.max_unpool3d", "input indices kernel_size stride padding output_size") {
        val (stride, padding) = intsOrNull("stride").orEmpty() to (intsOrNull("padding") ?: listOf(0))
        maxUnpool3d(tensor("input"), tensor("indices"), ints("kernel_size"), stride, padding, intsOrNull("output_size")?.takeLast(3))
    }
}

/** The sizes of the result: one number for all directions, or one for each. */
private fun Arguments.directions(count: Int): List<Int?> =
    intsOrNulls("output_size").let { if (it.size == 1) List(count) { _ -> it[0] } else it }

/** The values, and the indices if they are asked for. */
private fun Arguments.chosen(found: Pair<Value, Value>): List<Value> =
    if (flag("return_indices", false)) found.toList() else listOf(found.first)
