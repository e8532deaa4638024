package dev.rankine.golden.ops

import dev.rankine.ops.celu
import dev.rankine.ops.elu
import dev.rankine.ops.gelu
import dev.rankine.ops.hardtanh
import dev.rankine.ops.leakyRelu
import dev.rankine.ops.relu6
import dev.rankine.ops.selu
import dev.rankine.ops.softplus

internal fun AdapterTable.activations() {
    op("nn.functional.gelu", "input") { gelu(tensor("input"), text("approximate", "none")) }
    op("nn.functional.leaky_relu", "input negative_slope") { leakyRelu(tensor("input"), double("negative_slope", 0.01)) }
    op("nn.functional.elu", "input alpha") { elu(tensor("input"), double("alpha", 1.0)) }
    op("nn.functional.celu", "input alpha") { celu(tensor("input"), double("alpha", 1.0)) }
    op("nn.functional.selu", "input") { selu(tensor("input")) }
    op("nn.functional.softplus", "input beta threshold") { softplus(tensor("input"), double("beta", 1.0), double("threshold", 20.0)) }
    op("nn.functional.hardtanh", "input min_val max_val") { hardtanh(tensor("input"), double("min_val", -1.0), double("max_val", 1.0)) }
    op("nn.functional.relu6", "input") { relu6(tensor("input")) }
}
