package dev.rankine.ops

import dev.rankine.shapes.DType
import kotlin.math.abs

/** How the elements of one text are written, so that columns align. */
internal fun interface NumberText {
    /** Element [i] of the value. */
    fun write(i: Int): String
}

/** The writer for the elements [shown] of [elements]; a [single] number is not padded. */
internal fun numberText(elements: Elements, shown: IntArray, precision: Int, single: Boolean): NumberText =
    when {
        elements.dtype == DType.BOOL -> {
            NumberText { i -> (if (elements.long(i) != 0L) "True" else "False").padStart(if (single) 0 else 5) }
        }

        elements.dtype.isFloating -> {
            FloatText(elements, shown, precision)
        }

        else -> {
            val width = shown.maxOfOrNull { elements.long(it).toString().length } ?: 0
            NumberText { i -> elements.long(i).toString().padStart(width) }
        }
    }

/**
 * Floating-point numbers as NumPy writes them: all in positional notation, or all in scientific notation where the largest is at least
 * `10^8` (less for types of fewer digits), the smallest is below `10^-4`, or they differ by more than a factor of 1000.
 */
private class FloatText(private val elements: Elements, shown: IntArray, private val precision: Int) : NumberText {
    private val dtype = elements.dtype
    private val finite = shown.map { elements.double(it) }.filter { it.isFinite() }
    private val isScientific = needsScientific()
    private val fraction: Int
    private val exponentDigits: Int
    private val left: Int
    private val width: Int

    init {
        if (isScientific) {
            val numbers = finite.map { scientific(it, dtype, precision) }
            fraction = numbers.maxOf { it.mantissa.scale() }
            exponentDigits = numbers.maxOf { maxOf(2, abs(it.exponent).toString().length) }
        } else {
            fraction = finite.maxOfOrNull { positional(it, dtype, precision).scale() } ?: 0
            exponentDigits = 0
        }
        val right = fraction + if (isScientific) exponentDigits + 2 else 0
        val signs = shown.any { elements.double(it) == Double.NEGATIVE_INFINITY }
        val special = if (finite.size == shown.size) 0 else (if (signs) 4 else 3) - right - 1
        left = maxOf(special, finite.maxOfOrNull { whole(it).length } ?: 0)
        width = left + 1 + right
    }

    private fun needsScientific(): Boolean {
        val sizes = finite.filter { it != 0.0 }.map { abs(it) }
        val most = sizes.maxOrNull() ?: return false
        val least = sizes.min()
        return most >= LARGE.getValue(dtype) || least < SMALL || most / least > RATIO
    }

    /** What stands before the point; zero keeps its sign. */
    private fun whole(x: Double): String {
        val digits =
            if (isScientific) {
                scientific(abs(x), dtype, precision).mantissa.toBigInteger()
            } else {
                positional(abs(x), dtype, precision).toBigInteger()
            }
        return if (x < 0 || 1 / x < 0) "-$digits" else "$digits"
    }

    override fun write(i: Int): String {
        val x = elements.double(i)
        if (x.isNaN()) return "nan".padStart(width)
        if (x.isInfinite()) return (if (x < 0) "-inf" else "inf").padStart(width)
        return whole(x).padStart(left) + "." +
            if (isScientific) scientificTail(x) else after(positional(abs(x), dtype, precision)).padEnd(fraction)
    }

    private fun scientificTail(x: Double): String {
        val number = scientific(abs(x), dtype, precision)
        val sign = if (number.exponent < 0) "-" else "+"
        return after(number.mantissa).padEnd(fraction, '0') + "e" + sign + abs(number.exponent).toString().padStart(exponentDigits, '0')
    }

    private fun after(number: java.math.BigDecimal): String = number.toPlainString().substringAfter('.', "")

    private companion object {
        const val SMALL = 1e-4
        const val RATIO = 1000.0

        /** From here on positional notation would show digits that the type does not have. */
        val LARGE = mapOf(DType.F16 to 1e3, DType.BF16 to 1e2, DType.F32 to 1e6, DType.F64 to 1e8)
    }
}
