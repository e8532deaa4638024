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
        /** The generator of this thread; unless set by [manualSeed] it is seeded with [defaultSeed] when it is first asked for. */
        @JvmStatic
        public val current: Generator
            get() = ThreadState.get().let { state -> state.generator ?: Generator(defaultSeed).also { state.generator = it } }

        /** What is seeded by nothing else in this process: generators of other threads, orders of examples. 0, or what [seedAll] was given. */
        @JvmStatic
        @Volatile
        public var defaultSeed: Long = 0
            internal set
    }
}

/** Seeds the generator of this thread, and returns it. */
public fun manualSeed(seed: Long): Generator = Generator(seed).also { ThreadState.get().generator = it }

/**
 * Seeds everything of Rankine that draws random numbers, for a program that is to give the same again. Call it first. Returns the generator of this thread.
 *
 * It covers, from the call on: the generator of this thread, as [manualSeed] does (initial parameters, dropout, random tensors); that of every thread
 * which has none yet; and the orders of data loaders that are made later and are given no seed of their own.
 * It does not cover generators that other threads have already, seeds that are given, `java.util.Random`, and `kotlin.random.Random`.
 *
 * The numbers are then the same on any machine and any number of threads; sums on another backend, or with vectors of another width, may differ in their last bits.
 */
public fun seedAll(seed: Long): Generator {
    Generator.defaultSeed = seed
    return manualSeed(seed)
}
