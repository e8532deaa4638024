@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

/** The state of a [Generator]: its key ([seed]) and how many blocks it has drawn ([counter]). */
public data class GeneratorState(public val seed: Long, public val counter: Long)

/**
 * The source of random draws: a key (the seed) and a counter of the blocks drawn so far. A draw is fixed at the call
 * as attributes of the op, so that recomputation and second order see the same numbers, on every backend.
 */
public class Generator(seed: Long) {
    /** The key and the next block; set it to go back to a saved state. */
    @Volatile
    public var state: GeneratorState = GeneratorState(seed, 0)

    /** The key. */
    public val seed: Long get() = state.seed

    /** Reserves [words] 32-bit numbers, whole blocks of four, and returns the counter of the first block. */
    public fun draw(words: Long): Long =
        synchronized(this) { state.also { state = it.copy(counter = it.counter + (words + 3) / 4) }.counter }

    public companion object {
        /** The generator of this thread; unless set by [manualSeed] it is seeded with 0. */
        @JvmStatic
        public val current: Generator
            get() = ThreadState.get().let { state -> state.generator ?: Generator(0).also { state.generator = it } }
    }
}

/** Seeds the generator of this thread, and returns it. */
public fun manualSeed(seed: Long): Generator = Generator(seed).also { ThreadState.get().generator = it }
