package dev.rankine.ops.elementwise

import dev.rankine.ops.Op1
import dev.rankine.ops.abs
import dev.rankine.ops.acos
import dev.rankine.ops.acosh
import dev.rankine.ops.asin
import dev.rankine.ops.asinh
import dev.rankine.ops.atan
import dev.rankine.ops.atan2
import dev.rankine.ops.atanh
import dev.rankine.ops.cos
import dev.rankine.ops.cosh
import dev.rankine.ops.div
import dev.rankine.ops.exp
import dev.rankine.ops.exp2
import dev.rankine.ops.expm1
import dev.rankine.ops.hypot
import dev.rankine.ops.invoke
import dev.rankine.ops.log
import dev.rankine.ops.log10
import dev.rankine.ops.log1p
import dev.rankine.ops.log2
import dev.rankine.ops.logaddexp
import dev.rankine.ops.minus
import dev.rankine.ops.not
import dev.rankine.ops.plus
import dev.rankine.ops.pow
import dev.rankine.ops.reciprocal
import dev.rankine.ops.rsqrt
import dev.rankine.ops.sin
import dev.rankine.ops.sinh
import dev.rankine.ops.sqrt
import dev.rankine.ops.tan
import dev.rankine.ops.tanh
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.unaryMinus
import dev.rankine.ops.xlogy
import dev.rankine.shapes.DType
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

/** The reference is [StrictMath] where it has the function, else an identity with it. */
internal class FunctionsTest :
    FunSpec({
        val points = DoubleArray(401) { (it - 200) / 25.0 }
        val inside = DoubleArray(199) { (it - 99) / 100.0 }
        val positive = DoubleArray(300) { Math.scalb(1.0 + it / 300.0, it - 150) }

        fun check(row: Op1<Unit>, points: DoubleArray, ulps: Double, reference: (Double) -> Double) {
            test("${row.name} against StrictMath") {
                val got = row(doubles(*points)).toDoubleArray()
                for (i in points.indices) {
                    val want = reference(points[i])
                    val near = Math.abs(got[i] - want) <= ulps * Math.ulp(want)
                    if (!near) got[i] shouldBe want
                }
            }
        }

        check(exp, points, 2.0, StrictMath::exp)
        check(expm1, points, 2.0, StrictMath::expm1)
        check(exp2, points, 2.0) { StrictMath.pow(2.0, it) }
        check(log, positive, 2.0, StrictMath::log)
        check(log1p, positive, 2.0, StrictMath::log1p)
        check(log10, positive, 2.0, StrictMath::log10)
        check(sin, points, 2.0, StrictMath::sin)
        check(cos, points, 2.0, StrictMath::cos)
        check(tan, points, 2.0, StrictMath::tan)
        check(asin, inside, 2.0, StrictMath::asin)
        check(acos, inside, 2.0, StrictMath::acos)
        check(atan, points, 2.0, StrictMath::atan)
        check(sinh, points, 4.0, StrictMath::sinh)
        check(cosh, points, 4.0, StrictMath::cosh)
        check(tanh, points, 4.0, StrictMath::tanh)
        check(rsqrt, positive, 1.0) { 1.0 / StrictMath.sqrt(it) }

        test("log2 is exact for powers of two, denormals included") {
            val exponents = listOf(-1074, -1060, -1022, -500, -1, 0, 1, 29, 31, 1023)
            log2(doubles(*exponents.map { Math.scalb(1.0, it) }.toDoubleArray())) shouldHold exponents.map { it.toDouble() }
            log2(doubles(3.0, 0.7)).shouldBeNear(1.584962500721156, -0.5145731728297583, tolerance = 4e-16)
            log2(doubles(0.0, -1.0, INF, NAN)) shouldHold listOf(-INF, NAN, INF, NAN)
        }

        test("inverse hyperbolic functions undo the hyperbolic ones") {
            val x = doubles(1e-9, 0.01, 0.7, 3.0, 20.0)
            asinh(sinh(x)).shouldBeNear(*x.toDoubleArray(), tolerance = 1e-15)
            asinh(-sinh(x)).shouldBeNear(*(-x).toDoubleArray(), tolerance = 1e-15)
            acosh(cosh(doubles(0.7, 3.0, 20.0))).shouldBeNear(0.7, 3.0, 20.0, tolerance = 1e-14)
            atanh(tanh(doubles(1e-9, 0.01, 0.7, 3.0))).shouldBeNear(1e-9, 0.01, 0.7, 3.0, tolerance = 1e-13)
            asinh(doubles(1e300, -INF, INF, NAN)).shouldBeNear(691.4686750787736, -INF, INF, NAN)
            acosh(doubles(1.0, 0.5, INF, NAN)) shouldHold listOf(0.0, NAN, INF, NAN)
            atanh(doubles(1.0, -1.0, 1.5, INF)) shouldHold listOf(INF, -INF, NAN, NAN)
        }

        test("at the limits") {
            exp(doubles(-INF, INF, NAN, 1000.0)) shouldHold listOf(0.0, INF, NAN, INF)
            log(doubles(0.0, -1.0, INF)) shouldHold listOf(-INF, NAN, INF)
            sqrt(doubles(-1.0, 4.0, INF)) shouldHold listOf(NAN, 2.0, INF)
            rsqrt(doubles(0.0, -1.0, INF)) shouldHold listOf(INF, NAN, 0.0)
            reciprocal(doubles(0.0, -0.0, INF)) shouldHold listOf(INF, -INF, 0.0)
            tanh(doubles(-INF, INF, NAN)) shouldHold listOf(-1.0, 1.0, NAN)
            sin(doubles(INF)) shouldHold listOf(NAN)
            hypot(doubles(3e200, INF), doubles(4e200, NAN)).shouldBeNear(5e200, INF)
            atan2(doubles(1.0, -1.0, 0.0), doubles(0.0, 0.0, -1.0)).shouldBeNear(Math.PI / 2, -Math.PI / 2, Math.PI)
            xlogy(doubles(0.0, 0.0, 2.0, 0.0), doubles(0.0, NAN, Math.E, INF)).shouldBeNear(0.0, NAN, 2.0, 0.0)
            logaddexp(doubles(1000.0, -INF, INF, 0.0), doubles(1000.0, -INF, 1.0, -INF))
                .shouldBeNear(1000 + StrictMath.log(2.0), -INF, INF, 0.0)
        }

        test("integers become float32") {
            sqrt(longs(4, 9)).dtype shouldBe DType.F32
            reciprocal(longs(4)) shouldHold listOf(0.25)
            sin(flags(false)) shouldHold listOf(0.0)
        }
    })
