package dev.rankine.conformance

import dev.rankine.autodiff.backward
import dev.rankine.ops.Backend
import dev.rankine.ops.Slot
import dev.rankine.ops.Value
import dev.rankine.ops.detach
import dev.rankine.ops.div
import dev.rankine.ops.exp
import dev.rankine.ops.gradient
import dev.rankine.ops.invoke
import dev.rankine.ops.item
import dev.rankine.ops.matmul
import dev.rankine.ops.minus
import dev.rankine.ops.noGrad
import dev.rankine.ops.plus
import dev.rankine.ops.requireGradient
import dev.rankine.ops.scope
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.unaryMinus
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

/** A network of two layers that learns a product by gradient descent with momentum, in plain ops: every step is a scope. */
internal class TinyTraining(private val backend: Backend) {
    private val inputs = value(Draw.between(-1.0, 1.0), 1, 16, 2)
    private val targets = value(Draw.between(0.0, 1.0), 2, 16, 1)
    private val parameters =
        listOf(
            value(Draw.between(-0.7, 0.7), 3, 2, 8),
            value(Draw.between(-0.1, 0.1), 4, 8),
            value(Draw.between(-0.7, 0.7), 5, 8, 1),
            value(Draw.between(-0.1, 0.1), 6, 1),
        ).map { Slot(it.requireGradient()) }
    private val momenta = parameters.map { Slot() }

    /** One step; its loss. */
    fun step(): Double =
        scope("step") {
            val (w1, b1, w2, b2) = parameters.map { it.value!! }
            val hidden = sigmoid(matmul(inputs, w1) + b1)
            val error = matmul(hidden, w2) + b2 - targets
            val loss = sum(error * error) / 16.0
            loss.backward()
            noGrad { parameters.indices.forEach(::update) }
            loss.item()
        }

    private fun update(i: Int) {
        val parameter = parameters[i].value!!
        val before = momenta[i].value
        val momentum = if (before == null) parameter.gradient!! * 1.0 else before * 0.9 + parameter.gradient!!
        momenta[i].value = momentum
        parameter.gradient = null
        parameters[i].value = (parameter - momentum * 0.1).detach().requireGradient()
    }

    private fun sigmoid(x: Value): Value = 1.0 / (1.0 + exp(-x))

    private fun value(draw: Draw, seed: Long, vararg sizes: Int): Value =
        Form.DENSE.place(HostData.draw(Operand(Sizes.of(*sizes), draw), DType.F64, seed), backend)
}
