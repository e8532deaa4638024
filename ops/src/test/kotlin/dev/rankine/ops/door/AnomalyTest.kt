package dev.rankine.ops.door

import dev.rankine.ops.AnomalyException
import dev.rankine.ops.detectAnomaly
import dev.rankine.ops.exp
import dev.rankine.ops.full
import dev.rankine.ops.invoke
import dev.rankine.ops.log
import dev.rankine.ops.maskedFill
import dev.rankine.ops.minus
import dev.rankine.ops.softmax
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

/** What [block] is said to do; the line that called it is the test framework's here. */
private fun found(block: () -> Unit): String = shouldThrow<AnomalyException>(block).message!!.substringBefore("\n  called at  ")

internal class AnomalyTest :
    FunSpec({
        val x = valueOf(doubleArrayOf(1.0, -1.0, 1000.0), 3)

        test("the op that gives NaN or infinity is named") {
            found { detectAnomaly { log(x) } } shouldBe
                "log: gave NaN at element 1\n  input 1  float64 [3] on ${x.backend.name}"
            found { detectAnomaly { exp(x) } } shouldBe
                "exp: gave Infinity at element 2\n  input 1  float64 [3] on ${x.backend.name}"
        }
        test("a NaN that was in the data is said to be") {
            val data = valueOf(doubleArrayOf(0.0, Double.NaN), 2)
            found { detectAnomaly { exp(data) } } shouldBe
                "exp: gave NaN at element 1\n  input 1  float64 [2] on ${x.backend.name}, has NaN already"
        }
        test("a mask of minus infinities is no accident") {
            val hidden = valueOf(booleanArrayOf(true, false, false), 3)
            detectAnomaly { softmax(maskedFill(x, hidden, Double.NEGATIVE_INFINITY), -1) }.toDoubleArray().toList() shouldBe
                listOf(0.0, 0.0, 1.0)
        }
        test("but NaN made of infinities is") {
            val nothing = full(Sizes.of(3), Double.NEGATIVE_INFINITY)
            found { detectAnomaly { nothing.let { it - it } } } shouldBe
                "sub: gave NaN at element 0" +
                (1..2).joinToString("") { "\n  input $it  float32 [3] on ${x.backend.name}, has -Infinity already" }
        }
        test("checking ends with its block") {
            runCatching { detectAnomaly { log(x) } }.isFailure shouldBe true
            log(x).toDoubleArray()[1].isNaN() shouldBe true
        }
    })
