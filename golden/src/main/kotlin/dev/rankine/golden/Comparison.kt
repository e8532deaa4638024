package dev.rankine.golden

import dev.rankine.ops.Value
import dev.rankine.ops.elementsOnHost
import dev.rankine.shapes.DType
import kotlin.math.abs

/** The distance that is allowed between a result and what PyTorch computed. */
internal class Tolerance(private val absolute: Double, private val relative: Double) {
    fun of(expected: Double): Double = absolute + relative * abs(expected)

    /** This one and [more], where the result hangs on roundings. */
    fun widened(more: Double): Tolerance = Tolerance(absolute + more, relative)

    companion object {
        private val EXACT = Tolerance(0.0, 0.0)

        /**
         * For results of [dtype]. [error] is how far PyTorch's own float32 result was from its float64 result; negative where unknown.
         * 16-bit floats and integers are compared exactly: golden cases only convert to them.
         */
        fun of(dtype: DType, error: Double): Tolerance =
            when (dtype) {
                DType.F32 -> Tolerance(1e-5 + 4 * maxOf(error, 0.0), 1e-4)
                DType.F64 -> Tolerance(1e-9, 1e-7)
                else -> EXACT
            }
    }
}

/** What is wrong with [actual], or null. NaN equals NaN, infinities equal themselves; with [formOnly] the numbers do not matter. */
internal fun difference(actual: Value, expected: Value, error: Double, formOnly: Boolean): String? =
    difference(actual, expected, Tolerance.of(expected.dtype, error), formOnly)

/** The same with a [tolerance] that does not follow from the type. */
internal fun difference(actual: Value, expected: Value, tolerance: Tolerance, formOnly: Boolean = false): String? {
    if (actual.dtype != expected.dtype || actual.sizes != expected.sizes) {
        return "${actual.dtype} ${actual.sizes} expected ${expected.dtype} ${expected.sizes}"
    }
    if (formOnly) return null
    return if (expected.dtype.isFloating) floats(actual, expected, tolerance) else integers(actual, expected)
}

private fun floats(actual: Value, expected: Value, tolerance: Tolerance): String? {
    val a = actual.elementsOnHost()
    val b = expected.elementsOnHost()
    for (i in 0 until b.count) {
        val x = a.double(i)
        val y = b.double(i)
        val equal = x == y || (x.isNaN() && y.isNaN()) || (y.isFinite() && abs(x - y) <= tolerance.of(y))
        if (!equal) return "element $i: ${shown(x, b.dtype)} expected ${shown(y, b.dtype)} (tolerance ${"%.2g".format(tolerance.of(y))})"
    }
    return null
}

private fun integers(actual: Value, expected: Value): String? {
    val a = actual.elementsOnHost()
    val b = expected.elementsOnHost()
    for (i in 0 until b.count) if (a.long(i) != b.long(i)) return "element $i: ${a.long(i)} expected ${b.long(i)}"
    return null
}

private fun shown(x: Double, dtype: DType): String = if (dtype == DType.F64) x.toString() else x.toFloat().toString()
