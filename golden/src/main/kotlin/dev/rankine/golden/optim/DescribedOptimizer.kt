package dev.rankine.golden.optim

import dev.rankine.golden.absent
import dev.rankine.nn.Parameter
import dev.rankine.optim.Adam
import dev.rankine.optim.AdamW
import dev.rankine.optim.Optimizer
import dev.rankine.optim.SGD

/** Parameters and the hyper-parameters by which they change. */
internal class DescribedGroup(val parameters: List<Parameter<*>>, val hyper: Hyper)

/** Rankine's optimizer of the name that PyTorch gives it. */
internal fun optimizerOf(name: String, groups: List<DescribedGroup>): Optimizer {
    val optimizer =
        when (name) {
            "SGD" -> SGD(groups.map(::sgd))
            "Adam" -> Adam(groups.map(::adam))
            "AdamW" -> AdamW(groups.map(::adamW))
            else -> (moreOptimizers[name] ?: absent("optimizer $name"))(groups)
        }
    groups.forEach { it.hyper.checkRead() }
    return optimizer
}

private fun sgd(group: DescribedGroup): SGD.Group =
    with(group.hyper) {
        SGD.Group(
            group.parameters,
            double("lr", 1e-3),
            double("momentum", 0.0),
            double("dampening", 0.0),
            double("weight_decay", 0.0),
            flag("nesterov"),
            flag("maximize"),
        )
    }

private fun adam(group: DescribedGroup): Adam.Group =
    with(group.hyper) {
        val (beta1, beta2) = betas()
        val rate = double("lr", 1e-3)
        Adam.Group(
            group.parameters,
            rate,
            beta1,
            beta2,
            double("eps", 1e-8),
            double("weight_decay", 0.0),
            flag("amsgrad"),
            flag("maximize"),
        )
    }

private fun adamW(group: DescribedGroup): AdamW.Group =
    with(group.hyper) {
        val (beta1, beta2) = betas()
        val rate = double("lr", 1e-3)
        AdamW.Group(
            group.parameters,
            rate,
            beta1,
            beta2,
            double("eps", 1e-8),
            double("weight_decay", 1e-2),
            flag("amsgrad"),
            flag("maximize"),
        )
    }
