package dev.rankine.golden.ops

import dev.rankine.ops.bilinear
import dev.rankine.ops.copyFrom
import dev.rankine.ops.cosineSimilarity
import dev.rankine.ops.glu
import dev.rankine.ops.groupNorm
import dev.rankine.ops.instanceNorm
import dev.rankine.ops.instanceNormTraining
import dev.rankine.ops.localResponseNorm
import dev.rankine.ops.normalize
import dev.rankine.ops.pairwiseDistance

/** What normalizes channels, and what measures or combines vectors. */
internal fun AdapterTable.channels() {
    op("nn.functional.group_norm", "input num_groups weight bias eps") {
        groupNorm(tensor("input"), int("num_groups"), tensorOrNull("weight"), tensorOrNull("bias"), double("eps", 1e-5))
    }
    op("nn.functional.instance_norm", "input running_mean running_var weight bias use_input_stats momentum eps") {
        val (mean, variance) = tensorOrNull("running_mean") to tensorOrNull("running_var")
        val (weight, bias) = tensorOrNull("weight") to tensorOrNull("bias")
        val (momentum, eps) = double("momentum", 0.1) to double("eps", 1e-5)
        if (!flag("use_input_stats", true)) return@op instanceNorm(tensor("input"), mean, variance, weight, bias, false, eps)
        val result = instanceNormTraining(tensor("input"), mean, variance, weight, bias, momentum, eps)
        result.runningMean?.let { mean?.copyFrom(it) }
        result.runningVar?.let { variance?.copyFrom(it) }
        result.y
    }
    op("nn.functional.local_response_norm", "input size alpha beta k") {
        localResponseNorm(tensor("input"), int("size"), double("alpha", 1e-4), double("beta", 0.75), double("k", 1.0))
    }
    op("nn.functional.glu", "input dim") { glu(tensor("input"), int("dim", -1)) }
    op("nn.functional.normalize", "input p dim eps") {
        normalize(tensor("input"), double("p", 2.0), int("dim", 1), double("eps", 1e-12))
    }
    op("nn.functional.cosine_similarity", "input x2 dim eps") {
        cosineSimilarity(tensor("input"), tensor("x2"), int("dim", 1), double("eps", 1e-8))
    }
    op("nn.functional.pairwise_distance", "input x2 p eps keepdim") {
        pairwiseDistance(tensor("input"), tensor("x2"), double("p", 2.0), double("eps", 1e-6), flag("keepdim", false))
    }
    op("nn.functional.bilinear", "input input2 weight bias") {
        bilinear(tensor("input"), tensor("input2"), tensor("weight"), tensorOrNull("bias"))
    }
}
