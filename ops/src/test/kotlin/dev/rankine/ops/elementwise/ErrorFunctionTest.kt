package dev.rankine.ops.elementwise

import dev.rankine.ops.abs
import dev.rankine.ops.add
import dev.rankine.ops.div
import dev.rankine.ops.erf
import dev.rankine.ops.erfc
import dev.rankine.ops.invoke
import dev.rankine.ops.minus
import dev.rankine.ops.plus
import dev.rankine.ops.rem
import dev.rankine.ops.square
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.unaryMinus
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe
import java.math.BigDecimal
import java.math.MathContext

private val digits = MathContext(60)

/** The square root of pi, OEIS A002161. */
private val rootPi = BigDecimal("1.77245385090551602729816748334114518279754945612238712821380779")

/** The Maclaurin series (DLMF 7.6.1) with 60 digits; the largest term for x = 6 has 15 digits before the point. */
private fun series(x: Double): BigDecimal {
    val z = BigDecimal(x)
    val square = z.multiply(z)
    var term = z
    var total = z
    var n = 0
    while (term.abs() > BigDecimal("1e-70")) {
        n++
        term = term.multiply(square).divide(BigDecimal(-n), digits)
        total = total.add(term.divide(BigDecimal(2 * n + 1), digits))
    }
    return total.multiply(BigDecimal(2)).divide(rootPi, digits)
}

private fun ulps(got: Double, want: BigDecimal): Double =
    BigDecimal(got)
        .subtract(want)
        .abs()
        .divide(BigDecimal(Math.ulp(want.toDouble())), digits)
        .toDouble()

internal class ErrorFunctionTest :
    FunSpec({
        val points = DoubleArray(1200) { 1e-3 + it * 0.005 + it % 7 * 1.0e-4 }

        test("erf is within 1.2 units in the last place of its series") {
            val got = erf(doubles(*points)).toDoubleArray()
            for ((i, x) in points.withIndex()) withClue("erf($x)") { ulps(got[i], series(x)) shouldBeLessThanOrEqual 1.2 }
            erf(-doubles(*points)).toDoubleArray().toList() shouldBe got.map { -it }
        }

        test("erfc is within 5 units in the last place of its series") {
            val got = erfc(doubles(*points)).toDoubleArray()
            val mirrored = erfc(-doubles(*points)).toDoubleArray()
            for ((i, x) in points.withIndex()) {
                withClue("erfc($x)") { ulps(got[i], BigDecimal.ONE.subtract(series(x))) shouldBeLessThanOrEqual 5.0 }
                withClue("erfc(-$x)") { ulps(mirrored[i], BigDecimal.ONE.add(series(x))) shouldBeLessThanOrEqual 1.2 }
            }
        }

        test("the far tail, by mpmath with 40 digits") {
            val got = erfc(doubles(6.5, 10.0, 20.0, 26.0)).toDoubleArray()
            val want = listOf(3.8421483271206475e-20, 2.088487583762545e-45, 5.395865611607901e-176, 5.663192408856143e-296)
            for (i in want.indices) Math.abs(got[i] - want[i]) / Math.ulp(want[i]) shouldBeLessThanOrEqual 5.0
        }

        test("limits, tiny operands, NaN") {
            erf(doubles(INF, -INF, NAN, 0.0, 1e-300, 6.5, 30.0)) shouldHold listOf(1.0, -1.0, NAN, 0.0, 1.1283791670955126e-300, 1.0, 1.0)
            erfc(doubles(INF, -INF, NAN, 0.0, 28.0, -7.0)) shouldHold listOf(0.0, 2.0, NAN, 1.0, 0.0, 2.0)
        }
    })
