package dev.rankine.ops

/**
 * The source of random draws: a key (the seed) and a counter of the numbers drawn so far. A draw is fixed at the call
 * as attributes of the op, so that recomputation and second order see the same numbers, on every backend.
 *
 * @property seed the key.
 */
public class Generator(public val seed: Long) {
    /** How many blocks of four numbers were drawn; set it to go back to a saved state. */
    public var counter: Long = 0

    /** Reserves [elements] numbers and returns the counter of the first block. */
    public fun draw(elements: Int): Long = counter.also { counter += (elements + 3L) / 4 }

    public companion object {
        /** The generator of this thread; unless set by [manualSeed] it is seeded with 0. */
        public val current: Generator
            get() = ThreadState.get().let { state -> state.generator ?: Generator(0).also { state.generator = it } }
    }
}

/** Seeds the generator of this thread, and returns it. */
public fun manualSeed(seed: Long): Generator = Generator(seed).also { ThreadState.get().generator = it }
