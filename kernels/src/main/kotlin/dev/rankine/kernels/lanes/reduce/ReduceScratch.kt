package dev.rankine.kernels.lanes

import java.lang.foreign.Arena

/** Native memory of one thread for what reductions and rows have in work; made once, never given back. */
internal class ReduceScratch private constructor() {
    private val start = Arena.global().allocate(TILE + CELLS * CELL + NUMBERS + SLACK, SLACK).address()

    /** Room for eight vectors. */
    val tile: Long get() = start

    /** Room for [CELLS] cells of eight bytes. */
    val cells: Long get() = start + TILE

    /** Room for 2048 numbers and a vector. */
    val numbers: Long get() = start + TILE + CELLS * CELL

    /** Room for [BLOCKS] times [CELLS] cells: what the blocks of one reduction give, which the thread that waits for them joins. */
    val partials: Long by lazy(LazyThreadSafetyMode.NONE) { Arena.global().allocate(BLOCKS * CELLS * CELL + SLACK, SLACK).address() }

    /** [ZEROS] bytes that are zero; whoever writes there sets them back. */
    val zeros: Long by lazy(LazyThreadSafetyMode.NONE) { Arena.global().allocate(ZEROS + SLACK, SLACK).address() }

    companion object {
        /** A row of [SumF32.BLOCK] numbers. */
        private const val ZEROS = 256 * 64L

        /** How many results are in work at a time. */
        const val CELLS = 1024

        /** The most blocks of one reduction. */
        const val BLOCKS = 64

        private const val CELL = 8L
        private const val TILE = 512L
        private const val SLACK = 64L
        private const val NUMBERS = 2048 * 8L + SLACK
        private val own = ThreadLocal.withInitial { ReduceScratch() }

        /** That of this thread. */
        fun get(): ReduceScratch = own.get()
    }
}
