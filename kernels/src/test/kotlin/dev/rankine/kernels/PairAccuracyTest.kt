package dev.rankine.kernels

import dev.rankine.ops.Op2
import dev.rankine.ops.atan2
import dev.rankine.ops.hypot
import dev.rankine.ops.invoke
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.ops.pow
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe

/** Generated functions of two numbers: float32 against the rows in float64, float64 against numbers of mpmath. */
internal class PairAccuracyTest :
    FunSpec({
        val points = FunctionPoints.read("pairs64")
        for (bits in listOf(128, 256, 512)) {
            val backend = VectorBackend(bits, "vector-$bits")

            fun run(function: Op2<Unit>, type: DType, a: DoubleArray, b: DoubleArray): DoubleArray {
                fun value(x: DoubleArray) =
                    if (type == DType.F64) {
                        valueOf(x, type, Sizes.of(x.size), backend)
                    } else {
                        valueOf(FloatArray(x.size) { x[it].toFloat() }, type, Sizes.of(x.size), backend)
                    }
                return function(value(a), value(b)).toDoubleArray()
            }

            for ((function, bounds) in PAIRS) {
                test("${function.name} of float32 with $bits bits: at most ${bounds.first} units in the last place") {
                    val worst = Worst()
                    for (a in FLOATS) {
                        val left = DoubleArray(FLOATS.size) { a }
                        val y = run(function, DType.F32, left, FLOATS)
                        val expected = plain(function, left, FLOATS)
                        for (i in FLOATS.indices) worst.meet("$a, ${FLOATS[i]}", y[i], expected[i])
                    }
                    withClue(worst) { worst.units shouldBeLessThanOrEqual bounds.first }
                }

                test("${function.name} of float64 with $bits bits: at most ${bounds.second} units in the last place") {
                    val lines = points.getValue(function.name)
                    val y = run(function, DType.F64, DoubleArray(lines.size) { lines[it][0] }, DoubleArray(lines.size) { lines[it][1] })
                    val worst = Worst()
                    for ((i, line) in lines.withIndex()) {
                        worst.meet("${line[0]}, ${line[1]}", y[i], line[2], Math.abs(y[i] - line[2] - line[3]) / Math.ulp(line[2]))
                    }
                    withClue(worst) { worst.units shouldBeLessThanOrEqual bounds.second }
                }

                test("${function.name} of float64 with $bits bits at the ends and where numbers are not finite") {
                    for (a in ENDS) {
                        val left = DoubleArray(ENDS.size) { a }
                        val y = run(function, DType.F64, left, ENDS)
                        val expected = plain(function, left, ENDS)
                        for (i in ENDS.indices) withClue("$a, ${ENDS[i]}") { isNear(y[i], expected[i]) shouldBe true }
                    }
                }
            }

            test("pow with $bits bits: exponents of every day, and powers that leave the numbers") {
                val worst = Worst()
                for (exponent in listOf(2.0, 3.0, 0.5, -1.0, -0.5, 1.5, 1.0, 0.0, 4.0, -2.0, 10.0, 1e-3, 300.0, -300.0)) {
                    val right = DoubleArray(BASES.size) { exponent.toFloat().toDouble() }
                    val y = run(pow, DType.F32, BASES, right)
                    val expected = plain(pow, BASES, right)
                    for (i in BASES.indices) worst.meet("${BASES[i]}, $exponent", y[i], expected[i])
                }
                withClue(worst) { worst.units shouldBeLessThanOrEqual 1.1 }
            }

            test("pow with $bits bits: bases near one, with as large exponents as finite powers have") {
                val worst = Worst()
                for (step in listOf(1, -1, 2, 3, -7, 100, 5001, -60001)) {
                    val base = DoubleArray(2000) { Float.fromBits(0x3f80_0000 + step).toDouble() }
                    val right =
                        DoubleArray(2000) { ((it - 1000) / 1000.0 * 130 / (Math.log(base[0]) / Math.log(2.0))).toFloat().toDouble() }
                    val y = run(pow, DType.F32, base, right)
                    val expected = plain(pow, base, right)
                    for (i in base.indices) worst.meet("${base[i]}, ${right[i]}", y[i], expected[i])
                }
                withClue(worst) { worst.units shouldBeLessThanOrEqual 1.1 }
            }
        }
    }) {
    private companion object {
        /** What the documentation of the functions says of float32 and float64. */
        val PAIRS: List<Pair<Op2<Unit>, Pair<Double, Double>>> = listOf(pow to (1.1 to 1.1), atan2 to (3.0 to 2.1), hypot to (1.2 to 1.2))
        val PLAIN = PlainBackend()
        val ENDS = FunctionPoints.SPECIAL + doubleArrayOf(3.0, -3.0, -0.5, 1.5, 4e15, 4.000000000000001e15, -3e15, 1e-320)
        val BASES =
            DoubleArray(3000) { Float.fromBits((it * 1_431_655L).toInt()).toDouble() } + DoubleArray(3000) { rounded(it / 97.0 - 15) }
        val FLOATS =
            FunctionPoints.SPECIAL.map { rounded(it) }.toDoubleArray() +
                DoubleArray(600) { Float.fromBits((it * 7_158_283L).toInt()).toDouble() } +
                DoubleArray(600) { rounded(it / 97.0 - 3) } + DoubleArray(21) { it - 10.0 }

        fun rounded(x: Double): Double = x.toFloat().toDouble()

        fun plain(function: Op2<Unit>, a: DoubleArray, b: DoubleArray): DoubleArray =
            function(valueOf(a, DType.F64, Sizes.of(a.size), PLAIN), valueOf(b, DType.F64, Sizes.of(b.size), PLAIN)).toDoubleArray()

        /** Whether two numbers are both NaN, or the same with the same sign, or a few units apart. */
        fun isNear(y: Double, expected: Double): Boolean =
            y.compareTo(expected) == 0 || (Math.abs(y - expected) <= 4 * Math.ulp(expected) && Math.signum(y) == Math.signum(expected))
    }
}
