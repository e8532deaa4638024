package dev.rankine.kernels

/**
 * The sizes that chunks have: every multiple of a line up to 16 lines, then eight sizes from one power of two to the next,
 * so that at most an eighth of what was asked for is added.
 */
internal object SizeClasses {
    /** Chunks start at multiples of this many bytes and are multiples of it: a line of the processor's cache, and the widest vector. */
    const val LINE = 64L

    private const val EXACT = 16
    private const val STEPS = 8
    private const val STEP_BITS = 3

    /** The largest number of elements, each of eight bytes. */
    private const val LARGEST = Int.MAX_VALUE * 8L

    /** How many sizes there are. */
    val count: Int = index(LARGEST) + 1

    /** The number of the smallest size that holds [bytes]. */
    fun index(bytes: Long): Int {
        val last = (bytes - 1) / LINE
        if (bytes <= 0) return 0
        if (last < EXACT) return last.toInt()
        val shift = Long.SIZE_BITS - 1 - last.countLeadingZeroBits() - STEP_BITS
        return EXACT + (shift - 1) * STEPS + (last shr shift).toInt() - STEPS
    }

    /** The bytes of size number [index]. */
    fun bytes(index: Int): Long {
        if (index < EXACT) return (index + 1) * LINE
        val shift = (index - EXACT) / STEPS + 1
        return ((index - EXACT) % STEPS + STEPS + 1L shl shift) * LINE
    }

    /** The number of the largest size that fits into [bytes], which is a line at least. */
    fun within(bytes: Long): Int = index(bytes).let { if (bytes(it) > bytes) it - 1 else it }
}
