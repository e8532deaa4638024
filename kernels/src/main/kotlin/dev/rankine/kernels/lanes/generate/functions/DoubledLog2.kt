package dev.rankine.kernels.lanes

/** The logarithm to base 2 of a positive number, as [high] and [low] together. */
internal class DoubledLog2(val high: Term, val low: Term)

/**
 * That of a normal float32, with an error of 2^-34 of itself. A table has for each sixteenth of an octave a factor of few bits, so that
 * `f`, the number times it less 1, is exact, and the logarithm of that factor; `|f| < 0.0342`. What `f (c + d f)` loses is carried along.
 */
internal fun log2F32(x: Term): DoubledLog2 {
    val offset = x.bits() + -PowerTables.START.toLong()
    val place = offset shiftRightUnsigned x.fractionBits - 4
    val fraction = ((offset and (1L shl x.fractionBits) - 1) + PowerTables.START.toLong()).number()
    val f = fraction.times(pick(place, "FACTORS").number(), x.constant(-1.0))
    val exponent = Convert(Binary(BinaryCode.SHIFT_RIGHT, offset, offset.constant(x.fractionBits.toLong())), Lane.F32)
    val w = f.times(LOG2_SECOND, LOG2_E.high)
    val wLow = f.times(LOG2_SECOND, w.from(LOG2_E.high)) + f.polynomial(*LOG2_REST_F32)
    val product = f * w
    val productLow = f.times(wLow, f.times(w, -product))
    val whole = exponent + pick(place, "LOGARITHMS").number()
    val high = whole + product
    return DoubledLog2(high, (product - (high - whole)) + (productLow + pick(place, "LOGARITHMS_LOW").number()))
}

/** The number of table [name] at the place that the lowest 4 bits of [index] name; narrow vectors hold a part of the table each. */
private fun pick(index: Term, name: String): Term {
    var length = minOf(PowerTables.LENGTH, Lanes.BITS / Int.SIZE_BITS)
    var parts: List<Term> =
        List(PowerTables.LENGTH / length) { Pick(index, Table(PowerTables::class.java, name, it * length, length)) }
    while (parts.size > 1) {
        val isFirst = index lacks length.toLong()
        parts = parts.chunked(2) { (first, second) -> isFirst.choose(first, second) }
        length *= 2
    }
    return parts[0]
}

/**
 * That of a positive float64, with an error of 2^-65 of itself. With `s = f / (2 + f)` that of `1 + f` is `s (c + s^2 p(s^2))`; what `s`,
 * its square, the constant of `p` and the sums lose is carried along.
 */
internal fun log2F64(x: Term): DoubledLog2 {
    val parts = Fraction(x)
    val f = parts.f
    val sum = f + 2.0
    val inverse = sum.under(1.0)
    val s = f * inverse
    val minus = -s
    val sLow = minus.times(f - (sum - 2.0), minus.times(sum, f)) * inverse
    val z = s * s
    val zLow = s.times(s, -z)
    val rest = z.polynomial(*LOG2_REST_F64)
    val p = z.times(rest, LOG2_THIRD_F64.high)
    val pLow = z.times(rest, p.from(LOG2_THIRD_F64.high)) + LOG2_THIRD_F64.low
    val q = z * p
    val qLow = zLow.times(p, z.times(pLow, z.times(p, -q)))
    val w = q + TWO_LOG2_E_F64.high
    val wLow = (q - (w - TWO_LOG2_E_F64.high)) + (qLow + TWO_LOG2_E_F64.low)
    val product = s * w
    val productLow = sLow.times(q.times(2.0, w), s.times(wLow, s.times(w, -product)))
    val high = parts.exponent + product
    return DoubledLog2(high, (product - (high - parts.exponent)) + productLow)
}

/** 1 / ln 2, of which the polynomial has the low part. */
private val LOG2_E = Pieces(1.4426950216293335, 0.0)

/** Near -1 / (2 ln 2). */
private const val LOG2_SECOND = -0.7213475108146667

/** With them the logarithm of `1 + f` is within 2^-35. */
private val LOG2_REST_F32 = doubleArrayOf(-0.24076553, 0.28890055, -0.36067364, 0.4808982, -9.638813e-9, 1.9269914e-8)

/** 2 / ln 2. */
private val TWO_LOG2_E_F64 = Pieces(2.8853900817779268, 4.0710547481862066e-17)

/** The constant of `p`, near 2 / (3 ln 2). */
private val LOG2_THIRD_F64 = Pieces(0.9617966939259756, 5.12642422412644e-17)

/** The other coefficients of `p`; with them the logarithm is within 2^-68. */
private val LOG2_REST_F64 =
    doubleArrayOf(
        0.1736429183772387,
        0.1683395681189396,
        0.1924076708414898,
        0.22195207535919,
        0.2623082021653622,
        0.3205988978755567,
        0.41219858311156804,
        0.5770780163555844,
    )
