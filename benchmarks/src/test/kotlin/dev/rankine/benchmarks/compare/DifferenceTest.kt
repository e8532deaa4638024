package dev.rankine.benchmarks.compare

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

internal class DifferenceTest :
    FunSpec({
        fun difference(ours: FloatArray, theirs: FloatArray) = Difference.of(listOf(ours), listOf(theirs))

        test("equal results differ by nothing, infinities and NaN at the same places too") {
            val numbers = floatArrayOf(1f, Float.NaN, Float.POSITIVE_INFINITY, -0f)
            difference(numbers, numbers.copyOf()) shouldBe 0.0
            Difference.of(emptyList(), emptyList()) shouldBe 0.0
        }
        test("the largest difference is a share of the largest finite number") {
            difference(floatArrayOf(1f, 8f), floatArrayOf(1.5f, 8f)) shouldBe (0.0625 plusOrMinus 1e-12)
            difference(floatArrayOf(1f, Float.POSITIVE_INFINITY), floatArrayOf(2f, Float.POSITIVE_INFINITY)) shouldBe 0.5
        }
        test("the worst of several results counts") {
            Difference.of(listOf(floatArrayOf(100f), floatArrayOf(1f)), listOf(floatArrayOf(100f), floatArrayOf(2f))) shouldBe 0.5
        }
        test("other sizes, other numbers of results, and NaN on one side are infinitely far") {
            val far = Double.POSITIVE_INFINITY
            difference(floatArrayOf(1f), floatArrayOf(1f, 1f)) shouldBe far
            difference(floatArrayOf(Float.NaN), floatArrayOf(1f)) shouldBe far
            difference(floatArrayOf(1f), floatArrayOf(Float.NaN)) shouldBe far
            difference(floatArrayOf(Float.POSITIVE_INFINITY), floatArrayOf(1f)) shouldBe far
            Difference.of(listOf(floatArrayOf(1f)), emptyList()) shouldBe far
        }
    })
