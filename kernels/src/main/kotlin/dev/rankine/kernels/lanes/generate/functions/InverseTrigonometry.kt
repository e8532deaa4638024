package dev.rankine.kernels.lanes

/** The arc sine. Largest error 2 units (float32), 2.1 (float64). */
internal fun asin(x: Term): Term {
    val arc = Arc(x)
    val pi = x.sized(HALF_PI_F32, HALF_PI_F64)
    return arc.large.choose(arc.value.times(-2.0, pi.high) + pi.low, arc.value).withSignOf(x)
}

/** The arc cosine. Largest error 1.2 units (float32 and float64). */
internal fun acos(x: Term): Term {
    val arc = Arc(x)
    val pi = x.sized(HALF_PI_F32, HALF_PI_F64)
    val signed = arc.value.withSignOf(x)
    val twice = arc.value + arc.value
    val near = signed.from(pi.low) + pi.high
    return arc.large.choose((x below 0.0).choose(twice.from(2 * pi.low) + 2 * pi.high, twice), near)
}

/**
 * What arc sine and cosine are made of: [value] is `asin |x|` up to a half; where `|x|` is [large], it is `asin(sqrt((1 - |x|) / 2))`, half
 * of the arc cosine.
 */
private class Arc(x: Term) {
    val large: Mask
    val value: Term

    init {
        val size = x.absolute()
        large = size above 0.5
        val z = large.choose(size.times(-0.5, 0.5), size * size)
        val s = large.choose(z.root(), size)
        value = (s * z).times(z.polynomial(ASIN_F32, ASIN_F64), s)
    }
}

/** The arc tangent. Largest error 2.3 units (float32), 1.7 (float64). */
internal fun atan(x: Term): Term = angle(x.absolute(), x.constant(1.0)).withSignOf(x)

/** The angle of the point `(x, y)`. Largest error 3 units (float32), 2.1 (float64). Points with an infinity, or near it, are those of `Math`. */
internal fun atan2(y: Term, x: Term): Term {
    val height = y.absolute()
    val width = x.absolute()
    val steep = angle(height, (width equalTo 0.0).choose((height equalTo 0.0).choose(x.constant(1.0), width), width))
    val pi = x.sized(HALF_PI_F32, HALF_PI_F64)
    val left = Compare(Order.LT, x.bits(), x.bits().constant(0L))
    val turned = left.choose((steep.from(2 * pi.low) + 2 * pi.high).bits(), steep.bits()).number()
    val far = (height + width) above x.sized(Float.MAX_VALUE.toDouble(), Double.MAX_VALUE)
    return Rare(far, "atan2", listOf(y, x), turned.withSignOf(y))
}

/** `atan(a / b)` of numbers that are not negative: the quotient of the smaller and the larger, or its angle to 45 degrees. */
private fun angle(a: Term, b: Term): Term {
    val pi = a.sized(HALF_PI_F32, HALF_PI_F64)
    val steep = Compare(Order.GT, a, b)
    val small = steep.choose(b, a)
    val large = steep.choose(a, b)
    val middle = Compare(Order.GT, small, large * TAN_22)
    val q = middle.choose(small - large, small) / middle.choose(small + large, large)
    val z = q * q
    val near = (q * z).times(z.polynomial(ATAN_F32, ATAN_F64), q)
    val flat = middle.choose(near + pi.low * 0.5 + pi.high * 0.5, near)
    return steep.choose(flat.from(pi.low) + pi.high, flat)
}

/** tan(pi / 8). */
private const val TAN_22 = 0.41421356237309503

private val HALF_PI_F32 = Pieces(1.5707963705062866, -4.371138828673793e-08)
private val HALF_PI_F64 = Pieces(1.5707963267948966, 6.123233995736766e-17)

/** `(asin(s) / s - 1) / s^2` by `s^2` for `|s| <= 1/2`; with it the arc sine is within 2^-27. */
private val ASIN_F32 = doubleArrayOf(0.042221833, 0.024147112, 0.045476858, 0.074952476, 0.16666754)

/** As [ASIN_F32]; within 2^-55. */
private val ASIN_F64 =
    doubleArrayOf(
        0.031968731954861634,
        -0.016305233877169888,
        0.019578950162159922,
        0.0065098059009341845,
        0.012173327449823912,
        0.013884622353144336,
        0.01735976534802005,
        0.02237175413962388,
        0.0303819592951972,
        0.0446428568246225,
        0.07500000000341324,
        0.16666666666665392,
    )

/** `(atan(q) / q - 1) / q^2` by `q^2` for `|q| <= tan(pi / 8)`; with it the arc tangent is within 2^-30. */
private val ATAN_F32 = doubleArrayOf(-0.06087328, 0.10598264, -0.14244297, 0.19998525, -0.33333316)

/** As [ATAN_F32]; within 2^-58. */
private val ATAN_F64 =
    doubleArrayOf(
        -0.01787521556338299,
        0.03803540469610407,
        -0.050381590589851935,
        0.058476353494330446,
        -0.06663069165945178,
        0.07692057145339463,
        -0.09090897584999305,
        0.11111110777445295,
        -0.14285714280076142,
        0.19999999999952392,
        -0.3333333333333319,
    )
