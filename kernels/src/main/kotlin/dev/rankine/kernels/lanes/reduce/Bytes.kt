package dev.rankine.kernels.lanes

import dev.rankine.kernels.lanes.Lanes.ALL
import dev.rankine.shapes.DType
import dev.rankine.shapes.bfloat16ToFloat
import dev.rankine.shapes.castToDouble
import dev.rankine.shapes.float16ToFloat
import dev.rankine.shapes.floatToBFloat16
import dev.rankine.shapes.floatToFloat16
import java.lang.foreign.ValueLayout

/** The floating number of [type] at [address]. */
internal fun floating(type: DType, address: Long): Double =
    when (type) {
        DType.F32 -> ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, address).toDouble()
        DType.F64 -> ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, address)
        DType.F16 -> float16ToFloat(ALL.get(ValueLayout.JAVA_SHORT_UNALIGNED, address)).toDouble()
        else -> bfloat16ToFloat(ALL.get(ValueLayout.JAVA_SHORT_UNALIGNED, address)).toDouble()
    }

/** The whole number or truth of [type] at [address]. */
internal fun whole(type: DType, address: Long): Long =
    when (type) {
        DType.I64 -> ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, address)
        DType.I32 -> ALL.get(ValueLayout.JAVA_INT_UNALIGNED, address).toLong()
        DType.I16 -> ALL.get(ValueLayout.JAVA_SHORT_UNALIGNED, address).toLong()
        DType.U8 -> ALL.get(ValueLayout.JAVA_BYTE, address).toLong() and 0xff
        else -> ALL.get(ValueLayout.JAVA_BYTE, address).toLong()
    }

/** Stores [number] as a floating number of [type]. */
internal fun putFloating(type: DType, address: Long, number: Double) {
    when (type) {
        DType.F32 -> ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, address, number.toFloat())
        DType.F64 -> ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, address, number)
        DType.F16 -> ALL.set(ValueLayout.JAVA_SHORT_UNALIGNED, address, floatToFloat16(castToDouble(number, DType.F32).toFloat()))
        else -> ALL.set(ValueLayout.JAVA_SHORT_UNALIGNED, address, floatToBFloat16(castToDouble(number, DType.F32).toFloat()))
    }
}

/** Stores [number] as a whole number of [type]. */
internal fun putWhole(type: DType, address: Long, number: Long) {
    when (type) {
        DType.I64 -> ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, address, number)
        DType.I32 -> ALL.set(ValueLayout.JAVA_INT_UNALIGNED, address, number.toInt())
        DType.I16 -> ALL.set(ValueLayout.JAVA_SHORT_UNALIGNED, address, number.toShort())
        else -> ALL.set(ValueLayout.JAVA_BYTE, address, number.toByte())
    }
}
