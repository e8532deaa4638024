package dev.rankine.kernels

import dev.rankine.shapes.DType
import java.lang.foreign.Arena
import java.lang.foreign.MemorySegment
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.ConcurrentLinkedDeque

/** Native memory that storages take and give back. */
internal class Memory {
    private val free = ConcurrentHashMap<Long, ConcurrentLinkedDeque<MemorySegment>>()

    /** New storage; what it contains is undefined. */
    fun allocate(dtype: DType, elements: Int): SegmentStorage {
        val bytes = maxOf(LINE, (elements.toLong() * dtype.bytes + LINE - 1) / LINE * LINE)
        val segment = free[bytes]?.pollFirst() ?: Arena.global().allocate(bytes, LINE)
        return SegmentStorage(dtype, elements, segment, ::give)
    }

    private fun give(segment: MemorySegment) {
        free.getOrPut(segment.byteSize()) { ConcurrentLinkedDeque() }.addFirst(segment)
    }

    private companion object {
        const val LINE = 64L
    }
}
