package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Value
import dev.rankine.ops.enableGrad
import dev.rankine.ops.noGrad
import dev.rankine.ops.nonCancellable
import dev.rankine.ops.scope
import dev.rankine.ops.toDoubleArray
import dev.rankine.shapes.DType
import dev.rankine.shapes.RankineException
import dev.rankine.shapes.Sizes
import kotlin.math.floor

/** An optimizer that cannot take a step, or that was given impossible settings. */
public class OptimizerException(message: String) : RankineException(message)

/**
 * Changes parameters by their gradients.
 *
 * @property rule the word that messages use: `adam`.
 * @property groups what is optimised: parameters with settings of their own. Most optimizers have one group.
 * @throws OptimizerException if there is no parameter, one stands twice, or a group needs an optimizer of its own.
 */
public abstract class Optimizer(public val rule: String, public val groups: List<ParameterGroup>) {
    /** The parameters of all groups. */
    public val parameters: List<Parameter<*>> = groups.flatMap { it.parameters }

    /** The names that [stateDict] uses: those that the parameters had when the optimizer was made, numbered where two are equal. */
    public val names: Map<Parameter<*>, String> = uniqueNames(parameters)

    private val states = LinkedHashMap<Parameter<*>, ParameterState>()

    init {
        if (parameters.isEmpty()) throw OptimizerException("$rule: there is no parameter to optimise\n  hint: pass model.parameters()")
        val twice =
            parameters
                .groupingBy { it }
                .eachCount()
                .filter { it.value > 1 }
                .keys
        val foreign = groups.firstOrNull { it.needsOptimizer.let { own -> own != null && own != rule } }
        if (foreign != null) {
            throw OptimizerException(
                "$rule: a group of ${foreign.needsOptimizer} works in an optimizer of its own only\n  hint: make two optimizers",
            )
        }
        if (twice.isNotEmpty()) throw OptimizerException("$rule: a parameter is given twice: ${twice.joinToString { it.name }}")
    }

    /**
     * The step size of the first group. Setting it sets that of all groups.
     *
     * @throws OptimizerException if it is negative or not finite, or if it would make groups equal that are different.
     */
    public var learningRate: Double
        get() = groups.first().learningRate
        set(new) {
            val rates = groups.map { it.learningRate }.distinct()
            if (rates.size > 1) {
                val given = rates.joinToString()
                throw OptimizerException("$rule: groups have different learning rates: $given\n  hint: set that of each of the groups")
            }
            groups.forEach { it.learningRate = new }
        }

    /** Whether a trainable parameter without a gradient is an error: else it is left as it is, and named in a warning once. */
    public var isStrict: Boolean = false

    private val unused = UnusedParameters(rule)

    /** How many steps were taken. */
    public var steps: Int = 0
        private set

    /**
     * Takes one step. Everything that can be wrong is found before the first parameter is changed. A coroutine that is cancelled
     * finishes the step. A trainable parameter that the loss did not depend on stays as it is, its state too, and is named in a warning.
     *
     * @throws OptimizerException if no trainable parameter received a gradient, or one did not where [isStrict] is set, or one received
     *   a gradient of other sizes than its own.
     * @throws dev.rankine.ops.ReleasedException if the scope that made a gradient has ended.
     */
    public open fun step() {
        checkGradients()
        nonCancellable {
            noGrad {
                scope("$rule step") {
                    for (group in groups) {
                        group.updateAll(group.parameters.filter { it.isTrainable && it.gradient != null }.map { part(it) })
                    }
                }
            }
            countStep()
        }
    }

    /**
     * Calls [closure], which computes the loss anew, calls `backward()` and returns the loss, and takes one step; returns the first loss.
     * The closure clears the gradients itself. Only [LBFGS] calls it more than once.
     *
     * @throws OptimizerException as [step] without a closure.
     */
    public open fun step(closure: () -> Double): Double = enableGrad { closure() }.also { step() }

    /** To be called at the end of a step. */
    internal fun countStep() {
        steps++
    }

    /** Forgets the gradients of all parameters. */
    public fun zeroGradients(): Unit = parameters.forEach { it.zeroGradient() }

    /**
     * What the optimizer remembers: the parameter's name, then PyTorch's name of the numbers (`exp_avg`, `step`). The values are not copied.
     * The names are those that the parameters had when the optimizer was made. Settings are not part of it.
     */
    public fun stateDict(): Map<String, Map<String, Value>> =
        states.entries.associate { (parameter, state) ->
            names.getValue(parameter) to
                state.toMap()
        }

