package dev.rankine.ops.elementwise

import dev.rankine.ops.celu
import dev.rankine.ops.div
import dev.rankine.ops.elu
import dev.rankine.ops.gelu
import dev.rankine.ops.hardshrink
import dev.rankine.ops.hardsigmoid
import dev.rankine.ops.hardswish
import dev.rankine.ops.hardtanh
import dev.rankine.ops.invoke
import dev.rankine.ops.leakyRelu
import dev.rankine.ops.log
import dev.rankine.ops.logSigmoid
import dev.rankine.ops.logit
import dev.rankine.ops.mish
import dev.rankine.ops.prelu
import dev.rankine.ops.relu
import dev.rankine.ops.relu6
import dev.rankine.ops.reshape
import dev.rankine.ops.selu
import dev.rankine.ops.sigmoid
import dev.rankine.ops.silu
import dev.rankine.ops.softplus
import dev.rankine.ops.softshrink
import dev.rankine.ops.softsign
import dev.rankine.ops.tanhshrink
import dev.rankine.ops.threshold
import dev.rankine.ops.toDoubleArray
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

/** Expected numbers are the formulas of the papers, worked out with 30 digits by mpmath. */
internal class ActivationTest :
    FunSpec({
        val x = doubles(-2.0, -0.5, 0.0, 0.5, 2.0)

        test("smooth activations") {
            sigmoid(x).shouldBeNear(0.11920292202211756, 0.37754066879814546, 0.5, 0.6224593312018546, 0.8807970779778824)
            silu(x).shouldBeNear(-0.23840584404423512, -0.18877033439907273, 0.0, 0.3112296656009273, 1.7615941559557649)
            gelu(x).shouldBeNear(-0.04550026389635842, -0.15426876936299344, 0.0, 0.34573123063700656, 1.9544997361036416)
            gelu(x, "tanh").shouldBeNear(-0.04540230591222498, -0.15428599017485609, 0.0, 0.34571400982514394, 1.954597694087775)
            mish(x).shouldBeNear(-0.2525014826957089, -0.22074377465173, 0.0, 0.37524521130489513, 1.9439589595339946)
            softplus(x).shouldBeNear(0.1269280110429725, 0.4740769841801067, 0.6931471805599453, 0.9740769841801067, 2.1269280110429727)
            logSigmoid(
                x,
            ).shouldBeNear(-2.1269280110429727, -0.9740769841801067, -0.6931471805599453, -0.4740769841801067, -0.1269280110429725)
            elu(x, 0.5).shouldBeNear(-0.43233235838169365, -0.1967346701436833, 0.0, 0.5, 2.0)
            celu(x, 0.5).shouldBeNear(-0.4908421805556329, -0.31606027941427883, 0.0, 0.5, 2.0)
            selu(x).shouldBeNear(-1.520166468595695, -0.6917581878028713, 0.0, 0.5253504936777402, 2.101401974710961)
            softsign(x).shouldBeNear(-2.0 / 3, -1.0 / 3, 0.0, 1.0 / 3, 2.0 / 3)
            tanhshrink(x).shouldBeNear(-1.035972419924183, -0.03788284273999024, 0.0, 0.03788284273999024, 1.035972419924183)
        }

        test("piecewise linear activations") {
            val wide = doubles(-4.0, -3.0, -0.5, 0.0, 0.5, 3.0, 7.0)
            relu(wide) shouldHold listOf(0.0, 0.0, 0.0, 0.0, 0.5, 3.0, 7.0)
            relu6(wide) shouldHold listOf(0.0, 0.0, 0.0, 0.0, 0.5, 3.0, 6.0)
            leakyRelu(wide, 0.5) shouldHold listOf(-2.0, -1.5, -0.25, 0.0, 0.5, 3.0, 7.0)
            hardtanh(wide) shouldHold listOf(-1.0, -1.0, -0.5, 0.0, 0.5, 1.0, 1.0)
            hardsigmoid(wide).shouldBeNear(0.0, 0.0, 2.5 / 6, 0.5, 3.5 / 6, 1.0, 1.0)
            hardswish(wide).shouldBeNear(0.0, 0.0, -1.25 / 6, 0.0, 1.75 / 6, 3.0, 7.0)
            hardshrink(wide) shouldHold listOf(-4.0, -3.0, 0.0, 0.0, 0.0, 3.0, 7.0)
            softshrink(wide) shouldHold listOf(-3.5, -2.5, 0.0, 0.0, 0.0, 2.5, 6.5)
            threshold(wide, 0.0, 20.0) shouldHold listOf(20.0, 20.0, 20.0, 20.0, 0.5, 3.0, 7.0)
            relu(longs(-3, 4)) shouldCount listOf(0, 4)
            relu6(longs(-3, 4, 9)) shouldCount listOf(0, 4, 6)
        }

        test("limits and NaN") {
            val far = doubles(-INF, INF, NAN, -1000.0, 1000.0)
            sigmoid(far) shouldHold listOf(0.0, 1.0, NAN, 0.0, 1.0)
            relu(far) shouldHold listOf(0.0, INF, NAN, 0.0, 1000.0)
            silu(far) shouldHold listOf(NAN, INF, NAN, 0.0, 1000.0)
            gelu(far) shouldHold listOf(NAN, INF, NAN, 0.0, 1000.0)
            softplus(far) shouldHold listOf(0.0, INF, NAN, 0.0, 1000.0)
            logSigmoid(far) shouldHold listOf(-INF, 0.0, NAN, -1000.0, 0.0)
            elu(far) shouldHold listOf(-1.0, INF, NAN, -1.0, 1000.0)
            leakyRelu(far) shouldHold listOf(-INF, INF, NAN, -10.0, 1000.0)
            relu6(far) shouldHold listOf(0.0, 6.0, NAN, 0.0, 6.0)
            hardsigmoid(far) shouldHold listOf(0.0, 1.0, NAN, 0.0, 1.0)
            softsign(far).shouldBeNear(NAN, NAN, NAN, -1000.0 / 1001, 1000.0 / 1001)
        }

        test("gelu keeps its digits in the lower tail") {
            // -10 Phi(-10), where 1 + erf has lost all digits
            gelu(doubles(-10.0)).toDoubleArray()[0] / -7.61985302416052606e-23 shouldBe (1.0 plusOrMinus 1e-14)
        }

        test("prelu takes one slope, or one per channel") {
            val image = reshape(doubles(-1.0, 2.0, -3.0, -4.0), 1, 2, 2)
            prelu(image, doubles(0.5)) shouldHold listOf(-0.5, 2.0, -1.5, -2.0)
            prelu(image, doubles(0.5, 10.0)) shouldHold listOf(-0.5, 2.0, -30.0, -40.0)
            shouldThrow<ShapeException> { prelu(image, doubles(1.0, 2.0, 3.0)) }.problem shouldBe
                "prelu: one slope per channel is needed: 3 != 2"
        }

        test("logit undoes sigmoid and keeps away from the ends") {
            logit(sigmoid(x)).shouldBeNear(-2.0, -0.5, 0.0, 0.5, 2.0)
            logit(doubles(0.0, 1.0, 1.5, NAN)) shouldHold listOf(-INF, INF, NAN, NAN)
            logit(doubles(0.0, 1.0), 0.25).shouldBeNear(-StrictMath.log(3.0), StrictMath.log(3.0))
        }

        test("what is refused") {
            shouldThrow<DTypeException> { gelu(longs(1)) }.message shouldBe "gelu: does not take int64\n  hint: convert with to(dtype)"
            shouldThrow<DTypeException> { relu(flags(true)) }.problem shouldBe "relu: does not take bool"
            shouldThrow<IllegalArgumentException> { gelu(x, "erf") }.message shouldBe "gelu: approximate is neither none nor tanh: erf"
            shouldThrow<IllegalArgumentException> { softshrink(x, -1.0) }.message shouldBe "softshrink: lambda is negative: -1.0"
        }
    })
