package dev.rankine.nn.every

import dev.rankine.nn.AdaptiveAvgPool1d
import dev.rankine.nn.AdaptiveAvgPool2d
import dev.rankine.nn.AdaptiveAvgPool3d
import dev.rankine.nn.AdaptiveMaxPool1d
import dev.rankine.nn.AdaptiveMaxPool2d
import dev.rankine.nn.AdaptiveMaxPool3d
import dev.rankine.nn.AvgPool1d
import dev.rankine.nn.AvgPool2d
import dev.rankine.nn.AvgPool3d
import dev.rankine.nn.FractionalMaxPool2d
import dev.rankine.nn.FractionalMaxPool3d
import dev.rankine.nn.GlobalAvgPool2d
import dev.rankine.nn.LPPool1d
import dev.rankine.nn.LPPool2d
import dev.rankine.nn.LPPool3d
import dev.rankine.nn.MaxPool1d
import dev.rankine.nn.MaxPool2d
import dev.rankine.nn.MaxPool3d

internal val poolCases: List<LayerCase<*>> =
    listOf(
        mapping("MaxPool1d", floats(2, 2, 6), floats(4) to "?251", floats(2, 1) to "?252") { MaxPool1d(3, 2, dilation = 2, padding = 1) },
        mapping("MaxPool2d", floats(2, 4, 5), floats(4, 4) to "?253", floats(2, 1, 4) to "?254") { MaxPool2d(2) },
        mapping("MaxPool2d to the edge", floats(1, 2, 5, 4), floats(1, 2, 0, 4) to "?255") { MaxPool2d(3, 2, 1, ceilMode = true) },
        mapping("MaxPool3d", floats(2, 3, 2, 3), floats(4, 4) to "?256", floats(2, 1, 2, 2) to "?257") { MaxPool3d(2, 1) },
        mapping("AvgPool1d", floats(2, 2, 5), floats(4) to "?258", floats(2, 1) to "?259") { AvgPool1d(2, ceilMode = true) },
        mapping("AvgPool1d of what is there", floats(2, 5), floats(1, 1, 2, 5) to "?260") { AvgPool1d(3, 2, 1, countIncludePad = false) },
        mapping("AvgPool2d", floats(2, 4, 5), floats(4, 4) to "?261", floats(2, 1, 4) to "?262") { AvgPool2d(2) },
        mapping("AvgPool2d with a divisor", floats(2, 4, 5), floats(2, 4, 0) to "?263") { AvgPool2d(3, 1, 1, divisorOverride = 5) },
        mapping("AvgPool3d", floats(2, 3, 2, 3), floats(4, 4) to "?264", floats(2, 1, 2, 2) to "?265") { AvgPool3d(2, 1, countIncludePad = false) },
        mapping("LPPool1d", floats(2, 2, 5), floats(4) to "?266", floats(2, 1) to "?267") { LPPool1d(2.0, 2) },
        mapping("LPPool2d", floats(2, 4, 5), floats(4, 4) to "?268", floats(2, 1, 4) to "?269") { LPPool2d(2.0, 2, ceilMode = true) },
        mapping("LPPool3d", floats(2, 3, 2, 3), floats(4, 4) to "?270", floats(2, 1, 2, 2) to "?271") { LPPool3d(4.0, 2) },
        mapping("AdaptiveAvgPool1d", floats(2, 2, 5), floats(4) to "?272", floats(2, 0) to "?273") { AdaptiveAvgPool1d(3) },
        mapping("AdaptiveAvgPool2d", floats(2, 5, 5), floats(4, 4) to "?274") { AdaptiveAvgPool2d(2, 3) },
        mapping("AdaptiveAvgPool3d", floats(2, 3, 2, 3), floats(4, 4) to "?275", floats(1, 1, 2, 3, 3, 3) to "?276") { AdaptiveAvgPool3d(2, null, 2) },
        mapping("AdaptiveMaxPool1d", floats(2, 2, 5), floats(4) to "?277", floats(2, 0) to "?278") { AdaptiveMaxPool1d(3) },
        mapping("AdaptiveMaxPool2d", floats(2, 5, 5), floats(4, 4) to "?279") { AdaptiveMaxPool2d(2, null) },
        mapping("AdaptiveMaxPool3d", floats(2, 3, 2, 3), floats(4, 4) to "?280") { AdaptiveMaxPool3d(2, 1, 2) },
        mapping("FractionalMaxPool2d", floats(2, 2, 5, 4), floats(5, 4) to "?281", floats(2, 2, 4) to "?282") { FractionalMaxPool2d(2, 3) },
        mapping("FractionalMaxPool2d by a ratio", floats(2, 5, 4), floats(5) to "?283", floats(2, 1, 1) to "?284") { FractionalMaxPool2d(2, 0.6) },
        mapping("FractionalMaxPool3d", floats(2, 4, 3, 3), floats(4, 3, 3) to "?285", floats(2, 2, 3, 3) to "?286") { FractionalMaxPool3d(2, 2) },
        mapping("GlobalAvgPool2d", floats(2, 3, 2, 2), floats(4, 4) to "?287") { GlobalAvgPool2d() },
    )

