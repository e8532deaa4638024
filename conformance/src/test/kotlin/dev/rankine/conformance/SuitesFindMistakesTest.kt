package dev.rankine.conformance

import dev.rankine.ops.add
import dev.rankine.ops.exp
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldNotBeEmpty
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain

internal class SuitesFindMistakesTest :
    FunSpec({
        val check = GradCheck()
        val real = Draw.between(-3.0, 3.0)

        test("a wrong gradient") {
            check.firstOrder(BrokenRows.wrongGradient).first() shouldContain
                "cube input 1 dense: element 0 of the gradient"
        }
        test("a gradient that has no gradient itself") {
            check.firstOrder(BrokenRows.lostSecondOrder).shouldBeEmpty()
            check.secondOrder(BrokenRows.lostSecondOrder).first() shouldContain "square second order by input 1"
        }
        test("a gradient that is not that of the definition") { check.firstOrder(BrokenRows.wrongOverride).shouldNotBeEmpty() }
        test("results that are not as announced") { OpConformance().problems(BrokenRows.wrongSizes).shouldNotBeEmpty() }
        test("an exception that is no refusal") { OpConformance().problems(BrokenRows.crashes).first() shouldContain "no bool" }

        for (mistake in BrokenBackend.Mistake.entries) {
            test("a backend that ${mistake.name.lowercase().replace('_', ' ')}") {
                val comparison = BackendComparison(BrokenBackend(mistake))
                comparison.differences(elementwise(exp, real)).shouldNotBeEmpty()
                comparison.differences(elementwise(add, real, real)).shouldBeEmpty()
                (comparison.whyUnsupported(elementwise(exp, real)) != null) shouldBe (mistake == BrokenBackend.Mistake.REFUSES)
            }
        }
        test("what is a sentence of the house") {
            OpConformance.isSentence("matmul: inner dimensions differ: 784 != 512\n  left   [3, 4]\n  hint: call t()") shouldBe true
            OpConformance.isSentence("Matmul failed.") shouldBe false
            OpConformance.isSentence("matmul: Bad sizes") shouldBe false
            OpConformance.isSentence("matmul: bad\nat once") shouldBe false
            OpConformance.isSentence("matmul: bad\n  hint: a\n  hint: b") shouldBe false
        }
    })
