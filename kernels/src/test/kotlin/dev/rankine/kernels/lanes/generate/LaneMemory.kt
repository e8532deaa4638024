package dev.rankine.kernels.lanes

import java.lang.foreign.Arena
import java.lang.foreign.MemorySegment
import java.lang.foreign.ValueLayout
import kotlin.random.Random

/** Native memory for [count] elements of [lane], filled by chance. */
internal class LaneMemory(arena: Arena, val lane: Lane, private val count: Int, random: Random) {
    private val segment: MemorySegment = arena.allocate(lane.bytes * (count + GUARD).toLong(), 64)
    val address: Long = segment.address()

    init {
        for (i in 0 until count + GUARD) set(i, drawn(random))
    }

    /** The elements, and some after them that a loop must leave alone. */
    fun all(): List<Any> = List(count + GUARD) { get(it) }

    operator fun get(i: Int): Any {
        val at = i.toLong() * lane.bytes
        return when (lane) {
            Lane.F32 -> segment.get(ValueLayout.JAVA_FLOAT, at)
            Lane.F64 -> segment.get(ValueLayout.JAVA_DOUBLE, at)
            Lane.I32 -> segment.get(ValueLayout.JAVA_INT, at)
            Lane.I64 -> segment.get(ValueLayout.JAVA_LONG, at)
            Lane.I16 -> segment.get(ValueLayout.JAVA_SHORT, at).toInt()
            Lane.I8 -> segment.get(ValueLayout.JAVA_BYTE, at).toInt()
            Lane.U8 -> segment.get(ValueLayout.JAVA_BYTE, at).toInt() and 0xff
            Lane.BOOL -> segment.get(ValueLayout.JAVA_BYTE, at).toInt() != 0
        }
    }

    private fun set(i: Int, value: Any) {
        val at = i.toLong() * lane.bytes
        when (value) {
            is Float -> segment.set(ValueLayout.JAVA_FLOAT, at, value)
            is Double -> segment.set(ValueLayout.JAVA_DOUBLE, at, value)
            is Int -> segment.set(ValueLayout.JAVA_INT, at, value)
            is Long -> segment.set(ValueLayout.JAVA_LONG, at, value)
            is Short -> segment.set(ValueLayout.JAVA_SHORT, at, value)
            is Byte -> segment.set(ValueLayout.JAVA_BYTE, at, value)
            else -> segment.set(ValueLayout.JAVA_BYTE, at, if (value as Boolean) 1 else 0)
        }
    }

    private fun drawn(random: Random): Any {
        val special = random.nextInt(8) == 0
        return when (lane) {
            Lane.F32 -> (if (special) SPECIAL.random(random) else random.nextDouble(-4.0, 4.0)).toFloat()
            Lane.F64 -> if (special) SPECIAL.random(random) else random.nextDouble(-4.0, 4.0)
            Lane.I32 -> if (special) random.nextInt() else random.nextInt(-9, 9)
            Lane.I64 -> if (special) random.nextLong() else random.nextLong(-9, 9)
            Lane.I16 -> random.nextInt().toShort()
            Lane.I8, Lane.U8 -> random.nextInt().toByte()
            Lane.BOOL -> random.nextBoolean()
        }
    }

    private companion object {
        const val GUARD = 3
        val SPECIAL =
            listOf(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.0, -0.0, 1e-40, 3e9, -3e9, 1e19, 8388609.5)
    }
}
