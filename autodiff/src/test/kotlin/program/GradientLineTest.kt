package program

import dev.rankine.autodiff.backward
import dev.rankine.autodiff.gradients
import dev.rankine.ops.AnomalyException
import dev.rankine.ops.Value
import dev.rankine.ops.detectAnomaly
import dev.rankine.ops.invoke
import dev.rankine.ops.requireGradient
import dev.rankine.ops.sqrt
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.valueOf
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith

private var line = 0

internal fun here(): Int = Throwable().stackTrace[1].lineNumber

private fun distance(x: Value): Value = sqrt(x).also { line = here() }

/** In a package of its own: lines of the library are not the user's. */
internal class GradientLineTest :
    FunSpec({
        test("a gradient that is infinite names the op it is of, and the line that called that op") {
            val x = valueOf(doubleArrayOf(4.0, 0.0), 2).requireGradient()
            val thrown = shouldThrow<AnomalyException> { detectAnomaly { sum(distance(x) * 3.0).backward() } }
            thrown.message!! shouldStartWith "gradient of sqrt: "
            thrown.message!! shouldContain "gave Infinity at element 1\n  input 1  float64 [2] on ${x.backend.name}"
            thrown.line shouldBe "GradientLineTest.kt:$line (distance)"
            thrown.message!!.lines().last() shouldBe "  called at  GradientLineTest.kt:$line (distance)"
            thrown.isInherited shouldBe false
        }
        test("of second order too") {
            val x = valueOf(doubleArrayOf(4.0, 1e-220), 2).requireGradient()
            val first = { gradients(sum(distance(x)), listOf(x), createGraph = true).single() }
            first() // finite
            val thrown = shouldThrow<AnomalyException> { detectAnomaly { sum(first()).backward() } }
            thrown.message!! shouldStartWith "gradient of "
            thrown.message!! shouldContain "\n  called at  GradientLineTest.kt:"
        }
        test("what was recorded before has the line of the backward pass") {
            val x = valueOf(doubleArrayOf(0.0), 1).requireGradient()
            val y = sum(distance(x))
            shouldThrow<AnomalyException> { detectAnomaly { y.backward() } }.line!! shouldStartWith "GradientLineTest.kt:"
        }
    })