    /**
     * Goes on where the optimizer stood whose [state] this is, after [steps] steps. The values are copied.
     *
     * @throws OptimizerException if a name is not of this optimizer's parameters, an entry is none that its rule keeps or has another form,
     *   a parameter has some entries and lacks others, or a number of steps is none, before anything is changed.
     */
    public fun loadStateDict(state: Map<String, Map<String, Value>>, steps: Int) {
        val own = names.entries.associate { (parameter, name) -> name to parameter }
        val unexpected = state.keys - own.keys
        val mismatched =
            (state - unexpected).flatMap { (name, entries) ->
                entries.mapNotNull { (key, value) ->
                    val needed = if (key == ParameterState.STEP) null else neededState(own.getValue(name), key, value.sizes, value.dtype)
                    needed?.let { "$key of $name is ${value.dtype} ${value.sizes}, needed: $it" }
                }
            }
        val uncounted = (state - unexpected).filter { (_, numbers) -> numbers[ParameterState.STEP]?.let { !isCount(it) } == true }.keys
        val problems = unexpected + mismatched + uncounted.map { "step of $it is no whole number from 0" }
        if (steps < 0) throw OptimizerException("$rule: the number of steps cannot be negative: $steps")
        if (problems.isNotEmpty()) throw OptimizerException("$rule: the state is of other parameters: ${problems.joinToString("; ")}")
        val missing =
            state.filterValues { it.isNotEmpty() }.flatMap { (name, entries) ->
                val parameter = own.getValue(name)
                groupOf(parameter).missingState(parameter.value, entries.keys).map { "$it of $name is missing" }
            }
        if (missing.isNotEmpty()) throw OptimizerException("$rule: the state is incomplete: ${missing.joinToString("; ")}")
        states.clear()
        state.forEach { (name, numbers) -> stateOf(own.getValue(name)).load(numbers) }
        this.steps = steps
    }

    /**
     * What the entry [key] of the state of [parameter] must be, in words, if one of [sizes] and [dtype] does not fit; null if it fits.
     * The count `step` is a scalar.
     */
    public fun neededState(parameter: Parameter<*>, key: String, sizes: Sizes, dtype: DType): String? {
        if (key == ParameterState.STEP) return if (sizes.rank == 0) null else "a scalar"
        val forms = groupOf(parameter).stateForms
        val form = if (forms == null) StateForm.LIKE_PARAMETER else forms[key] ?: return StateForm.NOTHING
        return form.needed(parameter.value, sizes, dtype)
    }

    private fun groupOf(parameter: Parameter<*>): ParameterGroup = groups.first { parameter in it.parameters }

    private fun isCount(step: Value): Boolean =
        step.elements == 1 && step.toDoubleArray().single().let { it == floor(it) && it in 0.0..Int.MAX_VALUE.toDouble() }

    private fun part(parameter: Parameter<*>) = ParameterGroup.Part(parameter.value, parameter.gradient!!, stateOf(parameter))

    /** What is remembered of [parameter]. */
    internal fun stateOf(parameter: Parameter<*>): ParameterState = states.getOrPut(parameter) { ParameterState(parameter.value) }

    /** Refuses to go on without a whole set of gradients. */
    internal fun checkGradients() {
        val trainable = parameters.filter { it.isTrainable }
        val missing = trainable.filter { it.gradient == null }
        if (missing.isNotEmpty()) unused.found(missing.map { names.getValue(it) }, isError = isStrict || missing.size == trainable.size)
        for (parameter in trainable - missing.toSet()) {
            val gradient = parameter.gradient!!
            if (gradient.sizes != parameter.value.sizes) {
                val name = names.getValue(parameter)
                throw OptimizerException("$rule: the gradient of $name has other sizes: ${gradient.sizes} != ${parameter.value.sizes}")
            }
            Evaluator.store(gradient, "$rule step")
        }
    }

    private fun uniqueNames(parameters: List<Parameter<*>>): Map<Parameter<*>, String> {
        val taken = HashMap<String, Int>()
        return parameters.distinct().associateWith { parameter ->
            val count = taken.merge(parameter.name, 1, Int::plus)!!
            if (count == 1) parameter.name else "${parameter.name} ($count)"
        }
    }
}
