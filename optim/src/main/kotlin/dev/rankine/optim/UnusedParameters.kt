package dev.rankine.optim

import java.util.logging.Logger

/** Tells which trainable parameters had no gradient at a step of the optimizer [rule]. */
internal class UnusedParameters(private val rule: String) {
    private val told = HashSet<String>()

    /**
     * The parameters called [names] had none. Those that were not told of before are logged, all in one line.
     *
     * @throws OptimizerException if it [isError].
     */
    fun found(names: List<String>, isError: Boolean) {
        if (isError) {
            throw OptimizerException(
                "$rule: received no gradient: ${names.joinToString()}\n" +
                    "  hint: call backward() first; a parameter that the loss does not use must be frozen (isTrainable = false)",
            )
        }
        val fresh = names.filter(told::add)
        if (fresh.isEmpty()) return
        LOG.warning(
            "$rule: received no gradient, left as they are: ${fresh.joinToString()}\n  hint: freeze what the loss does not use (isTrainable = false)",
        )
    }

    private companion object {
        val LOG: Logger = Logger.getLogger("dev.rankine")
    }
}
