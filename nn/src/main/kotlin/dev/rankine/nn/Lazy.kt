package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.observing

/** A module that is made when its first batch arrives; many threads may ask for it. */
internal class Lazy<M : Mapping>(private val word: String, private val make: (Value) -> M) {
    /** What was made, or null before the first batch. */
    @Volatile
    var made: M? = null
        private set

    /** What is made for [x], the first batch, in the mode [training]; later the same. */
    @Synchronized
    fun at(x: Value, training: Boolean): M = made ?: unseen { make(x) }.also { it.train(training) }.also { made = it }

    /** The first numbers of parameters are no part of a call, which a [Summary] counts. */
    private fun unseen(block: () -> M): M = observing({ _, _ -> }) { block() }

    /** What was made; throws with where the module stands, [path], if nothing was. */
    fun orThrow(path: String): M =
        made ?: throw UninitializedException(
            "lazy: ${path.removeSuffix(".").ifEmpty { "the module" }} has no parameters before its first batch: $word\n" +
                "  hint: call the model once with a batch, then ask for parameters, an optimizer or the state_dict",
        )
}
