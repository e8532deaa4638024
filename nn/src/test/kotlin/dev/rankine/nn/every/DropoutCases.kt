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
        mapping(
            "Dropout1d",
            floats(6, 3),
            floats(3) to "dropout1d: needs 2 or 3 axes: 1 given",
            floats(1, 2, 3, 4) to "dropout1d: needs 2 or 3 axes: 4 given",
        ) { Dropout1d(0.4) },
        mapping("Dropout2d", floats(3, 2, 2, 2), floats(3, 2) to "dropout2d: needs 3 or 4 axes: 2 given") { Dropout2d(0.4) },
        mapping("Dropout3d", floats(6, 2, 1, 2), floats(3, 2, 2) to "dropout3d: needs 4 or 5 axes: 3 given") { Dropout3d(0.4) },
        mapping(
            "FeatureAlphaDropout",
            floats(3, 2, 2),
            floats(3) to "feature_alpha_dropout: needs at least two axes, batch and channels: 1 given",
        ) { FeatureAlphaDropout(0.4) },
    )

internal val dropoutSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("Dropout", "dropout: the probability must be in [0, 1]: 2.0") { Dropout(2.0) },
        RefusedSetting("Dropout", "dropout: the probability must be in [0, 1]: NaN") { Dropout(Double.NaN) },
        RefusedSetting("Dropout1d", "dropout1d: the probability must be in [0, 1]: -0.1") { Dropout1d(-0.1) },
        RefusedSetting("Dropout2d", "dropout2d: the probability must be in [0, 1]: 2.0") { Dropout2d(2.0) },
        RefusedSetting("Dropout3d", "dropout3d: the probability must be in [0, 1]: 2.0") { Dropout3d(2.0) },
        RefusedSetting("AlphaDropout", "alpha_dropout: the probability must be in [0, 1]: 2.0") { AlphaDropout(2.0) },
        RefusedSetting("FeatureAlphaDropout", "feature_alpha_dropout: the probability must be in [0, 1]: 2.0") { FeatureAlphaDropout(2.0) },
    )
