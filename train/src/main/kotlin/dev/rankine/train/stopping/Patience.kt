package dev.rankine.train

import dev.rankine.nn.Module
import dev.rankine.ops.Slot
import dev.rankine.ops.Value
import dev.rankine.ops.copy
import dev.rankine.ops.noGrad

/** What [rule] has seen of a training, and the numbers of [model] after the best epoch. */
internal class Patience(private val rule: EarlyStopping, private val model: Module) {
    /**
     * The best epoch, and how many epochs came after it.
     *
     * @property waited epochs without a better number.
     */
    class Seen(val best: BestEpoch?, val waited: Int)

    var seen = Seen(null, 0)
        private set

    private val kept = LinkedHashMap<String, Slot>()

    /** Whether training is to end. */
    val isOver: Boolean get() = seen.waited >= rule.patience

    /** The model's numbers after the best epoch by the names of its state_dict; empty where they are not kept. */
    val numbers: Map<String, Value> get() = kept.mapValues { it.value.value!! }

    /** Takes note of epoch number [epoch], which gave [validation]. */
    fun see(epoch: Int, validation: Measured) {
        val number = rule.metric.of(validation)
        if (!rule.metric.isBetter(number, seen.best?.value, rule.minimumChange)) {
            seen = Seen(seen.best, seen.waited + 1)
            return
        }
        seen = Seen(BestEpoch(epoch, number, "${rule.metric}"), 0)
        if (rule.restoreBest) keep(model.stateDict())
    }

    /** Goes on where another one stood. */
    fun resume(at: Seen, numbers: Map<String, Value>) {
        seen = at
        keep(numbers)
    }

    /** Gives the model the numbers of its best epoch, if they are kept; returns whether they are. */
    fun restore(): Boolean {
        if (kept.isNotEmpty()) model.loadStateDict(numbers)
        return kept.isNotEmpty()
    }

    /** `stopped early after epoch 8: lowest validation loss 0.1234 was in epoch 5`. */
    fun line(epoch: Int): String {
        val best = seen.best ?: return "stopped early after epoch $epoch: no ${rule.metric} was a number"
        val restored = if (kept.isEmpty()) "" else ", whose numbers the model has again"
        return "stopped early after epoch $epoch: ${best.of} ${short(best.value)} was in epoch ${best.number}$restored"
    }

    private fun keep(numbers: Map<String, Value>) {
        kept.clear()
        noGrad { for ((name, value) in numbers) kept[name] = Slot(copy(value)) }
    }
}
