package dev.rankine.nn.every

import dev.rankine.nn.MaxUnpool1d
import dev.rankine.nn.MaxUnpool2d
import dev.rankine.nn.MaxUnpool3d

internal val unpoolCases: List<LayerCase<*>> =
    listOf(
        LayerCase(
            "MaxUnpool1d",
            listOf(floats(2, 3), indicesBelow(6, 2, 3)),
            mapOf(
                listOf(floats(2, 3), indicesBelow(6, 2, 2)) to "max_unpool1d: l differs: 3 != 2",
                listOf(floats(2, 3), Input(listOf(2, 3), listOf(0, 1, 2, 3, 4, 6))) to
                    "scatter: index out of range: 6 at element 5 is not in [0, 5]",
                listOf(floats(2, 3), Input(listOf(2, 3), listOf(0, 1, -1, 3, 4, 5))) to
                    "scatter: index out of range: -1 at element 2 is not in [0, 5]",
                listOf(floats(2, 3), floats(2, 3)) to "max_unpool1d: an index must be int64 or int32: float64 given",
                listOf(floats(), indices()) to "max_unpool1d: needs 2 or 3 axes: [] given",
            ),
            call = { layer, (x, places) -> listOf(layer.call(x, places)) },
        ) { MaxUnpool1d(2) },
        LayerCase(
            "MaxUnpool2d",
            listOf(floats(2, 2, 2), indicesBelow(4, 2, 2, 2)),
            mapOf(
                listOf(floats(2, 2), indicesBelow(4, 2, 2)) to "max_unpool2d: needs 3 or 4 axes: [2, 2] given",
                listOf(floats(1, 1, 2), indicesBelow(100, 1, 1, 2)) to
                    "max_unpool2d: the size of the result is not possible: [5, 4], [2, 4] with stride [2, 2]",
            ),
            call = { layer, (x, places) -> listOf(layer.call(x, places, listOf(5, 4))) },
        ) { MaxUnpool2d(2) },
        LayerCase(
            "MaxUnpool3d",
            listOf(floats(1, 2, 1, 2), indicesBelow(8, 1, 2, 1, 2)),
            mapOf(
                listOf(floats(2, 2, 2), indicesBelow(4, 2, 2, 2)) to "max_unpool3d: needs 4 or 5 axes: [2, 2, 2] given",
                listOf(floats(1, 2, 1, 2), indicesBelow(8, 1, 2, 2, 2)) to "max_unpool3d: h differs: 1 != 2",
            ),
            call = { layer, (x, places) -> listOf(layer.call(x, places)) },
        ) { MaxUnpool3d(2) },
    )

internal val unpoolSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("MaxUnpool1d", "max_unpool1d: kernel must be at least 1: 0 given") { MaxUnpool1d(0) },
        RefusedSetting("MaxUnpool1d", "max_unpool1d: stride must be at least 1: -1 given") { MaxUnpool1d(2, stride = -1) },
        RefusedSetting("MaxUnpool2d", "max_unpool2d: padding cannot be negative: -1x-1 given") { MaxUnpool2d(2, padding = -1) },
        RefusedSetting(
            "MaxUnpool2d",
            "max_unpool2d: kernel is one number or height and width: [1, 2, 3] given",
        ) { MaxUnpool2d(listOf(1, 2, 3)) },
        RefusedSetting("MaxUnpool3d", "max_unpool3d: stride must be at least 1: 0x0x0 given") { MaxUnpool3d(2, stride = 0) },
    )
