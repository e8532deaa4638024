package dev.rankine.kernels.lanes

import java.lang.foreign.Arena
import java.lang.foreign.MemorySegment

/** Memory that one thread works in. It grows to what was asked for; the collector takes what has become too small. */
internal class Scratch {
    private var segment: MemorySegment = MemorySegment.NULL

    /** The address of [bytes] bytes, on a line of the cache, with room for a few vectors behind; what they contain is undefined. */
    fun take(bytes: Long): Long {
        if (segment.byteSize() < bytes + SLACK) segment = Arena.ofAuto().allocate((bytes + SLACK) * 5 / 4, LINE)
        return segment.address()
    }

    companion object {
        private const val LINE = 64L
        private const val SLACK = 1024L

        /** Room at the end of each region of scratch memory: several whole vectors. */
        const val ROOM = 256L

        /** [bytes] rounded up to whole lines of the cache. */
        fun lines(bytes: Long): Long = (bytes + LINE - 1) / LINE * LINE
    }
}
