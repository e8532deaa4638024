package dev.rankine.benchmarks.compare.rows

import dev.rankine.benchmarks.compare.Ours
import dev.rankine.benchmarks.compare.Row
import dev.rankine.ops.mulInPlace
import dev.rankine.ops.noGrad
import dev.rankine.optim.Adagrad
import dev.rankine.optim.Adam
import dev.rankine.optim.AdamW
import dev.rankine.optim.Lion
import dev.rankine.optim.NAdam
import dev.rankine.optim.RMSprop
import dev.rankine.optim.SGD
import dev.rankine.optim.clipGradientNorm

/**
 * Steps of optimizers. All numbers pass through memory once: the rate of a row beside that of the row `in place` says how much of the bandwidth a
 * step reaches. libtorch has a fused call for all parameters, or the loop over parameters that its other optimizers are: the faster one counts.
 */
internal val optimizers: List<Row> by lazy { adam() + sgd() + others() + clipping() + inPlace() }

private val networks = listOf(Network.LARGE, Network.SMALL)

private fun adam(): List<Row> {
    val settings = "lr=0.1, beta1=0.9, beta2=0.999, weight_decay=%s, eps=1e-08, amsgrad=%s, maximize=False, grad_scale=None, found_inf=None"
    val none = "annotate(List[Tensor], [])"
    val state = listOf("exp_avg", "exp_avg_sq")
    val plain =
        networks.flatMap { network ->
            val row = StepRow("adam", network, 2.0, state) { Adam(it, learningRate = 0.1) }
            val fused = row.fused("torch._fused_adam_(p, g, s0, s1, $none, steps, ${settings.format("0.", "False")})")
            val loop =
                """
                s0 = torch.lerp_(s0, g, 0.1)
                s1 = torch.addcmul_(torch.mul_(s1, 0.999), g, g, value=0.001)
                p = torch.addcdiv_(p, s0, torch.add_(torch.div_(torch.sqrt(s1), root), 1e-08), value=rate)
                """
            val head = row.counting + "\nrate = -0.1 / (1. - 0.9 ** t)\nroot = (1. - 0.999 ** t) ** 0.5"
            listOf(fused, row.loop(loop, head))
        }
    val decayed = StepRow("adamw", Network.LARGE, 2.0, state) { AdamW(it, learningRate = 0.1, weightDecay = 0.01) }
    val largest = StepRow("adam, amsgrad", Network.LARGE, 2.0, state + "max_exp_avg_sq") { Adam(it, learningRate = 0.1, amsgrad = true) }
    return plain + decayed.fused("torch._fused_adamw_(p, g, s0, s1, $none, steps, ${settings.format("0.01", "False")})") +
        largest.fused("torch._fused_adam_(p, g, s0, s1, s2, steps, ${settings.format("0.", "True")})")
}

private fun sgd(): List<Row> {
    val settings = "lr=0.1, dampening=0., maximize=False, is_first_step=False, grad_scale=None, found_inf=None"
    val momentum =
        networks.flatMap { network ->
            val row = StepRow("sgd, momentum", network, 2.0, listOf("momentum_buffer")) { SGD(it, learningRate = 0.1, momentum = 0.9) }
            val loop =
                """
                s0 = torch.add_(torch.mul_(s0, 0.9), g, alpha=1.)
                p = torch.add_(p, s0, alpha=-0.1)
                """
            listOf(row.fused("torch._fused_sgd_(p, g, s0, weight_decay=0., momentum=0.9, nesterov=False, $settings)"), row.loop(loop))
        }
    val plain =
        networks.flatMap { network ->
            val row = StepRow("sgd", network, 2.0, emptyList()) { SGD(it, learningRate = 0.1) }
            val call = "torch._fused_sgd_(p, g, annotate(List[Tensor], []), weight_decay=0., momentum=0., nesterov=False, $settings)"
            listOf(row.fused(call), row.loop("p = torch.add_(p, g, alpha=-0.1)"))
        }
    val ahead =
        StepRow("sgd, nesterov, decay", Network.LARGE, 2.0, listOf("momentum_buffer")) {
            SGD(it, learningRate = 0.1, momentum = 0.9, weightDecay = 0.01, nesterov = true)
        }
    return momentum + plain + ahead.fused("torch._fused_sgd_(p, g, s0, weight_decay=0.01, momentum=0.9, nesterov=True, $settings)")
}

