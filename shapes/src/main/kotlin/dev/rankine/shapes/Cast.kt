@file:JvmName("Cast")

package dev.rankine.shapes

/**
 * [value] as an element of the bool or integer type [to].
 *
 * Bool is 1 unless [value] is zero (NaN is 1). Integers truncate towards zero; what does not fit in a narrow type wraps around
 * (300.0 is 44 as `uint8`). Where PyTorch leaves the result to the machine this is what it gives on x86: beyond the range of int64, and for NaN,
 * the smallest int64, of which `uint8`, `int8` and `int16` keep the low bits, 0; beyond the range of int32 the smallest int32.
 *
 * @throws DTypeException if [to] is a floating-point type.
 */
public fun castToLong(value: Double, to: DType): Long =
    when (to) {
        DType.BOOL -> if (value != 0.0) 1 else 0
        DType.I32 -> if (value > -2147483649.0 && value < 2147483648.0) value.toLong() else Int.MIN_VALUE.toLong()
        else -> castToLong(if (value < TWO_TO_63) value.toLong() else Long.MIN_VALUE, to)
    }

/**
 * [value] as an element of the bool or integer type [to]: bool is 1 unless [value] is 0, integers keep their low bits (`uint8` is 0 to 255).
 *
 * @throws DTypeException if [to] is a floating-point type.
 */
public fun castToLong(value: Long, to: DType): Long =
    when (to) {
        DType.BOOL -> if (value != 0L) 1 else 0
        DType.U8 -> value and 0xff
        DType.I8 -> value.toByte().toLong()
        DType.I16 -> value.toShort().toLong()
        DType.I32 -> value.toInt().toLong()
        DType.I64 -> value
        else -> throw DTypeException("cast: neither bool nor an integer type: $to", "use castToDouble")
    }

/**
 * [value] rounded to the floating-point type [to], to nearest, ties to even. The 16-bit types round to float32 first, as PyTorch does.
 *
 * @throws DTypeException if [to] is bool or an integer type.
 */
public fun castToDouble(value: Double, to: DType): Double = if (to == DType.F64) value else rounded(value.toFloat(), to)

/**
 * [value] rounded to the floating-point type [to], to nearest, ties to even; in one step for float32 and float64,
 * the 16-bit types through float32.
 *
 * @throws DTypeException if [to] is bool or an integer type.
 */
public fun castToDouble(value: Long, to: DType): Double = if (to == DType.F64) value.toDouble() else rounded(value.toFloat(), to)

private fun rounded(value: Float, to: DType): Double =
    when (to) {
        DType.F32 -> value.toDouble()
        DType.F16 -> float16ToFloat(floatToFloat16(value)).toDouble()
        DType.BF16 -> bfloat16ToFloat(floatToBFloat16(value)).toDouble()
        else -> throw DTypeException("cast: not a floating-point type: $to", "use castToLong")
    }

private const val TWO_TO_63 = 9.223372036854775807E18
