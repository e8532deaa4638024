package dev.rankine.golden.modules

import dev.rankine.golden.ops.Arguments
import dev.rankine.nn.AdaptiveAvgPool1d
import dev.rankine.nn.AdaptiveAvgPool3d
import dev.rankine.nn.AdaptiveMaxPool1d
import dev.rankine.nn.AdaptiveMaxPool2d
import dev.rankine.nn.AdaptiveMaxPool3d
import dev.rankine.nn.AvgPool1d
import dev.rankine.nn.AvgPool3d
import dev.rankine.nn.FractionalMaxPool2d
import dev.rankine.nn.FractionalMaxPool3d
import dev.rankine.nn.LPPool1d
import dev.rankine.nn.LPPool2d
import dev.rankine.nn.Mapping
import dev.rankine.nn.MaxPool1d
import dev.rankine.nn.MaxPool3d
import dev.rankine.nn.MaxUnpool1d
import dev.rankine.nn.MaxUnpool2d
import dev.rankine.nn.MaxUnpool3d
import dev.rankine.ops.Value

internal val poolBuilders: Map<String, Arguments.() -> Built> =
    mapOf(
        "MaxPool1d" to {
            val kernel = int("kernel_size")
            val dilation = int("dilation")
            val pool = MaxPool1d(kernel, int("stride", kernel), int("padding"), dilation, flag("ceil_mode", false))
            withIndices(pool, pool::callWithIndices)
        },
        "MaxPool3d" to {
            val dilation = ints("dilation")
            val pool = MaxPool3d(ints("kernel_size"), stride(), ints("padding"), dilation, flag("ceil_mode", false))
            withIndices(pool, pool::callWithIndices)
        },
        "AvgPool1d" to {
            val kernel = int("kernel_size")
            val counted = flag("count_include_pad", true)
            built(AvgPool1d(kernel, int("stride", kernel), int("padding"), flag("ceil_mode", false), counted))
        },
        "AvgPool3d" to {
            val (counted, divisor) = flag("count_include_pad", true) to intOrNull("divisor_override")
            built(AvgPool3d(ints("kernel_size"), stride(), ints("padding"), flag("ceil_mode", false), counted, divisor))
        },
        "LPPool1d" to {
            val kernel = int("kernel_size")
            built(LPPool1d(number("norm_type").toDouble(), kernel, int("stride", kernel), flag("ceil_mode", false)))
        },
        "LPPool2d" to { built(LPPool2d(number("norm_type").toDouble(), ints("kernel_size"), stride(), flag("ceil_mode", false))) },
        "AdaptiveAvgPool1d" to { built(AdaptiveAvgPool1d(intOrNull("output_size"))) },
        "AdaptiveAvgPool3d" to {
            val (depth, height, width) = outputSizes(3)
            built(AdaptiveAvgPool3d(depth, height, width))
        },
        "AdaptiveMaxPool1d" to {
            val pool = AdaptiveMaxPool1d(intOrNull("output_size"))
            withIndices(pool, pool::callWithIndices)
        },
        "AdaptiveMaxPool2d" to {
            val (height, width) = outputSizes(2)
            val pool = AdaptiveMaxPool2d(height, width)
            withIndices(pool, pool::callWithIndices)
        },
        "AdaptiveMaxPool3d" to {
            val (depth, height, width) = outputSizes(3)
            val pool = AdaptiveMaxPool3d(depth, height, width)
            withIndices(pool, pool::callWithIndices)
        },
        "FractionalMaxPool2d" to {
            val pool = FractionalMaxPool2d(ints("kernel_size"), intsOrNull("output_size"), ratio(), tensorOrNull("_random_samples"))
            withIndices(pool, pool::callWithIndices)
        },
        "FractionalMaxPool3d" to {
            val pool = FractionalMaxPool3d(ints("kernel_size"), intsOrNull("output_size"), ratio(), tensorOrNull("_random_samples"))
            withIndices(pool, pool::callWithIndices)
        },
        "MaxUnpool1d" to {
            val kernel = int("kernel_size")
            val unpool = MaxUnpool1d(kernel, int("stride", kernel), int("padding"))
            Built(unpool) { (x, indices), _ -> listOf(unpool.call(x, indices)) }
        },
        "MaxUnpool2d" to {
            val unpool = MaxUnpool2d(ints("kernel_size"), stride(), ints("padding"))
            Built(unpool) { (x, indices), _ -> listOf(unpool.call(x, indices)) }
        },
        "MaxUnpool3d" to {
            val unpool = MaxUnpool3d(ints("kernel_size"), stride(), ints("padding"))
            Built(unpool) { (x, indices), _ -> listOf(unpool.call(x, indices)) }
        },
    )

private fun Arguments.stride(): List<Int> = intsOrNull("stride").orEmpty()

private fun Arguments.ratio(): List<Double>? = numberOrNull("output_ratio")?.let { listOf(it.toDouble()) }

private fun Arguments.outputSizes(count: Int): List<Int?> =
    intsOrNulls("output_size").let { if (it.size == 1) List(count) { _ -> it[0] } else it }

private fun Arguments.withIndices(pool: Mapping, call: (Value) -> Pair<Value, Value>): Built =
    if (flag("return_indices", false)) Built(pool) { inputs, _ -> call(only(inputs)).toList() } else built(pool)
