package dev.rankine.kernels.lanes

/*
 * The words in which the functions of this folder are written. Their constants are Doubles that the lane rounds.
 *
 * Errors of the functions are in units in the last place of the exact result. Float32: among every 1009th of all bit patterns, denormal
 * numbers included, against float64. Float64: among 150,000 random numbers of all sizes and of the ranges where functions bend, against
 * a library of 113 bits. FunctionAccuracyTest repeats both on the generated loops, with fewer numbers.
 *
 * ns per element of 64 K, one thread, 512 bits (AMD EPYC, Zen 4, JDK 25). Float32: exp2 0.27, exp 0.30, sin 0.30, tanh 0.32, cos 0.35,
 * acos 0.32, asin 0.35, log 0.37, tan 0.37, sigmoid 0.30, erf 0.40, expm1 0.40, sinh 0.47, erfc 0.5, gelu 0.57, gelu_backward 1.0,
 * pow 1.2. With loops of at most 56 calls instead of 100: log 0.57, erfc 0.91, gelu 1.04, gelu_backward 1.4. Float64, with 56:
 * exp2 0.7, tanh 1.0, cos 1.0, sigmoid 1.2, log10 1.3, atan 1.3, log1p 1.4, erf and erfc 3.4.
 */

/** [number] in the lane of this term. */
internal fun Term.constant(number: Double): Term = Literal(number, lane)

/** [number] as whole number in the lane of this term. */
internal fun Term.constant(number: Long): Term = Literal(number, lane)

/** This number's bits as a whole number. */
internal fun Term.bits(): Term = Bits(this, if (lane == Lane.F32) Lane.I32 else Lane.I64)

/** The floating point number with these bits. */
internal fun Term.number(): Term = Bits(this, if (lane == Lane.I32) Lane.F32 else Lane.F64)

internal infix fun Term.shiftLeft(count: Int): Term = Binary(BinaryCode.SHIFT_LEFT, this, constant(count.toLong()))

internal infix fun Term.shiftRightUnsigned(count: Int): Term = Binary(BinaryCode.SHIFT_RIGHT_UNSIGNED, this, constant(count.toLong()))

internal infix fun Term.and(b: Term): Term = Binary(BinaryCode.AND, this, b)

internal infix fun Term.or(b: Term): Term = Binary(BinaryCode.OR, this, b)

internal infix fun Term.xor(b: Term): Term = Binary(BinaryCode.XOR, this, b)

internal infix fun Term.and(b: Long): Term = this and constant(b)

internal operator fun Term.plus(b: Long): Term = this + constant(b)

internal infix fun Term.below(b: Double): Mask = Compare(Order.LT, this, constant(b))

internal infix fun Term.above(b: Double): Mask = Compare(Order.GT, this, constant(b))

internal infix fun Term.atMost(b: Double): Mask = Compare(Order.LE, this, constant(b))

internal infix fun Term.atLeast(b: Double): Mask = Compare(Order.GE, this, constant(b))

internal infix fun Term.equalTo(b: Double): Mask = Compare(Order.EQ, this, constant(b))

/** Whether a whole number has none of the bits of [b]. */
internal infix fun Term.lacks(b: Long): Mask = Compare(Order.EQ, this and b, constant(0L))

/** [a] where this holds, else [b]. */
internal fun Mask.choose(a: Term, b: Term): Term = Choose(this, a, b)

/** `this * b + c`, rounded once. */
internal fun Term.times(b: Double, plus: Term): Term = Fma(this, constant(b), plus)

/** `this * b + c`, rounded once. */
internal fun Term.times(b: Term, plus: Double): Term = Fma(this, b, constant(plus))

/** `this * b + c`, rounded once. */
internal fun Term.times(b: Double, plus: Double): Term = Fma(this, constant(b), constant(plus))

/** `b / this`. */
internal fun Term.under(b: Double): Term = constant(b) / this

/** `b - this`. */
internal fun Term.from(b: Double): Term = constant(b) - this

/** `b - this`. */
internal fun Term.from(b: Long): Term = constant(b) - this

/** Bits of the fraction that are stored. */
internal val Term.fractionBits: Int get() = if (lane.bytes == 4) 23 else 52

/** The bits of 1, of a floating point number as large as this one. */
internal val Term.bitsOfOne: Long get() = if (lane.bytes == 4) 0x3f80_0000L else 0x3ff0_0000_0000_0000L

/** This number, which is not negative or is NaN, with the sign of [x]. */
internal fun Term.withSignOf(x: Term): Term = (bits() or (x.bits() and signBit(x))).number()

/** The bit of the sign of numbers as large as [x]. */
internal fun signBit(x: Term): Long = if (x.lane.bytes == 4) Int.MIN_VALUE.toLong() else Long.MIN_VALUE

/** The bits of [number] as a number of this lane. */
internal fun Term.bitsOf(number: Double): Long = if (lane.bytes == 4) number.toFloat().toRawBits().toLong() else number.toRawBits()

/** Bounds a number from both sides; NaN stays. Two comparisons are cheaper than `Math.min`, which has an opinion on zeros. */
internal fun Term.within(low: Double, high: Double): Term {
    val bounded = (this above high).choose(constant(high), this)
    return (this below low).choose(constant(low), bounded)
}

/** [f32] or [f64], as the lane is. */
internal fun <T> Term.sized(f32: T, f64: T): T = if (lane == Lane.F32) f32 else f64

/** The polynomial of [f32] or [f64], the highest power first, at this number. */
internal fun Term.polynomial(f32: DoubleArray, f64: DoubleArray): Term = polynomial(*sized(f32, f64))

/** [x], where its size is so small, or 0, that the function is the identity; else this. Keeps -0 and denormal numbers. */
internal fun Term.unlessTiny(x: Term): Term = (x.absolute() below TINY).choose(x, this)

private const val TINY = 1e-17
