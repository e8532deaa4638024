package dev.rankine.optim

import dev.rankine.nn.Parameter

/** Parameters whose rule has running means of the gradient and of its square or size; the first is the momentum that schedules may move. */
public sealed class MomentsGroup(
    rule: String,
    parameters: List<Parameter<*>>,
    learningRate: Double,
    beta1: Double,
    internal val beta2: Double,
    internal val epsilon: Double,
    weightDecay: Double,
    maximize: Boolean,
) : DirectedGroup(rule, parameters, learningRate, weightDecay, maximize),
    MomentumGroup {
    /** beta1, how much of the mean of gradients stays at each step. */
    override var momentum: Double = beta1
        set(new) {
            requireSetting(new in 0.0..<1.0, "beta1", new)
            field = new
        }

    override val settings: Map<String, Any> get() = super.settings + mapOf("beta2" to beta2, "epsilon" to epsilon)

    override val stateForms: Map<String, StateForm>? get() = StateForm.COUNT + StateForm.likeParameter("exp_avg", "exp_avg_sq")

    init {
        requireSetting(beta1 in 0.0..<1.0, "beta1", beta1)
        requireSetting(beta2 in 0.0..<1.0, "beta2", beta2)
        requireFinite("epsilon", epsilon)
    }
}
