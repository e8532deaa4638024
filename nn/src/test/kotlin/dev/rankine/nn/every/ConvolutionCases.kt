package dev.rankine.nn.every

import dev.rankine.nn.AdaptiveAvgPool2d
import dev.rankine.nn.AvgPool2d
import dev.rankine.nn.Conv2d
import dev.rankine.nn.GlobalAvgPool2d
import dev.rankine.nn.LazyConv2d
import dev.rankine.nn.MaxPool2d
import dev.rankine.shapes.DType

internal val convolutionCases: List<LayerCase<*>> =
    listOf(
        LayerCase(
            "Conv2d",
            listOf(floats(2, 4, 4, 3)),
            mapOf(
                listOf(floats(2, 3, 4, 3)) to "conv2d: channels do not fit the weight: 3 != 4",
                listOf(floats(4, 4)) to "conv2d: input needs at least 3 axes: 2 given",
            ),
        ) {
            Conv2d(From, To, 3, padding = 1, stride = 2)
        },
        LayerCase(
            "LazyConv2d",
            listOf(floats(2, 4, 4, 3)),
            mapOf(
                listOf(floats(2, 3, 4, 3)) to "conv2d: channels do not fit the weight: 3 != 4",
                listOf(floats(4)) to "conv2d: input needs at least 3 axes: 1 given",
            ),
        ) {
            LazyConv2d(To, 2).also { it.call(floats(1, 4, 2, 2).value(DType.F32, 0)) }
        },
        LayerCase("MaxPool2d", listOf(floats(2, 4, 5)), mapOf(listOf(floats(4, 4)) to "max_pool2d: input needs at least 3 axes: 2 given")) {
            MaxPool2d(2)
        },
        LayerCase("AvgPool2d", listOf(floats(2, 4, 5)), mapOf(listOf(floats(4, 4)) to "avg_pool2d: input needs at least 3 axes: 2 given")) {
            AvgPool2d(2)
        },
        LayerCase(
            "AdaptiveAvgPool2d",
            listOf(floats(2, 5, 5)),
            mapOf(listOf(floats(4, 4)) to "adaptive_avg_pool2d: input needs at least 3 axes: 2 given"),
        ) { AdaptiveAvgPool2d(2, 3) },
        LayerCase(
            "GlobalAvgPool2d",
            listOf(floats(2, 3, 2, 2)),
            mapOf(listOf(floats(4, 4)) to "global_avg_pool2d: needs three axes or four: [4, 4] given"),
        ) { GlobalAvgPool2d() },
    )
