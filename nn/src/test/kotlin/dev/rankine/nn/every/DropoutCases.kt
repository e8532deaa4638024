package dev.rankine.nn.every

import dev.rankine.nn.AlphaDropout
import dev.rankine.nn.Dropout
import dev.rankine.nn.Dropout1d
import dev.rankine.nn.Dropout2d
import dev.rankine.nn.Dropout3d
import dev.rankine.nn.FeatureAlphaDropout

internal val dropoutCases: List<LayerCase<*>> =
    listOf(
        elementwise("Dropout") { Dropout(0.5) },
        elementwise("Dropout in evaluation") { Dropout(0.5).also { it.eval() } },
        elementwise("Dropout of all") { Dropout(1.0) },
        elementwise("AlphaDropout") { AlphaDropout(0.4) },
        mapping("Dropout1d", floats(6, 3), floats(3) to "?79", floats(1, 2, 3, 4) to "?80") { Dropout1d(0.4) },
        mapping("Dropout2d", floats(3, 2, 2, 2), floats(3, 2) to "?81") { Dropout2d(0.4) },
        mapping("Dropout3d", floats(6, 2, 1, 2), floats(3, 2, 2) to "?82") { Dropout3d(0.4) },
        mapping("FeatureAlphaDropout", floats(3, 2, 2), floats(3) to "?83") { FeatureAlphaDropout(0.4) },
    )

internal val dropoutSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("Dropout", "?84") { Dropout(2.0) },
        RefusedSetting("Dropout", "?85") { Dropout(Double.NaN) },
        RefusedSetting("Dropout1d", "?86") { Dropout1d(-0.1) },
        RefusedSetting("Dropout2d", "?87") { Dropout2d(2.0) },
        RefusedSetting("Dropout3d", "?88") { Dropout3d(2.0) },
        RefusedSetting("AlphaDropout", "?89") { AlphaDropout(2.0) },
        RefusedSetting("FeatureAlphaDropout", "?90") { FeatureAlphaDropout(2.0) },
    )
