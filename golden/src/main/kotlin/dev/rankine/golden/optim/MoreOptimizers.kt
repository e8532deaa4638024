package dev.rankine.golden.optim

import dev.rankine.golden.absent
import dev.rankine.optim.ASGD
import dev.rankine.optim.Adadelta
import dev.rankine.optim.Adagrad
import dev.rankine.optim.Adamax
import dev.rankine.optim.LBFGS
import dev.rankine.optim.LineSearch
import dev.rankine.optim.NAdam
import dev.rankine.optim.Optimizer
import dev.rankine.optim.RAdam
import dev.rankine.optim.RMSprop
import dev.rankine.optim.Rprop
import dev.rankine.optim.SparseAdam

/** PyTorch's other optimizers by its names for them. */
internal val moreOptimizers: Map<String, (List<DescribedGroup>) -> Optimizer> =
    mapOf(
        "Adadelta" to { groups -> Adadelta(groups.map(::adadelta)) },
        "Adagrad" to { groups -> Adagrad(groups.map(::adagrad)) },
        "Adamax" to { groups -> Adamax(groups.map(::adamax)) },
        "ASGD" to { groups -> ASGD(groups.map(::asgd)) },
        "LBFGS" to { groups -> lbfgs(groups.single()) },
        "NAdam" to { groups -> NAdam(groups.map(::nadam)) },
        "RAdam" to { groups -> RAdam(groups.map(::radam)) },
        "RMSprop" to { groups -> RMSprop(groups.map(::rmsprop)) },
        "Rprop" to { groups -> Rprop(groups.map(::rprop)) },
        "SparseAdam" to { groups -> SparseAdam(groups.map(::sparseAdam)) },
    )

private fun Hyper.decay(): Double = double("weight_decay", 0.0)

private fun adadelta(group: DescribedGroup): Adadelta.Group =
    with(group.hyper) {
        Adadelta.Group(group.parameters, double("lr", 1.0), double("rho", 0.9), double("eps", 1e-6), decay(), flag("maximize"))
    }

private fun adagrad(group: DescribedGroup): Adagrad.Group =
    with(group.hyper) {
        val initial = double("initial_accumulator_value", 0.0)
        val rate = double("lr", 1e-2)
        Adagrad.Group(group.parameters, rate, double("lr_decay", 0.0), decay(), initial, double("eps", 1e-10), flag("maximize"))
    }

private fun adamax(group: DescribedGroup): Adamax.Group =
    with(group.hyper) {
        val (beta1, beta2) = betas()
        Adamax.Group(group.parameters, double("lr", 2e-3), beta1, beta2, double("eps", 1e-8), decay(), flag("maximize"))
    }

private fun asgd(group: DescribedGroup): ASGD.Group =
    with(group.hyper) {
        val (lambd, alpha) = double("lambd", 1e-4) to double("alpha", 0.75)
        ASGD.Group(group.parameters, double("lr", 1e-2), lambd, alpha, double("t0", 1e6), decay(), flag("maximize"))
    }

private fun lbfgs(group: DescribedGroup): LBFGS =
    with(group.hyper) {
        val iterations = int("max_iter", 20)
        LBFGS(
            group.parameters,
            double("lr", 1.0),
            iterations,
            int("max_eval", iterations * 5 / 4),
            double("tolerance_grad", 1e-7),
            double("tolerance_change", 1e-9),
            int("history_size", 100),
            when (val search = text("line_search_fn")) {
                null -> LineSearch.NONE
                "strong_wolfe" -> LineSearch.STRONG_WOLFE
                else -> absent("line search $search")
            },
        )
    }

private fun nadam(group: DescribedGroup): NAdam.Group =
    with(group.hyper) {
        val (beta1, beta2) = betas()
        val (rate, epsilon) = double("lr", 2e-3) to double("eps", 1e-8)
        NAdam.Group(group.parameters, rate, beta1, beta2, epsilon, decay(), double("momentum_decay", 4e-3), asTorch113 = true)
    }

private fun radam(group: DescribedGroup): RAdam.Group =
    with(group.hyper) {
        val (beta1, beta2) = betas()
        RAdam.Group(group.parameters, double("lr", 1e-3), beta1, beta2, double("eps", 1e-8), decay())
    }

private fun rmsprop(group: DescribedGroup): RMSprop.Group =
    with(group.hyper) {
        val (alpha, epsilon) = double("alpha", 0.99) to double("eps", 1e-8)
        val (momentum, rate) = double("momentum", 0.0) to double("lr", 1e-2)
        RMSprop.Group(group.parameters, rate, alpha, epsilon, decay(), momentum, flag("centered"), flag("maximize"))
    }

private fun rprop(group: DescribedGroup): Rprop.Group =
    with(group.hyper) {
        val (minus, plus) = pair("etas", 0.5 to 1.2)
        val (least, most) = pair("step_sizes", 1e-6 to 50.0)
        Rprop.Group(group.parameters, double("lr", 1e-2), minus, plus, least, most, flag("maximize"))
    }

private fun sparseAdam(group: DescribedGroup): SparseAdam.Group =
    with(group.hyper) {
        val (beta1, beta2) = betas()
        SparseAdam.Group(group.parameters, double("lr", 1e-3), beta1, beta2, double("eps", 1e-8), flag("maximize"))
    }
