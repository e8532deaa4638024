@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

/**
 * One step of Adam, after the numbers that depend on the count of steps were worked out.
 *
 * @property stepSize the learning rate divided by `1 - beta1^t`.
 * @property correction the root of `1 - beta2^t`, by which the root of the mean of squares is divided.
 * @property beta1 how much of the mean of gradients stays.
 * @property beta2 how much of the mean of their squares stays.
 * @property epsilon is added to the root that divides.
 * @property weightDecay times the parameter is added to the gradient (coupled decay); 0 for none.
 * @property shrink is what the parameter is multiplied by first (decoupled decay); 1 for none.
 * @property amsgrad whether the largest mean of squares so far divides, not the present one.
 * @property maximize whether the step goes up the gradient.
 */
public data class AdamStepAttributes(
    public val stepSize: Double,
    public val correction: Double,
    public val beta1: Double,
    public val beta2: Double,
    public val epsilon: Double,
    public val weightDecay: Double = 0.0,
    public val shrink: Double = 1.0,
    public val amsgrad: Boolean = false,
    public val maximize: Boolean = false,
)

/**
 * One step of Adam or AdamW. Inputs: a parameter, its gradient, the running mean of gradients, that of their squares, and with amsgrad the largest
 * of the latter so far, all of the same sizes. Results: what becomes of all but the gradient. Kingma & Ba, arXiv:1412.6980.
 */
public val adamStepOp: OpN<AdamStepAttributes> =
    OpN(
        "adam_step",
        Definition(elementwise = true) { attributes, inputs ->
            val value = inputs[0]
            var direction = if (attributes.maximize) -inputs[1] else inputs[1]
            if (attributes.weightDecay != 0.0) direction = direction + value * attributes.weightDecay
            val mean = inputs[2] * attributes.beta1 + direction * (1 - attributes.beta1)
            val square = inputs[3] * attributes.beta2 + direction * direction * (1 - attributes.beta2)
            val largest = if (attributes.amsgrad) maximum(inputs[4], square) else null
            val deviation = sqrt(largest ?: square) / attributes.correction + attributes.epsilon
            val shrunk = if (attributes.shrink == 1.0) value else value * attributes.shrink
            listOfNotNull(shrunk - mean / deviation * attributes.stepSize, mean, square, largest).toTypedArray()
        },
        { call -> stepSpecs(call, if (call.attributes.amsgrad) 5 else 4) },
        Gradients.Derived,
        null,
        Names("_fused_adam_"),
    )
