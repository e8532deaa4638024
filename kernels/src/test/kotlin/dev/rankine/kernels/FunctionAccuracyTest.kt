package dev.rankine.kernels

import dev.rankine.ops.Op1
import dev.rankine.ops.cos
import dev.rankine.ops.exp
import dev.rankine.ops.invoke
import dev.rankine.ops.log
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.ops.sigmoid
import dev.rankine.ops.sin
import dev.rankine.ops.tanh
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeLessThanOrEqual

/**
 * Generated functions of float32 against the rows in float64, at bit patterns all over the range: every 4999th, or all with
 * `-Drankine.exhaustive=true` (an hour).
 */
internal class FunctionAccuracyTest :
    FunSpec({
        val step = if (System.getProperty("rankine.exhaustive") == "true") 1L else 4999L
        for (bits in listOf(128, 256, 512)) {
            val backend = VectorBackend(bits, "vector-$bits")
            for ((function, bound) in BOUNDS) {
                test("${function.name} of float32 with $bits bits is within $bound units in the last place") {
                    val worst = Worst()
                    var next = 0L
                    while (next < PATTERNS) {
                        val x = FloatArray(minOf(CHUNK, (PATTERNS - next + step - 1) / step).toInt()) { Float.fromBits((next + it * step).toInt()) }
                        next += x.size * step
                        val y = function(valueOf(x, DType.F32, Sizes.of(x.size), backend)).toDoubleArray()
                        val expected = function(valueOf(DoubleArray(x.size) { x[it].toDouble() }, DType.F64, Sizes.of(x.size), PLAIN)).toDoubleArray()
                        for (i in x.indices) worst.meet(x[i], y[i], expected[i])
                    }
                    withClue(worst) { worst.units shouldBeLessThanOrEqual bound }
                }
            }
        }
    }) {
    /** The largest error so far. */
    private class Worst {
        var units = 0.0
        private var at = Float.NaN
        private var found = 0.0
        private var wanted = 0.0

        fun meet(x: Float, y: Double, expected: Double) {
            val error = units(y, expected)
            if (error <= units) return
            units = error
            at = x
            found = y
            wanted = expected
        }

        override fun toString() = "$units units at $at (${at.toRawBits().toUInt().toString(16)}): $found instead of $wanted"
    }

    private companion object {
        const val PATTERNS = 1L shl 32
        const val CHUNK = (1L shl 16) + 13
        val PLAIN = PlainBackend()

        /** Largest errors. */
        val BOUNDS: List<Pair<Op1<Unit>, Double>> =
            listOf(exp to 0.87, log to 0.95, tanh to 2.4, sigmoid to 2.4, sin to 1.6, cos to 1.6)

        /** The distance of [y] from [expected] in units of the float32 nearest to it. Infinity counts as the number behind the largest. */
        fun units(y: Double, expected: Double): Double {
            val nearest = expected.toFloat()
            if (expected.isNaN() || y.isNaN()) return if (expected.isNaN() && y.isNaN()) 0.0 else Double.POSITIVE_INFINITY
            if (y == nearest.toDouble()) return if (y != 0.0 || 1 / y == (1 / nearest).toDouble()) maxOf(0.0, distance(y, expected)) else Double.POSITIVE_INFINITY
            return distance(y, expected)
        }

        private fun distance(y: Double, expected: Double): Double {
            if (y == expected) return 0.0
            val end = Math.scalb(1.0, 128)
            val inside = expected.coerceIn(-end, end)
            return Math.abs(y.coerceIn(-end, end) - inside) / Math.ulp(inside.coerceIn(-Float.MAX_VALUE.toDouble(), Float.MAX_VALUE.toDouble()).toFloat())
        }
    }
}
