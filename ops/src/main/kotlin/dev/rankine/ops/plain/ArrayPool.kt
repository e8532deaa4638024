package dev.rankine.ops.plain

import dev.rankine.ops.hostArray
import dev.rankine.shapes.DType

/**
 * Arrays that scopes gave back, by type and length, so that a training step does not ask the collector for the same
 * arrays again. Only arrays of [SMALLEST] elements and more, at most [limit] bytes in all.
 */
public class ArrayPool(private val limit: Long) {
    private data class Key(val type: Class<*>, val elements: Int)

    private val free = HashMap<Key, ArrayDeque<Any>>()

    /** The bytes of the arrays that wait here. */
    @Volatile
    public var reserved: Long = 0
        private set

    /** An array for [elements] elements of [dtype]; what it contains is undefined. */
    public fun take(dtype: DType, elements: Int): Any {
        if (elements < SMALLEST) return hostArray(dtype, elements)
        val type = arrayType(dtype)
        val found =
            synchronized(free) {
                free[Key(type, elements)]?.removeLastOrNull()?.also { reserved -= bytes(dtype, elements) }
            }
        return found ?: hostArray(dtype, elements)
    }

    /** Takes an array back. */
    public fun give(dtype: DType, array: Any) {
        val elements =
            java.lang.reflect.Array
                .getLength(array)
        if (elements < SMALLEST || bytes(dtype, elements) > limit) return
        synchronized(free) {
            if (reserved + bytes(dtype, elements) > limit) clear()
            free.getOrPut(Key(array::class.java, elements)) { ArrayDeque() }.addLast(array)
            reserved += bytes(dtype, elements)
        }
    }

    /** Lets all arrays that wait here go. */
    public fun clear() {
        synchronized(free) {
            free.clear()
            reserved = 0
        }
    }

    private fun bytes(dtype: DType, elements: Int): Long = dtype.bytes.toLong() * elements

    private fun arrayType(dtype: DType): Class<*> = EMPTY[dtype.ordinal]

    private companion object {
        const val SMALLEST = 1024
        val EMPTY: Array<Class<*>> = Array(DType.entries.size) { hostArray(DType.entries[it], 0)::class.java }
    }
}
