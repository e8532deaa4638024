@file:JvmName("Floats")

package dev.rankine.shapes

// Integer arithmetic only: Java 17 and Android 8 have no conversion of their own, and no flush-to-zero mode can change a result.
// float32 is 1 sign, 8 exponent (bias 127), 23 fraction bits; float16 is 1, 5 (bias 15), 10; bfloat16 is 1, 8 (bias 127), 7.

/** 2^16 as float32, the smallest power of two above every float16. */
private const val TWO_TO_16 = 0x4780_0000

/** 2^-14 as float32, the smallest normal float16. */
private const val TWO_TO_MINUS_14 = 0x3880_0000

/** The difference of the two biases, 127 - 15, at the place of the float32 exponent. */
private const val REBIAS = 112 shl 23

private const val FLOAT_INFINITY = 0x7f80_0000

/** The value of the IEEE 754 binary16 number with the given [bits]; exact, denormals included. NaN stays NaN with its sign and payload. */
public fun float16ToFloat(bits: Short): Float {
    val sign = (bits.toInt() and 0x8000) shl 16
    val magnitude = (bits.toInt() and 0x7fff) shl 13
    val shifted =
        when {
            magnitude >= 0x0f80_0000 -> magnitude + 2 * REBIAS

            // exponent 31: infinity and NaN
            magnitude >= 0x0080_0000 -> magnitude + REBIAS

            magnitude == 0 -> 0

            else -> denormal(magnitude)
        }
    return Float.fromBits(sign or shifted)
}

/**
 * The bits of the binary16 number nearest to [value], ties to the even one.
 *
 * From 65,520 on the result is infinity, up to 2^-25 it is zero, the sign is kept. NaN becomes a quiet NaN with the upper bits of its payload.
 */
public fun floatToFloat16(value: Float): Short {
    val bits = value.toRawBits()
    val magnitude = bits and 0x7fff_ffff
    val half =
        when {
            magnitude >= TWO_TO_16 -> if (magnitude > FLOAT_INFINITY) 0x7e00 or (magnitude ushr 13 and 0x3ff) else 0x7c00

            // a carry out of the fraction raises the exponent, in the end to infinity, as it should
            magnitude >= TWO_TO_MINUS_14 -> roundedShift(magnitude - REBIAS, 13)

            else -> roundedShift(magnitude and 0x7f_ffff or 0x80_0000, minOf(126 - (magnitude ushr 23), 25))
        }
    return (bits ushr 16 and 0x8000 or half).toShort()
}

/** The value of the bfloat16 number with the given [bits]; exact. */
public fun bfloat16ToFloat(bits: Short): Float = Float.fromBits(bits.toInt() shl 16)

/**
 * The bits of the bfloat16 number nearest to [value], ties to the even one.
 *
 * Beyond the largest finite number by half a step the result is infinity. NaN becomes a quiet NaN with the upper bits of its payload.
 */
public fun floatToBFloat16(value: Float): Short {
    val bits = value.toRawBits()
    if (bits and 0x7fff_ffff > FLOAT_INFINITY) return (bits ushr 16 or 0x40).toShort()
    return roundedShift(bits, 16).toShort()
}

/** `bits / 2^count` rounded to the nearest integer, ties to even, for [bits] as an unsigned number that the rounding does not overflow. */
private fun roundedShift(bits: Int, count: Int): Int {
    val odd = bits ushr count and 1
    return (bits + (1 shl (count - 1)) - 1 + odd) ushr count
}

/** The float32 bits of a binary16 denormal, given its fraction (not 0) at the place of a float32 fraction: shifts up to the hidden bit. */
private fun denormal(fraction: Int): Int {
    val shift = fraction.countLeadingZeroBits() - 8
    return (fraction shl shift) + REBIAS - (shift shl 23)
}
