package dev.rankine.nn.every

import dev.rankine.nn.Linear
import dev.rankine.nn.spectralNorm
import dev.rankine.nn.weightNorm

internal val linearCases: List<LayerCase<*>> =
    listOf(
        mapping("Linear", floats(2, 4), floats(2, 5) to "?146", floats() to "?147") { Linear(From, To) },
        mapping("Linear without a bias", floats(2, 3, 4), floats(5) to "?148") { Linear(From, To, bias = false) },
        mapping("WeightNorm", floats(2, 4), floats(2, 5) to "?149") { Linear(From, To).weightNorm() },
        mapping("WeightNorm of all", floats(2, 4), floats(2, 5) to "?150") { Linear(From, To).weightNorm(axis = null) },
        mapping("SpectralNorm", floats(2, 4), floats(2, 5) to "?151") { Linear(From, To).spectralNorm().also { it.eval() } },
    )

internal val linearSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("WeightNorm", "?152") { Linear(From, To).weightNorm(axis = 2) },
        RefusedSetting("SpectralNorm", "?153") { Linear(From, To).spectralNorm(rounds = 0) },
        RefusedSetting("SpectralNorm", "?154") { Linear(From, To).spectralNorm(axis = -3) },
        RefusedSetting("SpectralNorm", "?155") { Linear(From, To).spectralNorm("bias") },
        RefusedSetting("SpectralNorm", "?156") { Linear(From, To).spectralNorm(eps = -1.0) },
    )
