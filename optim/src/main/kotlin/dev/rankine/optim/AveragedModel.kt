package dev.rankine.optim

import dev.rankine.nn.Module
import dev.rankine.nn.StateException
import dev.rankine.ops.Slot
import dev.rankine.ops.Value
import dev.rankine.ops.addInPlace
import dev.rankine.ops.copy
import dev.rankine.ops.copyFrom
import dev.rankine.ops.detach
import dev.rankine.ops.invoke
import dev.rankine.ops.minus
import dev.rankine.ops.noGrad
import dev.rankine.ops.nonCancellable
import dev.rankine.ops.scope
import dev.rankine.ops.times
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

/**
 * A running mean of the parameters of [model], which often answers better than they do: of all that were averaged alike (stochastic weight averaging,
 * `a += (p - a) / (n + 1)`; Izmailov et al., arXiv:1803.05407), or with a [decay], `a = decay a + (1 - decay) p` (see [exponentialMovingAverage]).
 *
 * ```
 * val average = AveragedModel(model, start = 1000)
 * optimizer.step()
 * average.update()
 * average.use { evaluate(model) }
 * ```
 *
 * At the end of training [swapIn], then [updateBatchNorm] if the model keeps batch statistics. A `Trainer` does all but the last by itself.
 *
 * @property model whose parameters are averaged.
 * @property decay how much of the mean stays at each update; null for the mean of all.
 * @property start how many updates are left out at first.
 * @property every how many updates there are for each that counts.
 * @throws OptimizerException for impossible settings, or a model without parameters.
 */
public class AveragedModel(
    public val model: Module,
    public val decay: Double? = null,
    public val start: Int = 0,
    public val every: Int = 1,
) : SwappedWeights {
    private val means = LinkedHashMap<String, Slot>()
    private val learning = LinkedHashMap<String, Slot>()

    /** How many times [update] was called. */
    public var updates: Int = 0
        private set

    /** How many of the updates are in the mean. */
    public var averaged: Int = 0
        private set

    init {
        requireSetting(RULE, decay == null || decay in 0.0..1.0, "decay", decay ?: 0.0)
        requireSetting(RULE, start >= 0, "start", start)
        requireSetting(RULE, every >= 1, "number of updates for each that counts", every)
        if (model.parameters().isEmpty()) throw OptimizerException("$RULE: there is no parameter to average")
    }

    override val isSwappedIn: Boolean get() = learning.isNotEmpty()

    /**
     * Takes the present parameters into the mean; to be called after each step of the optimizer.
     *
     * @throws OptimizerException if the parameters hold the mean.
     */
    public fun update() {
        if (isSwappedIn) throw OptimizerException("$RULE: the parameters hold the mean\n  hint: call swapOut() before training goes on")
        if (updates++ < start || (updates - 1 - start) % every != 0) return
        nonCancellable {
            noGrad {
                scope("$RULE update") {
                    for ((name, parameter) in model.namedParameters()) {
                        val slot = means.getOrPut(name) { Slot() }
                        val mean = slot.value
                        val part = decay?.let { 1 - it } ?: (1.0 / (averaged + 1))
                        if (mean == null) slot.value = copy(parameter.value) else mean.addInPlace((parameter.value - mean) * part)
                    }
                }
            }
            averaged++
        }
    }

    /**
     * Puts the mean into the parameters, if there is one; those that learn are kept, and so are the model's buffers.
     *
     * @throws OptimizerException if the model has a parameter that is not in the mean or has another size there, before anything is changed.
     */
    override fun swapIn() {
        if (isSwappedIn || averaged == 0) return
        val strange = model.namedParameters().filter { (name, parameter) -> means[name]?.value?.sizes != parameter.value.sizes }
        if (strange.isNotEmpty()) {
            val all = strange.map { (name, parameter) -> "$name ${parameter.value.sizes}" }
            throw OptimizerException("$RULE: there is no mean of parameters that changed after it began: ${all.joinToString()}")
        }
        nonCancellable {
            noGrad {
                for ((name, value) in model.stateDict()) learning[name] = Slot(copy(value))
                for ((name, parameter) in model.namedParameters()) parameter.value.copyFrom(means.getValue(name).value!!)
            }
        }
    }

    /** Puts back the parameters that learn, and the buffers as they were. */
    override fun swapOut() {
        if (!isSwappedIn) return
        nonCancellable { model.loadStateDict(learning.mapValues { it.value.value!! }) }
        learning.clear()
    }

    /** `mean.` and the name of each parameter in the model, with its mean; while swapped in, also `learning.` with all that was there. Not copied. */
    public fun stateDict(): Map<String, Value> =
        (means.mapKeys { "$MEAN${it.key}" } + learning.mapKeys { "$LEARNING${it.key}" }).mapValues { it.value.value!!.detach() }

    /**
     * Goes on where the average stood whose [state] this is, with its counts. The values are copied; the model's parameters stay as they are.
     *
     * @throws OptimizerException if the state is of another model or the counts are none, before anything is changed.
     */
    public fun loadStateDict(state: Map<String, Value>, updates: Int, averaged: Int) {
        requireSetting(RULE, updates >= 0 && averaged in 0..updates, "counts", "$averaged of $updates updates")
        val differences = stateDifferences(state.mapValues { it.value.sizes to it.value.dtype }, averaged)
        if (differences.isNotEmpty()) throw OptimizerException("$RULE: the state is of another model\n${differences.joinToString("\n")}")
        means.clear()
        learning.clear()
        noGrad {
            for ((name, value) in state) {
                if (name.startsWith(MEAN)) means[name.removePrefix(MEAN)] = Slot(copy(value))
                if (name.startsWith(LEARNING)) learning[name.removePrefix(LEARNING)] = Slot(copy(value))
            }
        }
        this.updates = updates
        this.averaged = averaged
    }

    /** How the sizes and types of a state after [averaged] updates in the mean differ from what [loadStateDict] takes, a line each. */
    public fun stateDifferences(given: Map<String, Pair<Sizes, DType>>, averaged: Int): List<String> {
        val own = LinkedHashMap<String, Pair<Sizes, DType>>()
        if (averaged > 0) model.namedParameters().forEach { own["$MEAN${it.key}"] = it.value.value.sizes to it.value.value.dtype }
        if (averaged > 0 && given.keys.any { it.startsWith(LEARNING) }) {
            model.stateDict().forEach { own["$LEARNING${it.key}"] = it.value.sizes to it.value.dtype }
        }
        return StateException.differences(own, given)
    }

    private companion object {
        const val RULE = "averaged model"
        const val MEAN = "mean."
        const val LEARNING = "learning."
    }
}

/**
 * The exponential moving average of the parameters of [model]: `a = decay a + (1 - decay) p` at each update, the first time `a = p`. Polyak & Juditsky,
 * SIAM J. Control Optim. 30 (1992).
 *
 * @throws OptimizerException if [decay] is not between 0 and 1, or the model has no parameter.
 */
public fun exponentialMovingAverage(model: Module, decay: Double = 0.999): AveragedModel = AveragedModel(model, decay)