private fun others(): List<Row> =
    listOf(
        StepRow("rmsprop", Network.LARGE, 1.0, listOf("square_avg")) { RMSprop(it, learningRate = 0.1) }.loop(
            """
            s0 = torch.addcmul_(torch.mul_(s0, 0.99), g, g, value=0.01)
            p = torch.addcdiv_(p, g, torch.add_(torch.sqrt(s0), 1e-08), value=-0.1)
            """,
        ),
        StepRow("adagrad", Network.LARGE, 1.0, listOf("sum")) { Adagrad(it, learningRate = 0.1) }.fused(
            "torch._fused_adagrad_(p, g, s0, steps, lr=0.1, lr_decay=0., weight_decay=0., eps=1e-10, maximize=False, " +
                "grad_scale=None, found_inf=None)",
        ),
        StepRow("lion", Network.LARGE, 1.0, listOf("exp_avg")) { Lion(it, learningRate = 0.1) }.loop(
            """
            p = torch.add_(p, torch.sign(torch.add(torch.mul(s0, 0.9), g, alpha=0.1)), alpha=-0.1)
            s0 = torch.lerp_(s0, g, 0.01)
            """,
        ),
        nadam(),
    )

private fun nadam(): Row {
    val row = StepRow("nadam", Network.LARGE, 1.0, listOf("exp_avg", "exp_avg_sq")) { NAdam(it, learningRate = 0.1) }
    val head =
        """
        mu = 0.9 * (1. - 0.5 * 0.96 ** (t * 0.004))
        next = 0.9 * (1. - 0.5 * 0.96 ** ((t + 1.) * 0.004))
        product = float(torch.mul_(${row.kept}, mu))
        root = 1. - 0.999 ** t
        rate = -0.1 * (1. - mu) / (1. - product)
        ahead = -0.1 * next / (1. - product * next)
        """
    val loop =
        """
        s0 = torch.lerp_(s0, g, 0.1)
        s1 = torch.addcmul_(torch.mul_(s1, 0.999), g, g, value=0.001)
        denominator = torch.add_(torch.sqrt(torch.div(s1, root)), 1e-08)
        p = torch.addcdiv_(p, g, denominator, value=rate)
        p = torch.addcdiv_(p, s0, denominator, value=ahead)
        """
    return row.loop(loop, row.counting + "\n" + head.trimIndent())
}

private fun clipping(): List<Row> =
    listOf(Network.LARGE, Network.SMALL).map { network ->
        val count = network.sizes.size
        val norms = List(count) { "torch.linalg_vector_norm(x$it)" }.joinToString()
        val scaled = List(count) { "g$it = torch.mul_(x$it, factor)" }.joinToString("\n")
        val script =
            "total = torch.linalg_vector_norm(torch.stack([$norms]))\n" +
                "factor = torch.clamp(torch.mul(torch.reciprocal(torch.add(total, 1e-06)), 3.), max=1.)\n" +
                "$scaled\nreturn [x0, x${count - 1}]"
        // gradients are read twice and written once
        Row("optimizers", "clip by norm, ${network.name}", 1.0, script, bytes = 12.0 * network.elements, tolerance = 1e-5, isStep = true) {
            val held = Held(network.sizes)
            // a little less each time: ours leaves alone what is below the norm already, and libtorch scales it all the same
            var most = 3.0
            Ours(held.gradients) {
                clipGradientNorm(held.parameters(), most)
                most *= 0.999999
                listOf(held.gradients.first(), held.gradients.last())
            }
        }
    }

/** What memory allows: numbers are read and written where they are. */
private fun inPlace(): List<Row> =
    listOf(
        Row("optimizers", "in place, 10 M times a number", 1.0, "return [torch.mul_(x0, 1.5)]", bytes = 8e7, isStep = true) {
            val held = Held(listOf(listOf(2500, 4000)))
            Ours(held.values) { noGrad { listOf(held.values[0].mulInPlace(1.5)) } }
        },
    )
