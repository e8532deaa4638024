package dev.rankine.shapes

import dev.rankine.shapes.RuleDims.Batch
import dev.rankine.shapes.RuleDims.Digit
import dev.rankine.shapes.RuleDims.Pixels
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.types.shouldBeSameInstanceAs

internal class RuleNamesTest :
    FunSpec({
        fun names(rule: String, vararg inputs: Sizes): String = Rule.of(rule).apply("op", inputs).joinToString(" ")

        val x = Sizes.named(Batch of 32, Pixels.axis())

        test("a plain axis and a run carry the names of the input") {
            names("[*p, k] [k, m] -> [*p, m]", x, Sizes.named(Pixels.axis(), Digit.axis())) shouldBe "[Batch = 32, Digit = 10]"
            names("[n, k] -> [k, n]", x) shouldBe "[Pixels = 784, Batch = 32]"
            names("[n, *p] -> [*p] [n]", x) shouldBe "[Pixels = 784] [Batch = 32]"
            names("[*p, k] -> p", x) shouldBe "[Batch = 32]"
        }

        test("the very axis is carried") {
            val batch = Batch of 32
            Rule.of("[n, k] -> [n]").apply("op", arrayOf(Sizes.named(batch, Pixels.axis())))[0].axis(0) shouldBeSameInstanceAs batch
        }

        test("the first input that has a name gives it") {
            names("[*p, k] [*p, k] -> [*p, k]", Sizes.of(32, 784), x) shouldBe "[Batch = 32, Pixels = 784]"
            names("a a -> a", Sizes.of(32, 784), x) shouldBe "[Batch = 32, Pixels = 784]"
            names("a a -> a", x, Sizes.of(32, 784)) shouldBe "[Batch = 32, Pixels = 784]"
            names("[n, n] -> [n]", Sizes.of(10, 10).withAxes(arrayOf(null, Digit.axis()))) shouldBe "[Digit = 10]"
        }

        test("computed axes, integers and lists carry none") {
            names("[*p, n] -> [*p, n + 0] [1, n]", x) shouldBe "[Batch = 32, 784] [1, Pixels = 784]"
            val rule = Rule.of("s dims... -> dims where prod(s) == prod(dims)")
            rule.apply("reshape", arrayOf(x), intArrayOf(), intArrayOf(32, 784))[0].toString() shouldBe "[32, 784]"
        }

        test("broadcast takes the name of the operand that has the size") {
            val add = "a b -> broadcast(a, b)"
            names(add, x, Sizes.named(Pixels.axis())) shouldBe "[Batch = 32, Pixels = 784]"
            names(add, Sizes.of(784), x) shouldBe "[Batch = 32, Pixels = 784]"
            names(add, Sizes.named(Batch of 1), Sizes.of(5)) shouldBe "[5]"
            names(add, Sizes.of(32, 1), x) shouldBe "[Batch = 32, Pixels = 784]"
        }

        test("an absent input gives no name") {
            names("[n, k] [k]? -> [n, k]", Sizes.of(32, 784)) shouldBe "[32, 784]"
            names("[n, k] [k]? -> [n, k]", Sizes.of(32, 784), Sizes.named(Pixels.axis())) shouldBe "[32, Pixels = 784]"
            names("[n, k] [k]? -> [n, k]", x) shouldBe "[Batch = 32, Pixels = 784]"
        }
    })
