package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.castToDouble
import java.math.BigDecimal
import java.math.MathContext
import java.math.RoundingMode

/** More significant digits than any element type needs. */
private const val MOST_DIGITS = 17

/** The shortest decimal number that, read as [dtype], gives [x] back. */
internal fun shortest(x: Double, dtype: DType): BigDecimal {
    val exact = BigDecimal(x)
    for (digits in 1 until MOST_DIGITS) {
        val short = exact.round(MathContext(digits, RoundingMode.HALF_EVEN))
        if (castToDouble(short.toDouble(), dtype) == x) return short
    }
    return exact.round(MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN))
}

/** [x] with at most [places] digits after the point: its shortest form if that has no more, else its exact value rounded. Trailing zeros are cut. */
internal fun positional(x: Double, dtype: DType, places: Int): BigDecimal {
    val short = shortest(x, dtype)
    val chosen = if (short.scale() <= places) short else BigDecimal(x).setScale(places, RoundingMode.HALF_EVEN)
    return trimmed(chosen)
}

/** A decimal number `mantissa * 10^exponent` with one digit before the point. */
internal class Scientific(val mantissa: BigDecimal, val exponent: Int)

/** [x] with one digit before and at most [places] digits after the point. */
internal fun scientific(x: Double, dtype: DType, places: Int): Scientific {
    if (x == 0.0) return Scientific(BigDecimal.ZERO, 0)
    val short = shortest(x, dtype)
    val context = MathContext(places + 1, RoundingMode.HALF_EVEN)
    val chosen = if (short.precision() <= places + 1) short else BigDecimal(x).round(context)
    val exponent = chosen.precision() - chosen.scale() - 1
    return Scientific(trimmed(chosen.scaleByPowerOfTen(-exponent)), exponent)
}

private fun trimmed(number: BigDecimal): BigDecimal {
    val bare = number.stripTrailingZeros()
    return if (bare.signum() == 0 || bare.scale() < 0) bare.setScale(0) else bare
}
