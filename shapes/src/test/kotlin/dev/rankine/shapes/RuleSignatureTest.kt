package dev.rankine.shapes

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class RuleSignatureTest :
    FunSpec({
        val conv = Rule.of("input:[n, c] weight:[o, c] bias:[o]? pad=? stride=1 axes... -> [n, o]")

        test("names of numbers and lists") {
            conv.numbers shouldBe listOf("pad", "stride")
            conv.lists shouldBe listOf("axes")
        }
        test("how many inputs a rule takes, and what messages call them") {
            (0..4).map(conv::accepts) shouldBe listOf(false, false, true, true, false)
            conv.labels(3) shouldBe listOf("input", "weight", "bias")
            conv.labels(2) shouldBe listOf("input", "weight")
            Rule.of("a b -> a").labels(2) shouldBe listOf("left", "right")
            Rule.of("a -> a").labels(1) shouldBe listOf("input")
        }
        test("a rule of any number of inputs") {
            val cat = Rule.of("values* axis=0 -> cat(values, axis)")
            (0..3).map(cat::accepts) shouldBe listOf(false, true, true, true)
            cat.labels(3) shouldBe listOf("input 1", "input 2", "input 3")
        }
    })
