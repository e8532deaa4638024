package dev.rankine.nn.every

import dev.rankine.nn.BatchNorm1d
import dev.rankine.nn.BatchNorm2d
import dev.rankine.nn.LayerNorm
import dev.rankine.nn.LazyBatchNorm1d
import dev.rankine.nn.LazyBatchNorm2d
import dev.rankine.shapes.DType

internal val normCases: List<LayerCase<*>> =
    listOf(
        LayerCase(
            "LayerNorm",
            listOf(floats(3, 4)),
            mapOf(listOf(floats(2, 3)) to "layer_norm: the last axes are not the normalized ones: [3] != [4]"),
        ) { LayerNorm(From) },
        LayerCase(
            "BatchNorm1d",
            listOf(floats(3, 4)),
            mapOf(listOf(floats(3, 3)) to "batch_norm: needs 2 or 3 axes, the second of size 4: [3, 3] given"),
        ) { BatchNorm1d(From) },
        LayerCase(
            "BatchNorm2d",
            listOf(floats(2, 4, 2, 2)),
            mapOf(listOf(floats(2, 4)) to "batch_norm: needs 4 axes, the second of size 4: [2, 4] given"),
        ) { BatchNorm2d(From) },
        LayerCase(
            "LazyBatchNorm1d",
            listOf(floats(3, 4)),
            mapOf(listOf(floats(3, 3)) to "batch_norm: needs 2 or 3 axes, the second of size 4: [3, 3] given"),
        ) {
            LazyBatchNorm1d().also { it.call(floats(2, 4).value(DType.F32, 0)) }
        },
        LayerCase(
            "LazyBatchNorm2d",
            listOf(floats(2, 4, 2, 2)),
            mapOf(listOf(floats(3, 3)) to "batch_norm: needs 4 axes, the second of size 4: [3, 3] given"),
        ) {
            LazyBatchNorm2d().also { it.call(floats(2, 4, 1, 1).value(DType.F32, 0)) }
        },
    )
