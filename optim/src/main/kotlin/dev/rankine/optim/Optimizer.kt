package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Slot
import dev.rankine.ops.Value
import dev.rankine.ops.noGrad
import dev.rankine.ops.scope
import dev.rankine.ops.zerosLike
import dev.rankine.shapes.RankineException

/** An optimizer that cannot take a step, or that was given impossible settings. */
public class OptimizerException(message: String) : RankineException(message)

/**
 * Changes parameters by their gradients.
 *
 * @property parameters what is optimised.
 * @property learningRate the step size; schedules set it.
 * @throws OptimizerException if there is no parameter, one stands twice, or the learning rate is negative.
 */
public abstract class Optimizer(public val parameters: List<Parameter<*>>, learningRate: Double) {
    private val name: String get() = this::class.java.simpleName.lowercase()

    private val state = LinkedHashMap<Parameter<*>, LinkedHashMap<String, Slot>>()

    /** The step size; schedules set it. */
    public var learningRate: Double = learningRate
        set(new) {
            requireSetting(new >= 0 && new.isFinite(), "learning rate", new)
            field = new
        }

    /** How many steps were taken. */
    public var steps: Int = 0
        internal set

    init {
        requireSetting(learningRate >= 0 && learningRate.isFinite(), "learning rate", learningRate)
        if (parameters.isEmpty()) throw OptimizerException("$name: there is no parameter to optimise\n  hint: pass model.parameters()")
        if (parameters.distinct().size != parameters.size) throw OptimizerException("$name: a parameter stands in the list twice")
    }

    /**
     * Takes one step; all parameters or none are changed.
     *
     * @throws OptimizerException if a trainable parameter received no gradient.
     */
    public fun step() {
        val trainable = parameters.filter { it.isTrainable }
        val missing = trainable.filter { it.gradient == null }
        if (missing.isNotEmpty()) {
            throw OptimizerException(
                "$name: received no gradient: ${missing.joinToString { it.name }}\n" +
                    "  hint: call backward() first; a parameter that the loss does not use must be frozen (isTrainable = false)",
            )
        }
        steps++
        noGrad {
            scope("$name step") {
                for (parameter in trainable) scope("$name step") { update(parameter, parameter.value, parameter.gradient!!) }
            }
        }
    }

    /** Forgets the gradients of all parameters. */
    public fun zeroGradients(): Unit = parameters.forEach { it.zeroGradient() }

    /** Changes [value], the numbers of [parameter], in place; called without recording, in a scope. */
    protected abstract fun update(parameter: Parameter<*>, value: Value, gradient: Value)

    /** The state [key] of [parameter], made of zeros at first use; it lives as long as the optimizer. */
    protected fun state(parameter: Parameter<*>, key: String): Value = stateOr(parameter, key) { zerosLike(parameter.value) }

    /** The state [key] of [parameter], or null before its first use. */
    protected fun stateOrNull(parameter: Parameter<*>, key: String): Value? = state[parameter]?.get(key)?.value

    /** The state [key] of [parameter], made by [initial] at first use. */
    protected fun stateOr(parameter: Parameter<*>, key: String, initial: () -> Value): Value =
        state.getOrPut(parameter) { LinkedHashMap() }.getOrPut(key) { Slot(initial()) }.value!!

    /** The state of all parameters: parameter name, then key. The values are not copied. */
    public fun stateDict(): Map<String, Map<String, Value>> =
        state.entries.associate { (parameter, slots) -> parameter.name to slots.mapValues { it.value.value!! } }

    /** Refuses a setting that makes no sense. */
    protected fun requireSetting(holds: Boolean, what: String, value: Any) {
        if (!holds) throw OptimizerException("$name: impossible $what: $value")
    }
}
