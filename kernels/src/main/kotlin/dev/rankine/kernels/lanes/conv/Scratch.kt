package dev.rankine.kernels.lanes

import dev.rankine.kernels.SegmentStorage
import dev.rankine.ops.Backend
import dev.rankine.shapes.DType
import java.lang.foreign.Arena
import java.lang.foreign.MemorySegment

/**
 * Memory that one thread works in. It grows to what was asked for; what is larger than 4 MiB is kept only while a quarter of it is asked for.
 * The collector takes what was given up, and all of it when its thread has ended.
 */
internal class Scratch {
    private var segment: MemorySegment = MemorySegment.NULL

    /** The address of [bytes] bytes, on a line of the cache, with room for a few vectors behind; what they contain is undefined. */
    fun take(bytes: Long): Long {
        val held = segment.byteSize()
        val wanted = bytes + SLACK
        if (held < wanted || (held > KEPT && held > 4 * wanted)) segment = Arena.ofAuto().allocate(wanted * 5 / 4, LINE)
        return segment.address()
    }

    companion object {
        private const val LINE = 64L
        private const val SLACK = 1024L
        private const val KEPT = 4L shl 20

        /** Room at the end of each region of scratch memory: several whole vectors. */
        const val ROOM = 256L

        /**
         * Working memory of [bytes] bytes from the pool, to be released, for all threads of a call. Sizes are few, so that calls of other sizes find it there
         * again: the convolutions of a ResNet-18 left 83 MB in sizes that one of them used each.
         */
        fun shared(backend: Backend, dtype: DType, bytes: Long): SegmentStorage {
            // a power of two, or whole steps
            val step = if (bytes > STEP) STEP else maxOf(1, (2 * bytes - 1).takeHighestOneBit())
            val size = (bytes + step - 1) / step * step
            return backend.allocate(dtype, Math.toIntExact(size / dtype.bytes)) as SegmentStorage
        }

        private const val STEP = 4L shl 20

        /** [bytes] rounded up to whole lines of the cache. */
        fun lines(bytes: Long): Long = (bytes + LINE - 1) / LINE * LINE
    }
}
