package dev.rankine.kernels

import dev.rankine.ops.Op1
import dev.rankine.ops.acos
import dev.rankine.ops.acosh
import dev.rankine.ops.asin
import dev.rankine.ops.asinh
import dev.rankine.ops.atan
import dev.rankine.ops.atanh
import dev.rankine.ops.cos
import dev.rankine.ops.cosh
import dev.rankine.ops.erf
import dev.rankine.ops.erfc
import dev.rankine.ops.exp
import dev.rankine.ops.exp2
import dev.rankine.ops.expm1
import dev.rankine.ops.invoke
import dev.rankine.ops.log
import dev.rankine.ops.log10
import dev.rankine.ops.log1p
import dev.rankine.ops.log2
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.ops.sigmoid
import dev.rankine.ops.sin
import dev.rankine.ops.sinh
import dev.rankine.ops.tan
import dev.rankine.ops.tanh
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe

/**
 * Generated functions. Float32 against the rows in float64 at bit patterns all over the range: every 9973rd, or all with
 * `-Drankine.exhaustive=true` (hours). Float64 against numbers of mpmath, a library for any precision.
 */
internal class FunctionAccuracyTest :
    FunSpec({
        val step = if (System.getProperty("rankine.exhaustive") == "true") 1L else 9973L
        val points = FunctionPoints.read("float64")
        for (bits in listOf(128, 256, 512)) {
            val backend = VectorBackend(bits, "vector-$bits")

            fun value(x: DoubleArray) = valueOf(FloatArray(x.size) { x[it].toFloat() }, DType.F32, Sizes.of(x.size), backend)
            for ((function, bound) in FLOAT32) {
                test("${function.name} of float32 with $bits bits: at most $bound units in the last place") {
                    val worst = Worst()
                    var next = 0L
                    while (next < PATTERNS) {
                        val count = minOf(CHUNK, (PATTERNS - next + step - 1) / step).toInt()
                        val x = DoubleArray(count) { Float.fromBits((next + it * step).toInt()).toDouble() }
                        next += count * step
                        val y = function(value(x)).toDoubleArray()
                        val expected = function(plain(x)).toDoubleArray()
                        for (i in x.indices) worst.meet(x[i], y[i], expected[i])
                    }
                    withClue(worst) { worst.units shouldBeLessThanOrEqual bound }
                }
            }

            for ((function, bound) in FLOAT64) {
                test("${function.name} of float64 with $bits bits: at most $bound units in the last place") {
                    val lines = points.getValue(function.name)
                    val x = DoubleArray(lines.size) { lines[it][0] }
                    val y = function(valueOf(x, DType.F64, Sizes.of(x.size), backend)).toDoubleArray()
                    val worst = Worst()
                    for (i in x.indices) {
                        worst.meet(
                            x[i],
                            y[i],
                            lines[i][1],
                            Math.abs(y[i] - lines[i][1] - lines[i][2]) / Math.ulp(lines[i][1]),
                        )
                    }
                    withClue(worst) { worst.units shouldBeLessThanOrEqual bound }
                }

                test("${function.name} of float64 with $bits bits at the ends and where numbers are not finite") {
                    val y =
                        function(
                            valueOf(FunctionPoints.SPECIAL, DType.F64, Sizes.of(FunctionPoints.SPECIAL.size), backend),
                        ).toDoubleArray()
                    val expected = function(plain(FunctionPoints.SPECIAL)).toDoubleArray()
                    for (i in FunctionPoints.SPECIAL.indices) {
                        withClue(FunctionPoints.SPECIAL[i]) { withinUnits(y[i], expected[i], 5) shouldBe true }
                    }
                }
            }
        }
    }) {
    private companion object {
        const val PATTERNS = 1L shl 32
        const val CHUNK = (1L shl 16) + 13
        val PLAIN = PlainBackend()

        /** What the documentation of the functions says. */
        val FLOAT32: List<Pair<Op1<Unit>, Double>> =
            listOf(
                exp to 0.87,
                exp2 to 0.95,
                expm1 to 1.6,
                log to 0.95,
                log2 to 1.1,
                log10 to 1.2,
                log1p to 1.6,
                tanh to 2.5,
                sigmoid to 2.4,
                erf to 1.5,
                erfc to 3.8,
                sin to 1.6,
                cos to 1.6,
                tan to 3.0,
                asin to 2.0,
                acos to 1.2,
                atan to 2.3,
                sinh to 2.0,
                cosh to 2.3,
                asinh to 2.0,
                acosh to 2.0,
                atanh to 2.3,
            )

        val FLOAT64: List<Pair<Op1<Unit>, Double>> = FLOAT32.map { it.first to 3.0 }

        fun plain(x: DoubleArray) = valueOf(x, DType.F64, Sizes.of(x.size), PLAIN)

        /** Whether two numbers are both NaN, or the same with the same sign, or [count] units apart. */
        fun withinUnits(y: Double, expected: Double, count: Int): Boolean =
            y.compareTo(expected) == 0 || (Math.abs(y - expected) <= count * Math.ulp(expected) && Math.signum(y) == Math.signum(expected))
    }
}
