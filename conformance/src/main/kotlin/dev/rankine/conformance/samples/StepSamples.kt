package dev.rankine.conformance.samples

import dev.rankine.conformance.Lengths
import dev.rankine.conformance.Operand
import dev.rankine.conformance.Sample
import dev.rankine.conformance.positive
import dev.rankine.conformance.real
import dev.rankine.conformance.sized
import dev.rankine.ops.AdamStepAttributes
import dev.rankine.ops.SgdStepAttributes
import dev.rankine.ops.adamStepOp
import dev.rankine.ops.sgdStepOp

/** Sample calls of the steps of optimizers. */
internal val stepSamples: List<Sample<*>> = adamSamples() + sgdSamples()

private fun adamSamples(): List<Sample<*>> {
    val step = AdamStepAttributes(stepSize = 0.01, correction = 0.3, beta1 = 0.9, beta2 = 0.99, epsilon = 1e-3)
    val all = step.copy(weightDecay = 0.1, shrink = 0.99, amsgrad = true, maximize = true)
    return listOf(
        adam(step, "plain"),
        adam(step.copy(weightDecay = 0.1), "decay"),
        adam(step.copy(shrink = 0.99, maximize = true), "shrink, maximize"),
        adam(step.copy(amsgrad = true), "amsgrad"),
        adam(all, "all"),
    )
}

private fun adam(attributes: AdamStepAttributes, label: String): Sample<*> =
    sized(adamStepOp, attributes, label, Lengths.ELEMENTWISE) {
        val sizes = Lengths.plane(it)
        val squares = List(if (attributes.amsgrad) 2 else 1) { Operand(sizes, positive().draw) }
        List(3) { Operand(sizes, real().draw) } + squares
    }

private fun sgdSamples(): List<Sample<*>> {
    val step = SgdStepAttributes(learningRate = 0.1)
    val momentum = step.copy(momentum = 0.9)
    return listOf(
        sgd(step, "plain"),
        sgd(step.copy(weightDecay = 0.1, maximize = true), "decay, maximize"),
        sgd(momentum, "momentum"),
        sgd(momentum.copy(dampening = 0.25, weightDecay = 0.1), "momentum, dampening, decay"),
        sgd(momentum.copy(nesterov = true, maximize = true), "nesterov, maximize"),
        sgd(momentum.copy(nesterov = true, weightDecay = 0.1, isFirst = true), "nesterov, decay, first"),
        sgd(momentum.copy(isFirst = true), "first"),
    )
}

private fun sgd(attributes: SgdStepAttributes, label: String): Sample<*> =
    sized(sgdStepOp, attributes, label, Lengths.ELEMENTWISE) {
        List(if (attributes.momentum == 0.0) 2 else 3) { _ -> Operand(Lengths.plane(it), real().draw) }
    }
