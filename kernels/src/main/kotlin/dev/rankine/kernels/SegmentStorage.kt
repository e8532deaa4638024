package dev.rankine.kernels

import dev.rankine.ops.HostStorage
import dev.rankine.shapes.DType
import dev.rankine.shapes.bfloat16ToFloat
import dev.rankine.shapes.castToDouble
import dev.rankine.shapes.castToLong
import dev.rankine.shapes.float16ToFloat
import dev.rankine.shapes.floatToBFloat16
import dev.rankine.shapes.floatToFloat16
import java.lang.foreign.MemorySegment
import java.lang.foreign.ValueLayout

/** Elements in native memory. Releasing them gives the memory back to the pool. */
public class SegmentStorage internal constructor(
    dtype: DType,
    elements: Int,
    private val segment: MemorySegment,
    private val back: (MemorySegment) -> Unit,
) : HostStorage(dtype, elements) {
    /** Where the first element is. Kernels only, after the door has checked that the storage lives. */
    internal val address: Long = segment.address()

    override fun free(): Unit = back(segment)

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
        MemorySegment.copy(source, 0, segment, 0, elements.toLong() * dtype.bytes)
    }

    override fun getDouble(index: Int): Double =
        when (dtype) {
            DType.F64 -> segment.get(F64, place(index))
            DType.F32 -> segment.get(F32, place(index)).toDouble()
            DType.F16 -> float16ToFloat(segment.get(I16, place(index))).toDouble()
            DType.BF16 -> bfloat16ToFloat(segment.get(I16, place(index))).toDouble()
            else -> getLong(index).toDouble()
        }

    override fun getLong(index: Int): Long =
        when (dtype) {
            DType.BOOL, DType.I8 -> segment.get(ValueLayout.JAVA_BYTE, place(index)).toLong()
            DType.U8 -> segment.get(ValueLayout.JAVA_BYTE, place(index)).toLong() and 0xff
            DType.I16 -> segment.get(I16, place(index)).toLong()
            DType.I32 -> segment.get(I32, place(index)).toLong()
            DType.I64 -> segment.get(I64, place(index))
            else -> castToLong(getDouble(index), DType.I64)
        }

    override fun setDouble(index: Int, value: Double) {
        when (dtype) {
            DType.F64 -> segment.set(F64, place(index), value)
            DType.F32 -> segment.set(F32, place(index), value.toFloat())
            DType.F16 -> segment.set(I16, place(index), floatToFloat16(castToDouble(value, DType.F32).toFloat()))
            DType.BF16 -> segment.set(I16, place(index), floatToBFloat16(castToDouble(value, DType.F32).toFloat()))
            else -> setLong(index, castToLong(value, dtype))
        }
    }

    override fun setLong(index: Int, value: Long) {
        when (dtype) {
            DType.BOOL -> segment.set(ValueLayout.JAVA_BYTE, place(index), if (value != 0L) 1 else 0)
            DType.U8, DType.I8 -> segment.set(ValueLayout.JAVA_BYTE, place(index), value.toByte())
            DType.I16 -> segment.set(I16, place(index), value.toShort())
            DType.I32 -> segment.set(I32, place(index), value.toInt())
            DType.I64 -> segment.set(I64, place(index), value)
            else -> setDouble(index, value.toDouble())
        }
    }

    private fun place(index: Int): Long {
        if (index < 0 || index >= elements) throw IndexOutOfBoundsException("element $index of $elements")
        return index.toLong() * dtype.bytes
    }

    private companion object {
        // mapped files need not be aligned
        val F64: ValueLayout.OfDouble = ValueLayout.JAVA_DOUBLE_UNALIGNED
        val F32: ValueLayout.OfFloat = ValueLayout.JAVA_FLOAT_UNALIGNED
        val I16: ValueLayout.OfShort = ValueLayout.JAVA_SHORT_UNALIGNED
        val I32: ValueLayout.OfInt = ValueLayout.JAVA_INT_UNALIGNED
        val I64: ValueLayout.OfLong = ValueLayout.JAVA_LONG_UNALIGNED
    }
}
