package dev.rankine.optim

import dev.rankine.nn.Parameter

/**
 * [Adam] with decoupled weight decay: parameters shrink by the factor `1 - lr * weightDecay` before each step.
 * Loshchilov & Hutter, arXiv:1711.05101.
 *
 * @throws OptimizerException for impossible settings, no parameters, or a parameter that is given twice.
 */
public class AdamW(groups: List<Group>) : Optimizer(RULE, groups) {
    /** One group of [parameters]; see [Group]. */
    public constructor(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-3,
        beta1: Double = 0.9,
        beta2: Double = 0.999,
        epsilon: Double = 1e-8,
        weightDecay: Double = 1e-2,
        amsgrad: Boolean = false,
        maximize: Boolean = false,
    ) : this(listOf(Group(parameters, learningRate, beta1, beta2, epsilon, weightDecay, amsgrad, maximize)))

    /** One group of [parameters] with the usual other settings: the short form for Java. */
    public constructor(parameters: List<Parameter<*>>, learningRate: Double) : this(listOf(Group(parameters, learningRate)))

    /**
     * Parameters that [AdamW] changes with settings of their own.
     *
     * @param beta1 how much of the mean of gradients stays at each step.
     * @param beta2 how much of the mean of their squares stays at each step.
     * @param epsilon is added to the root that divides.
     * @param weightDecay times the learning rate is the part of the parameter that goes at each step.
     * @param amsgrad divides by the largest mean of squares so far, not by the present one. Reddi et al., ICLR 2018.
     * @param maximize goes up the gradient instead of down.
     * @throws OptimizerException for impossible settings.
     */
    public class Group(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-3,
        beta1: Double = 0.9,
        beta2: Double = 0.999,
        epsilon: Double = 1e-8,
        weightDecay: Double = 1e-2,
        amsgrad: Boolean = false,
        maximize: Boolean = false,
    ) : AdaptiveGroup(RULE, parameters, learningRate, beta1, beta2, epsilon, weightDecay, amsgrad, maximize, decoupled = true)

    private companion object {
        const val RULE = "adamw"
    }
}
