package dev.rankine.nn.every

import dev.rankine.nn.Linear
import dev.rankine.nn.spectralNorm
import dev.rankine.nn.weightNorm

internal val linearCases: List<LayerCase<*>> =
    listOf(
        mapping(
            "Linear",
            floats(2, 4),
            floats(2, 5) to "linear: in differs: 5 != 4",
            floats() to "linear: input needs at least 1 axis [*p, in]: 0 given",
        ) { Linear(From, To) },
        mapping("Linear without a bias", floats(2, 3, 4), floats(5) to "linear: in differs: 5 != 4") { Linear(From, To, bias = false) },
        mapping("WeightNorm", floats(2, 4), floats(2, 5) to "linear: in differs: 5 != 4") { Linear(From, To).weightNorm() },
        mapping(
            "WeightNorm of all",
            floats(2, 4),
            floats(2, 5) to "linear: in differs: 5 != 4",
        ) { Linear(From, To).weightNorm(axis = null) },
        mapping(
            "SpectralNorm",
            floats(2, 4),
            floats(2, 5) to "linear: in differs: 5 != 4",
        ) { Linear(From, To).spectralNorm().also { it.eval() } },
    )

internal val linearSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting(
            "WeightNorm",
            "weight_norm: there is no such axis: 2 of [To = 3, From = 4]",
        ) { Linear(From, To).weightNorm(axis = 2) },
        RefusedSetting("SpectralNorm", "spectral_norm: needs at least one round of the power iteration: 0") {
            Linear(From, To).spectralNorm(rounds = 0)
        },
        RefusedSetting("SpectralNorm", "spectral_norm: there is no such axis: -3 of [To = 3, From = 4]") {
            Linear(From, To).spectralNorm(axis = -3)
        },
        RefusedSetting("SpectralNorm", "spectral_norm: needs at least two axes: [To = 3] given") { Linear(From, To).spectralNorm("bias") },
        RefusedSetting("SpectralNorm", "spectral_norm: eps cannot be negative: -1.0") { Linear(From, To).spectralNorm(eps = -1.0) },
    )
