package dev.rankine.conformance

import dev.rankine.ops.HostStorage
import dev.rankine.shapes.DType
import dev.rankine.shapes.bfloat16ToFloat
import dev.rankine.shapes.castToDouble
import dev.rankine.shapes.castToLong
import dev.rankine.shapes.float16ToFloat
import dev.rankine.shapes.floatToBFloat16
import dev.rankine.shapes.floatToFloat16
import java.nio.ByteBuffer

/** Elements in native memory. Releasing them gives the memory back to the backend, which poisons it. */
public class OffHeapStorage internal constructor(
    dtype: DType,
    elements: Int,
    private val memory: ByteBuffer,
    private val back: (ByteBuffer) -> Unit,
) : HostStorage(dtype, elements) {
    override fun free(): Unit = back(memory)

    override fun getDouble(index: Int): Double =
        when (dtype) {
            DType.F64 -> memory.getDouble(place(index))
            DType.F32 -> memory.getFloat(place(index)).toDouble()
            DType.F16 -> float16ToFloat(memory.getShort(place(index))).toDouble()
            DType.BF16 -> bfloat16ToFloat(memory.getShort(place(index))).toDouble()
            else -> getLong(index).toDouble()
        }

    override fun getLong(index: Int): Long =
        when (dtype) {
            DType.BOOL, DType.I8 -> memory.get(place(index)).toLong()
            DType.U8 -> memory.get(place(index)).toLong() and 0xff
            DType.I16 -> memory.getShort(place(index)).toLong()
            DType.I32 -> memory.getInt(place(index)).toLong()
            DType.I64 -> memory.getLong(place(index))
            else -> castToLong(getDouble(index), DType.I64)
        }

    override fun setDouble(index: Int, value: Double) {
        when (dtype) {
            DType.F64 -> memory.putDouble(place(index), value)
            DType.F32 -> memory.putFloat(place(index), value.toFloat())
            DType.F16 -> memory.putShort(place(index), floatToFloat16(castToDouble(value, DType.F32).toFloat()))
            DType.BF16 -> memory.putShort(place(index), floatToBFloat16(castToDouble(value, DType.F32).toFloat()))
            else -> setLong(index, castToLong(value, dtype))
        }
    }

    override fun setLong(index: Int, value: Long) {
        when (dtype) {
            DType.BOOL -> memory.put(place(index), if (value != 0L) 1 else 0)
            DType.U8, DType.I8 -> memory.put(place(index), value.toByte())
            DType.I16 -> memory.putShort(place(index), value.toShort())
            DType.I32 -> memory.putInt(place(index), value.toInt())
            DType.I64 -> memory.putLong(place(index), value)
            else -> setDouble(index, value.toDouble())
        }
    }

    private fun place(index: Int): Int {
        if (index < 0 || index >= elements) throw IndexOutOfBoundsException("element $index of $elements")
        return index * dtype.bytes
    }
}