internal val poolSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("MaxPool1d", "?288") { MaxPool1d(0) },
        RefusedSetting("MaxPool1d", "?289") { MaxPool1d(2, padding = 2) },
        RefusedSetting("MaxPool2d", "?290") { MaxPool2d(2, stride = 0) },
        RefusedSetting("MaxPool2d", "?291") { MaxPool2d(2, padding = -1) },
        RefusedSetting("MaxPool2d", "?292") { MaxPool2d(listOf(1, 2, 3)) },
        RefusedSetting("MaxPool3d", "?293") { MaxPool3d(2, dilation = 0) },
        RefusedSetting("MaxPool3d", "?294") { MaxPool3d(listOf(1, 2)) },
        RefusedSetting("AvgPool1d", "?295") { AvgPool1d(-1) },
        RefusedSetting("AvgPool1d", "?296") { AvgPool1d(3, stride = 0) },
        RefusedSetting("AvgPool2d", "?297") { AvgPool2d(listOf(2, 4), padding = listOf(2)) },
        RefusedSetting("AvgPool2d", "?298") { AvgPool2d(2, divisorOverride = 0) },
        RefusedSetting("AvgPool3d", "?299") { AvgPool3d(listOf(2, 0, 2)) },
        RefusedSetting("AvgPool3d", "?300") { AvgPool3d(2, divisorOverride = 0) },
        RefusedSetting("LPPool1d", "?301") { LPPool1d(0.0, 2) },
        RefusedSetting("LPPool1d", "?302") { LPPool1d(2.0, 0) },
        RefusedSetting("LPPool2d", "?303") { LPPool2d(2.0, 2, -2) },
        RefusedSetting("LPPool3d", "?304") { LPPool3d(2.0, listOf(2, 2)) },
        RefusedSetting("AdaptiveAvgPool1d", "?305") { AdaptiveAvgPool1d(-1) },
        RefusedSetting("AdaptiveAvgPool2d", "?306") { AdaptiveAvgPool2d(null, -1) },
        RefusedSetting("AdaptiveAvgPool3d", "?307") { AdaptiveAvgPool3d(1, -1, 1) },
        RefusedSetting("AdaptiveMaxPool1d", "?308") { AdaptiveMaxPool1d(0) },
        RefusedSetting("AdaptiveMaxPool2d", "?309") { AdaptiveMaxPool2d(0, null) },
        RefusedSetting("AdaptiveMaxPool3d", "?310") { AdaptiveMaxPool3d(0) },
        RefusedSetting("FractionalMaxPool2d", "?311") { FractionalMaxPool2d(2, 1.0) },
        RefusedSetting("FractionalMaxPool2d", "?312") { FractionalMaxPool2d(0, 2) },
        RefusedSetting("FractionalMaxPool2d", "?313") { FractionalMaxPool2d(2, 0) },
        RefusedSetting("FractionalMaxPool2d", "?314") { FractionalMaxPool2d(listOf(2)) },
        RefusedSetting("FractionalMaxPool3d", "?315") { FractionalMaxPool3d(listOf(2, 2), listOf(1)) },
        RefusedSetting("FractionalMaxPool3d", "?316") { FractionalMaxPool3d(2, -0.5) },
        RefusedSetting("FractionalMaxPool3d", "?317") { FractionalMaxPool3d(listOf(2), null, listOf(0.5, 0.5)) },
    ) + unpoolSettings
