package dev.rankine.kernels

import dev.rankine.ops.HostStorage
import dev.rankine.ops.ReleasedException
import dev.rankine.shapes.DType
import dev.rankine.shapes.bfloat16ToFloat
import dev.rankine.shapes.castToDouble
import dev.rankine.shapes.castToLong
import dev.rankine.shapes.float16ToFloat
import dev.rankine.shapes.floatToBFloat16
import dev.rankine.shapes.floatToFloat16
import java.lang.foreign.MemorySegment
import java.lang.foreign.ValueLayout
import java.lang.ref.Reference

/**
 * Elements in native memory: a chunk of the pool, to which releasing gives it back, or a segment that somebody else has made.
 *
 * @param given the foreign segment, which stays reachable as long as the storage does.
 */
public class SegmentStorage internal constructor(dtype: DType, elements: Int, given: MemorySegment?) : HostStorage(dtype, elements) {
    // volatile writes wait for the memory: none where it stays null
    @Volatile private var given: MemorySegment? = null
    private var first: Long = given?.address() ?: 0
    private var lease: Lease? = null

    init {
        if (given != null) this.given = given
    }

    /**
     * Where the first element is. Kernels only, after the door has checked that the storage lives.
     *
     * @throws ReleasedException if the elements were given and their arena was closed.
     */
    internal val address: Long
        get() {
            val segment = given
            if (segment != null && !segment.scope().isAlive) {
                throw ReleasedException(
                    "read: a value over a segment was used after the segment's arena was closed\n  hint: call copy() on the value before closing it",
                )
            }
            return first
        }

    /** Whether somebody else has made the segment, who may change it at any time. */
    internal val isForeign: Boolean get() = given != null

    /** Notes where the storage has its chunk from, once. */
    internal fun start(lease: Lease) {
        this.lease = lease
        first = lease.address
    }

    /** Notes that [op] has filled the storage. */
    internal fun filledBy(op: String) {
        lease?.op = op
    }

    override fun free() {
        if (given != null) given = null
        lease?.end()
    }

    /** Fills the storage from an array of the type that belongs to its elements. */
    internal fun upload(array: Any) {
        val source =
            when (array) {
                is FloatArray -> MemorySegment.ofArray(array)
                is DoubleArray -> MemorySegment.ofArray(array)
                is LongArray -> MemorySegment.ofArray(array)
                is IntArray -> MemorySegment.ofArray(array)
                is ShortArray -> MemorySegment.ofArray(array)
                is ByteArray -> MemorySegment.ofArray(array)
                else -> throw IllegalArgumentException("upload: not an array of elements: ${array.javaClass.simpleName}")
            }
        MemorySegment.copy(source, 0, ALL, address, elements.toLong() * dtype.bytes)
        Reference.reachabilityFence(this)
    }

    override fun getDouble(index: Int): Double =
        fenced {
            when (dtype) {
                DType.F64 -> ALL.get(F64, place(index))
                DType.F32 -> ALL.get(F32, place(index)).toDouble()
                DType.F16 -> float16ToFloat(ALL.get(I16, place(index))).toDouble()
                DType.BF16 -> bfloat16ToFloat(ALL.get(I16, place(index))).toDouble()
                else -> getLong(index).toDouble()
            }
        }

    override fun getLong(index: Int): Long =
        fenced {
            when (dtype) {
                DType.BOOL, DType.I8 -> ALL.get(ValueLayout.JAVA_BYTE, place(index)).toLong()
                DType.U8 -> ALL.get(ValueLayout.JAVA_BYTE, place(index)).toLong() and 0xff
                DType.I16 -> ALL.get(I16, place(index)).toLong()
                DType.I32 -> ALL.get(I32, place(index)).toLong()
                DType.I64 -> ALL.get(I64, place(index))
                else -> castToLong(getDouble(index), DType.I64)
            }
        }

    override fun setDouble(index: Int, value: Double) {
        fenced {
            when (dtype) {
                DType.F64 -> ALL.set(F64, place(index), value)
                DType.F32 -> ALL.set(F32, place(index), value.toFloat())
                DType.F16 -> ALL.set(I16, place(index), floatToFloat16(castToDouble(value, DType.F32).toFloat()))
                DType.BF16 -> ALL.set(I16, place(index), floatToBFloat16(castToDouble(value, DType.F32).toFloat()))
                else -> setLong(index, castToLong(value, dtype))
            }
        }
    }

    override fun setLong(index: Int, value: Long) {
        fenced {
            when (dtype) {
                DType.BOOL -> ALL.set(ValueLayout.JAVA_BYTE, place(index), if (value != 0L) 1 else 0)
                DType.U8, DType.I8 -> ALL.set(ValueLayout.JAVA_BYTE, place(index), value.toByte())
                DType.I16 -> ALL.set(I16, place(index), value.toShort())
                DType.I32 -> ALL.set(I32, place(index), value.toInt())
                DType.I64 -> ALL.set(I64, place(index), value)
                else -> setDouble(index, value.toDouble())
            }
        }
    }

    private fun place(index: Int): Long {
        if (index < 0 || index >= elements) throw IndexOutOfBoundsException("element $index of $elements")
        return address + index.toLong() * dtype.bytes
    }

    /** Addresses are numbers: without this the collector may take the storage, and the pool its chunk, before the access has happened. */
    private inline fun <T> fenced(access: () -> T): T {
        val result = access()
        Reference.reachabilityFence(this)
        return result
    }

    private companion object {
        /** All memory; [place] has checked. */
        val ALL: MemorySegment = MemorySegment.NULL.reinterpret(Long.MAX_VALUE)

        // mapped files need not be aligned
        val F64: ValueLayout.OfDouble = ValueLayout.JAVA_DOUBLE_UNALIGNED
        val F32: ValueLayout.OfFloat = ValueLayout.JAVA_FLOAT_UNALIGNED
        val I16: ValueLayout.OfShort = ValueLayout.JAVA_SHORT_UNALIGNED
        val I32: ValueLayout.OfInt = ValueLayout.JAVA_INT_UNALIGNED
        val I64: ValueLayout.OfLong = ValueLayout.JAVA_LONG_UNALIGNED
    }
}
