package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Update
import dev.rankine.ops.Value
import dev.rankine.ops.scope

/**
 * Parameters that are optimised with settings of their own, and the rule by which they change:
 * `SGD(listOf(SGD.Group(body.parameters(), 0.01), SGD.Group(head.parameters(), 0.1)))`.
 *
 * @param rule the word that messages use: `sgd`.
 * @property parameters what is optimised.
 * @throws OptimizerException if the learning rate is negative or not finite.
 */
public abstract class ParameterGroup(private val rule: String, public val parameters: List<Parameter<*>>, learningRate: Double) {
    /** The step size; schedules set it. */
    public var learningRate: Double = learningRate
        set(new) {
            requireFinite("learning rate", new)
            field = new
        }

    /**
     * What the group was made with, by PyTorch's names in Kotlin's spelling: all but the learning rate and the momentum, which may move.
     * A checkpoint is refused if they differ.
     */
    public abstract val settings: Map<String, Any>

    /**
     * What the rule remembers of a parameter, by PyTorch's names, and the form of each entry. A state that lacks one of them is refused, but for those
     * that are [StateForm.optional]; the count of steps stands there only if a state without it is incomplete.
     * Null, the default, stands for entries of any name that are like the parameter.
     */
    public open val stateForms: Map<String, StateForm>? get() = null

    init {
        requireFinite("learning rate", learningRate)
    }

    /** Changes [value], the numbers of a parameter, in place; called without recording, in a scope. [state] is the parameter's. */
    public abstract fun update(value: Value, gradient: Value, state: ParameterState)

    /** The entries that a state of [parameter] lacks which has those called [given] and is not empty. */
    internal open fun missingState(parameter: Value, given: Set<String>): Set<String> =
        stateForms.orEmpty().filterValues { it.isNeeded(parameter) }.keys - given

    /** The rule of the only optimizer that can use the group; null if any can. */
    internal open val needsOptimizer: String? get() = null

    /** Changes all [parts], one after another unless the rule can change them together; called as [update]. */
    internal open fun updateAll(parts: List<Part>) {
        for (part in parts) scope("$rule step") { update(part.value, part.gradient, part.state) }
    }

    /** A parameter of the group in a step: its [value], the [gradient] that arrived, its [state]. */
    internal class Part(val value: Value, val gradient: Value, val state: ParameterState) {
        /** The call of the row of a rule with [attributes] that changes the parameter and what is [remembered], in the order of its operands. */
        fun <A : Any> update(attributes: A, vararg remembered: Value): Update<A> =
            Update(attributes, arrayOf(value, gradient, *remembered), arrayOf(value, *remembered))
    }

    /** Refuses a setting that makes no sense, unless it [holds]. */
    protected fun requireSetting(holds: Boolean, what: String, value: Double) {
        if (!holds) throw OptimizerException("$rule: impossible $what: $value")
    }

    /** Refuses a setting that is negative, infinite or NaN. */
    protected fun requireFinite(what: String, value: Double): Unit = requireSetting(value >= 0 && value.isFinite(), what, value)
}
