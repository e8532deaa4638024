package dev.rankine.golden.ops

import dev.rankine.ops.batchNorm
import dev.rankine.ops.layerNorm
import dev.rankine.ops.logSoftmax
import dev.rankine.ops.softmax
import dev.rankine.ops.softmin

internal fun AdapterTable.norms() {
    op("softmax", "input dim") { softmax(tensor("input"), int("dim"), dtypeOrNull("dtype")) }
    op("log_softmax", "input dim") { logSoftmax(tensor("input"), int("dim"), dtypeOrNull("dtype")) }
    op("nn.functional.softmin", "input dim") { softmin(tensor("input"), int("dim"), dtypeOrNull("dtype")) }
    op("nn.functional.layer_norm", "input normalized_shape weight bias eps") {
        layerNorm(tensor("input"), ints("normalized_shape"), tensorOrNull("weight"), tensorOrNull("bias"), double("eps", 1e-5))
    }
    op("nn.functional.batch_norm", "input running_mean running_var weight bias training momentum eps") {
        batchNorm(
            tensor("input"),
            tensorOrNull("running_mean"),
            tensorOrNull("running_var"),
            tensorOrNull("weight"),
            tensorOrNull("bias"),
            flag("training", false),
            double("momentum", 0.1),
            double("eps", 1e-5),
        )
    }
}
