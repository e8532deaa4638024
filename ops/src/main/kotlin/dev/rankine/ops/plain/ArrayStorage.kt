package dev.rankine.ops.plain

import dev.rankine.ops.HostStorage
import dev.rankine.ops.hostArray
import dev.rankine.shapes.DType
import dev.rankine.shapes.bfloat16ToFloat
import dev.rankine.shapes.castToDouble
import dev.rankine.shapes.castToLong
import dev.rankine.shapes.float16ToFloat
import dev.rankine.shapes.floatToBFloat16
import dev.rankine.shapes.floatToFloat16

/**
 * Elements in an array of the heap. Releasing drops the array; a large one goes back to the pool.
 *
 * @param array of the type that [hostArray] gives for the element type.
 */
public class ArrayStorage(dtype: DType, elements: Int, array: Any, private val pool: ArrayPool?) : HostStorage(dtype, elements) {
    /** The array itself: bytes for bool, u8 and i8, shorts for i16, f16 and bf16. Kernels only, after the door has checked. */
    @Volatile
    public var array: Any = array
        private set

    override fun free() {
        pool?.give(dtype, array)
        array = Unit
    }

    override fun getDouble(index: Int): Double =
        when (dtype) {
            DType.F32 -> (array as FloatArray)[index].toDouble()
            DType.F64 -> (array as DoubleArray)[index]
            DType.F16 -> float16ToFloat((array as ShortArray)[index]).toDouble()
            DType.BF16 -> bfloat16ToFloat((array as ShortArray)[index]).toDouble()
            else -> getLong(index).toDouble()
        }

    override fun getLong(index: Int): Long =
        when (dtype) {
            DType.BOOL, DType.I8 -> (array as ByteArray)[index].toLong()
            DType.U8 -> (array as ByteArray)[index].toLong() and 0xff
            DType.I16 -> (array as ShortArray)[index].toLong()
            DType.I32 -> (array as IntArray)[index].toLong()
            DType.I64 -> (array as LongArray)[index]
            else -> castToLong(getDouble(index), DType.I64)
        }

    override fun setDouble(index: Int, value: Double) {
        when (dtype) {
            DType.F32 -> (array as FloatArray)[index] = value.toFloat()
            DType.F64 -> (array as DoubleArray)[index] = value
            DType.F16 -> (array as ShortArray)[index] = floatToFloat16(castToDouble(value, DType.F32).toFloat())
            DType.BF16 -> (array as ShortArray)[index] = floatToBFloat16(castToDouble(value, DType.F32).toFloat())
            else -> setLong(index, castToLong(value, dtype))
        }
    }

    override fun setLong(index: Int, value: Long) {
        when (dtype) {
            DType.BOOL -> (array as ByteArray)[index] = if (value != 0L) 1 else 0
            DType.U8, DType.I8 -> (array as ByteArray)[index] = value.toByte()
            DType.I16 -> (array as ShortArray)[index] = value.toShort()
            DType.I32 -> (array as IntArray)[index] = value.toInt()
            DType.I64 -> (array as LongArray)[index] = value
            else -> setDouble(index, value.toDouble())
        }
    }
}
