package dev.rankine.kernels.lanes

/*
 * e^x = 2^n e^r. The polynomials of this folder are minimax polynomials for the relative error of the function, found by the exchange
 * algorithm of Remez with 50 digits; those of float32 were rounded from the lowest power up, and the rest fitted again each time.
 */

/** `e^x`. Largest error 0.87 units (float32), 0.9 (float64). */
internal fun exp(x: Term): Term {
    val range = x.sized(EXP_F32, EXP_F64)
    val bounded = (x below range.low).choose(x.constant(range.low), x)
    val rest = HalvingRest(bounded)
    val y = rest.scale(rest.r.polynomial(EXP_REST_F32, EXP_REST_F64), bounded below range.normal)
    return (x atMost range.high).choose(y, x + Double.POSITIVE_INFINITY)
}

/** `2^x`. Largest error 0.95 units (float32 and float64). */
internal fun exp2(x: Term): Term {
    val range = x.sized(EXP2_F32, EXP2_F64)
    val bounded = (x below range.low).choose(x.constant(range.low), x)
    val shifted = bounded + x.whole
    val r = bounded - (shifted - x.whole)
    val y = HalvingRest(shifted, r).scale(r.polynomial(EXP2_REST_F32, EXP2_REST_F64), bounded below range.normal)
    return (x below range.high).choose(y, x + Double.POSITIVE_INFINITY)
}

/**
 * `e^x - 1`, as `2^n (e^r - 1) + (2^n - 1)`; halved on the way, as the largest results need `2^128`. Largest error 1.6 units
 * (float32), 1.9 (float64).
 */
internal fun expm1(x: Term): Term {
    val rest = HalvingRest(x.within(x.sized(-20.0, -40.0), x.sized(89.0, 709.9)))
    val half = rest.halfPower()
    val y = half.times(expm1OfRest(rest.r), half - 0.5)
    return (y + y).unlessTiny(x)
}

/** `e^r - 1` for `|r| <= ln 2 / 2`. */
internal fun expm1OfRest(r: Term): Term = (r * r).times(r.polynomial(EXPM1_TAIL_F32, EXPM1_TAIL_F64), r)

/**
 * Where an exponential is a normal number.
 *
 * @property low below it the result is less than half of the smallest denormal.
 * @property normal from here on the result is normal.
 * @property high the last number with a finite result.
 */
internal class ExponentialRange(val low: Double, val normal: Double, val high: Double)

internal val EXP_F32 = ExponentialRange(-104.0, -87.0, 88.72283935546875)
internal val EXP_F64 = ExponentialRange(-746.0, -708.0, 709.782712893384)
private val EXP2_F32 = ExponentialRange(-151.0, -126.0, 128.0)
private val EXP2_F64 = ExponentialRange(-1076.0, -1022.0, 1024.0)

/** `e^r` for `|r| <= ln 2 / 2`, within 2^-28. */
internal val EXP_REST_F32 = doubleArrayOf(0.001382225, 0.008369095, 0.04166825, 0.16666517, 0.49999994, 1.0, 1.0)

/** `e^r` for `|r| <= ln 2 / 2`, within 2^-56. */
internal val EXP_REST_F64 =
    doubleArrayOf(
        2.4999589642503363e-08,
        2.7630373240885697e-07,
        2.7557588691552007e-06,
        2.4801492783616246e-05,
        0.00019841269503016433,
        0.0013888888943894735,
        0.008333333333496572,
        0.04166666666652934,
        0.16666666666666408,
        0.5000000000000011,
        1.0,
        1.0,
    )

/** `(e^r - 1 - r) / r^2` for `|r| <= ln 2 / 2`; with it `e^r - 1` is within 2^-26. */
private val EXPM1_TAIL_F32 = doubleArrayOf(0.0013882054, 0.008367096, 0.04166739, 0.16666539, 0.49999997)

/** As [EXPM1_TAIL_F32]; within 2^-59. */
private val EXPM1_TAIL_F64 =
    doubleArrayOf(
        2.087536048834676e-09,
        2.5109082688626533e-08,
        2.75574028476507e-07,
        2.7557244100290574e-06,
        2.48015871719327e-05,
        0.00019841269886212122,
        0.0013888888888962869,
        0.008333333333321605,
        0.041666666666666505,
        0.16666666666666677,
        0.5,
    )

/** `2^r` for `|r| <= 1/2`, within 2^-26. */
private val EXP2_REST_F32 = doubleArrayOf(0.00013338486, 0.0013387926, 0.009625434, 0.055503663, 0.24022594, 0.6931472, 1.0)

/** `2^r` for `|r| <= 1/2`, within 2^-55. */
private val EXP2_REST_F64 =
    doubleArrayOf(
        4.4347461563560357e-10,
        7.0738207445750585e-09,
        1.0178200044323522e-07,
        1.3215435077762681e-06,
        1.5252733491236957e-05,
        0.00015403530457491432,
        0.0013333558146777383,
        0.009618129107593848,
        0.05550410866482007,
        0.2402265069591013,
        0.6931471805599453,
        1.0,
    )
