package dev.rankine.golden.modules

import dev.rankine.golden.absent
import dev.rankine.golden.ops.Arguments
import dev.rankine.nn.Bilinear
import dev.rankine.nn.CosineSimilarity
import dev.rankine.nn.Module
import dev.rankine.nn.PairwiseDistance
import dev.rankine.nn.Unflatten
import dev.rankine.ops.Value

/** Small modules: those of two inputs, and what cuts an axis. */
internal val smallBuilders: Map<String, Arguments.() -> Built> =
    mapOf(
        "Bilinear" to {
            val bilinear = Bilinear(axis("in1_features"), axis("in2_features"), axis("out_features"), flag("bias", true))
            builtPair(bilinear, bilinear::call)
        },
        "CosineSimilarity" to { CosineSimilarity(int("dim", 1), double("eps", 1e-8)).let { builtPair(it, it::call) } },
        "PairwiseDistance" to {
            val distance = PairwiseDistance(double("p", 2.0), double("eps", 1e-6), flag("keepdim", false))
            builtPair(distance, distance::call)
        },
        "Unflatten" to { built(Unflatten(int("dim"), ints("unflattened_size"))) },
    )

private fun builtPair(module: Module, call: (Value, Value) -> Value): Built =
    Built(module) { inputs, _ ->
        if (inputs.size != 2) absent("${inputs.size} inputs")
        listOf(call(inputs[0], inputs[1]))
    }
