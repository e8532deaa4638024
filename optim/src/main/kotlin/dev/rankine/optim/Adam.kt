package dev.rankine.optim

import dev.rankine.nn.Parameter

/**
 * Adam: steps scaled by running means of the gradient and of its square, both corrected for their start at zero.
 * Kingma & Ba, arXiv:1412.6980. Weight decay is added to the gradient; see [AdamW].
 *
 * @throws OptimizerException for impossible settings, no parameters, or a parameter that is given twice.
 */
public class Adam(groups: List<Group>) : Optimizer(RULE, groups) {
    /** One group of [parameters]; see [Group]. */
    public constructor(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-3,
        beta1: Double = 0.9,
        beta2: Double = 0.999,
        epsilon: Double = 1e-8,
        weightDecay: Double = 0.0,
        amsgrad: Boolean = false,
        maximize: Boolean = false,
    ) : this(listOf(Group(parameters, learningRate, beta1, beta2, epsilon, weightDecay, amsgrad, maximize)))

    /** One group of [parameters] with the usual other settings: the short form for Java. */
    public constructor(parameters: List<Parameter<*>>, learningRate: Double) : this(listOf(Group(parameters, learningRate)))

    /**
     * Parameters that [Adam] changes with settings of their own.
     *
     * @param beta1 how much of the mean of gradients stays at each step.
     * @param beta2 how much of the mean of their squares stays at each step.
     * @param epsilon is added to the root that divides.
     * @param weightDecay times the parameter is added to the gradient.
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
        weightDecay: Double = 0.0,
        amsgrad: Boolean = false,
        maximize: Boolean = false,
    ) : AdaptiveGroup(RULE, parameters, learningRate, beta1, beta2, epsilon, weightDecay, amsgrad, maximize, decoupled = false)

    private companion object {
        const val RULE = "adam"
    }
}
