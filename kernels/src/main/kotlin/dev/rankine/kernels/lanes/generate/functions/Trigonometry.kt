package dev.rankine.kernels.lanes

/** The sine. Largest error 1.6 units (float32), 1.4 (float64). Beyond [FAR_F32] or [FAR_F64] it is that of `Math`. */
internal fun sin(x: Term): Term = unlessFar(x, "sin", (x equalTo 0.0).choose(x, Quarter(x, 0).sine()))

/** The cosine. Largest error 1.6 units (float32), 1.4 (float64). Beyond [FAR_F32] or [FAR_F64] it is that of `Math`. */
internal fun cos(x: Term): Term = unlessFar(x, "cos", Quarter(x, 1).sine())

/** The tangent. Largest error 3 units (float32), 2.7 (float64). Beyond [FAR_F32] or [FAR_F64] it is that of `Math`. */
internal fun tan(x: Term): Term = unlessFar(x, "tan", (x equalTo 0.0).choose(x, Quarter(x, 0).tangent()))

private fun unlessFar(x: Term, name: String, usual: Term): Term = Rare(x.absolute() above x.sized(FAR_F32, FAR_F64), name, listOf(x), usual)

/**
 * A number as `n pi / 2 + r` with whole `n` and `|r|` little above `pi / 4`; [ahead] is added to `n`. After Cody and Waite: `pi / 2` is
 * taken in pieces. With fused products the first step is exact, and the others round what is left of the number, so few pieces suffice.
 */
private class Quarter(x: Term, ahead: Long) {
    private val n: Term
    private val sine: Term
    private val cosine: Term

    init {
        val shifted = x.times(TWO_BY_PI, x.whole)
        val whole = shifted - x.whole
        n = shifted.bits().let { if (ahead == 0L) it else it + ahead }
        val r = x.sized(HALF_PI_F32, HALF_PI_F64).fold(x) { rest, piece -> whole.times(-piece, rest) }
        val z = r * r
        sine = (r * z).times(z.polynomial(SIN_F32, SIN_F64), r)
        cosine = z.times(z.times(z.polynomial(COS_F32, COS_F64), -0.5), 1.0)
    }

    fun sine(): Term {
        val y = (n lacks 1L).choose(sine.bits(), cosine.bits())
        return (y xor ((n and 2L) shiftLeft y.signPlace - 1)).number()
    }

    fun tangent(): Term {
        val even = n lacks 1L
        val sign = (n and 1L) shiftLeft n.signPlace
        return even.choose(sine.bits(), cosine.bits() xor sign).number() / even.choose(cosine.bits(), sine.bits()).number()
    }

    private val Term.signPlace: Int get() = lane.bytes * 8 - 1
}

/** Up to here float32 has the number of quarters, within 0.04. */
internal const val FAR_F32: Double = 1048576.0

/** Up to here float64 has the number of quarters, within 0.01, and the pieces of pi are enough. */
internal const val FAR_F64: Double = 1e9

private const val TWO_BY_PI = 0.6366197723675814

/** Pieces of pi / 2. */
private val HALF_PI_F32 = doubleArrayOf(1.5707963705062866, -4.371138828673793e-08, -1.7151245100058819e-15)
private val HALF_PI_F64 = doubleArrayOf(1.5707963267948966, 6.123233995736766e-17, -1.4973849048591698e-33)

/** `(sin(r) / r - 1) / r^2` by `r^2` for `|r| <= pi / 4 + 0.04`; with it the sine is within 2^-27. */
private val SIN_F32 = doubleArrayOf(-0.00019482693, 0.008331917, -0.16666651)

/** As [SIN_F32]; within 2^-56. */
private val SIN_F64 =
    doubleArrayOf(
        1.5892074032186876e-10,
        -2.505067733984264e-08,
        2.7557313180846678e-06,
        -0.00019841269828349916,
        0.008333333333320612,
        -0.16666666666666624,
    )

/** `(cos(r) - 1 + r^2 / 2) / r^4` by `r^2` for `|r| <= pi / 4 + 0.04`; with it the cosine is within 2^-32. */
private val COS_F32 = doubleArrayOf(2.4393672e-05, -0.0013886959, 0.041666638)

/** As [COS_F32]; within 2^-61. */
private val COS_F64 =
    doubleArrayOf(
        -1.1355644900517109e-11,
        2.087564558934512e-09,
        -2.7557313777750475e-07,
        2.4801587287481062e-05,
        -0.0013888888888870896,
        0.04166666666666658,
    )
