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
                listOf(floats(2, 3), indicesBelow(6, 2, 2)) to "?405",
                listOf(floats(2, 3), Input(listOf(2, 3), listOf(0, 1, 2, 3, 4, 6))) to "?406",
                listOf(floats(2, 3), Input(listOf(2, 3), listOf(0, 1, -1, 3, 4, 5))) to "?407",
                listOf(floats(2, 3), floats(2, 3)) to "?408",
                listOf(floats(), indices()) to "?409",
            ),
            call = { layer, (x, places) -> listOf(layer.call(x, places)) },
        ) { MaxUnpool1d(2) },
        LayerCase(
            "MaxUnpool2d",
            listOf(floats(2, 2, 2), indicesBelow(4, 2, 2, 2)),
            mapOf(
                listOf(floats(2, 2), indicesBelow(4, 2, 2)) to "?410",
                listOf(floats(1, 1, 2), indicesBelow(100, 1, 1, 2)) to "?411",
            ),
            call = { layer, (x, places) -> listOf(layer.call(x, places, listOf(5, 4))) },
        ) { MaxUnpool2d(2) },
        LayerCase(
            "MaxUnpool3d",
            listOf(floats(1, 2, 1, 2), indicesBelow(8, 1, 2, 1, 2)),
            mapOf(
                listOf(floats(2, 2, 2), indicesBelow(4, 2, 2, 2)) to "?412",
                listOf(floats(1, 2, 1, 2), indicesBelow(8, 1, 2, 2, 2)) to "?413",
            ),
            call = { layer, (x, places) -> listOf(layer.call(x, places)) },
        ) { MaxUnpool3d(2) },
    )

internal val unpoolSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("MaxUnpool1d", "?414") { MaxUnpool1d(0) },
        RefusedSetting("MaxUnpool1d", "?415") { MaxUnpool1d(2, stride = -1) },
        RefusedSetting("MaxUnpool2d", "?416") { MaxUnpool2d(2, padding = -1) },
        RefusedSetting("MaxUnpool2d", "?417") { MaxUnpool2d(listOf(1, 2, 3)) },
        RefusedSetting("MaxUnpool3d", "?418") { MaxUnpool3d(2, stride = 0) },
    )
