@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

/**
 * One step of gradient descent.
 *
 * @property learningRate the size of the step.
 * @property momentum how much of the direction so far stays; 0 for none, then there is no buffer.
 * @property dampening how much of the gradient is left out of the buffer.
 * @property weightDecay times the parameter is added to the gradient.
 * @property nesterov whether the step looks ahead along the buffer.
 * @property maximize whether the step goes up the gradient.
 * @property isFirst whether the buffer starts: it becomes the gradient, whatever it was.
 */
public data class SgdStepAttributes(
    public val learningRate: Double,
    public val momentum: Double = 0.0,
    public val dampening: Double = 0.0,
    public val weightDecay: Double = 0.0,
    public val nesterov: Boolean = false,
    public val maximize: Boolean = false,
    public val isFirst: Boolean = false,
)

/**
 * One step of gradient descent. Inputs: a parameter, its gradient, and with momentum the buffer of directions, all of the same sizes. Results: what
 * becomes of all but the gradient. Sutskever et al., ICML 2013.
 */
public val sgdStepOp: OpN<SgdStepAttributes> =
    OpN(
        "sgd_step",
        Definition(elementwise = true) { attributes, inputs ->
            val value = inputs[0]
            var direction = if (attributes.maximize) -inputs[1] else inputs[1]
            if (attributes.weightDecay != 0.0) direction = direction + value * attributes.weightDecay
            if (attributes.momentum == 0.0) {
                arrayOf(value - direction * attributes.learningRate)
            } else {
                val buffer =
                    if (attributes.isFirst) direction else inputs[2] * attributes.momentum + direction * (1 - attributes.dampening)
                val ahead = if (attributes.nesterov) direction + buffer * attributes.momentum else buffer
                arrayOf(value - ahead * attributes.learningRate, buffer)
            }
        },
        { call -> stepSpecs(call, if (call.attributes.momentum == 0.0) 2 else 3) },
        Gradients.Derived,
        null,
        Names("_fused_sgd_"),
    )
