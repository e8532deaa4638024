package dev.rankine.kernels.lanes

import java.lang.foreign.Arena

/** What a thread needs to run loops: places, and memory for what is copied together or waits between two loops. Allocated once. */
internal class Frame private constructor() {
    /** The places of a loop's operands, results and temporaries. */
    @JvmField val places: LongArray = LongArray(PLACES)

    private val memory: Long = Arena.global().allocate((PLACES + 1L) * REGION + TERMS, LINE).address()

    /** Memory for [BLOCK] elements of 8 bytes that belongs to [place]. */
    fun region(place: Int): Long = memory + place.toLong() * REGION

    /** Memory for the lanes of some vectors that belongs to no place. */
    val tile: Long get() = region(PLACES)

    /** Memory for the terms of a sum: 256 vectors. */
    val terms: Long get() = region(PLACES + 1)

    companion object {
        /** Operands, results and temporaries that a call may have. */
        const val PLACES = 64

        /** Lanes that pass through the loops at a time where temporaries are used: few enough for the first cache. */
        const val BLOCK = 1024

        private const val LINE = 64L
        private const val REGION = BLOCK * 8L + LINE
        private const val TERMS = 256 * 64L + LINE
        private val frames = ThreadLocal.withInitial { Frame() }

        /** The frame of this thread. Loops never call each other, so one is enough. */
        fun get(): Frame = frames.get()
    }
}
