package dev.rankine.shapes

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.types.shouldBeSameInstanceAs

internal class RuleTest :
    FunSpec({
        fun one(rule: String, vararg inputs: Sizes, numbers: IntArray = intArrayOf()): List<Int> =
            Rule
                .of(rule)
                .apply("op", inputs, *numbers)
                .single()
                .toList()

        fun s(vararg sizes: Int) = Sizes.of(*sizes)

        val conv =
            "[n, c, h, w] [o, c, p, q] stride=1 pad=0 -> [n, o, (h+2*pad-p)/stride+1, (w+2*pad-q)/stride+1] " +
                "where h+2*pad >= p, w+2*pad >= q"

        test("matmul by a matrix keeps the leading axes") {
            one("[*p, n, k] [k, m] -> [*p, n, m]", s(7, 5, 2, 3), s(3, 4)) shouldBe listOf(7, 5, 2, 4)
            one("[*p, n, k] [k, m] -> [*p, n, m]", s(2, 3), s(3, 4)) shouldBe listOf(2, 4)
        }

        test("matmul in batches") {
            one("[*p, n, k] [*p, k, m] -> [*p, n, m]", s(7, 2, 3), s(7, 3, 4)) shouldBe listOf(7, 2, 4)
            one("[*p, n, k] [*q, k, m] -> [*broadcast(p, q), n, m]", s(7, 1, 2, 3), s(6, 3, 4)) shouldBe listOf(7, 6, 2, 4)
        }

        test("broadcast") {
            one("a b -> broadcast(a, b)", s(5, 1, 3), s(4, 1)) shouldBe listOf(5, 4, 3)
            one("a b -> broadcast(a, b)", s(), s()) shouldBe emptyList()
            one("a b -> broadcast(a, b)", s(1), s(0)) shouldBe listOf(0)
            one("a b c -> broadcast(a, broadcast(b, c))", s(3), s(2, 1), s(4, 1, 1)) shouldBe listOf(4, 2, 3)
        }

        test("convolution with defaults, one number and both") {
            one(conv, s(8, 3, 28, 28), s(16, 3, 5, 5)) shouldBe listOf(8, 16, 24, 24)
            one(conv, s(8, 3, 28, 28), s(16, 3, 5, 5), numbers = intArrayOf(2)) shouldBe listOf(8, 16, 12, 12)
            one(conv, s(8, 3, 28, 27), s(16, 3, 5, 4), numbers = intArrayOf(2, 2)) shouldBe listOf(8, 16, 14, 14)
        }

        test("reshape takes a list") {
            val rule = Rule.of("s dims... -> dims where prod(s) == prod(dims)")
            rule.apply("reshape", arrayOf(s(2, 3, 4)), intArrayOf(), intArrayOf(6, 4)).single().toList() shouldBe listOf(6, 4)
            rule.apply("reshape", arrayOf(s()), intArrayOf(), intArrayOf()).single().toList() shouldBe emptyList()
            rule.apply("reshape", arrayOf(s(0, 70000)), intArrayOf(), intArrayOf(70000, 0)).single().elements shouldBe 0
        }

        test("concat, linear with and without bias") {
            one("[*p, a] [*p, b] -> [*p, a+b]", s(2, 3), s(2, 4)) shouldBe listOf(2, 7)
            one("[*p, k] [o, k] [o] -> [*p, o]", s(9, 2, 3), s(4, 3), s(4)) shouldBe listOf(9, 2, 4)
            val linear = "input:[*p, k] weight:[o, k] bias:[o]? -> [*p, o]"
            one(linear, s(2, 3), s(4, 3)) shouldBe listOf(2, 4)
            one(linear, s(2, 3), s(4, 3), s(4)) shouldBe listOf(2, 4)
        }

        test("a run in the middle, exact sizes, anything") {
            one("[n, *p, 3, _] -> [3, *p, n]", s(2, 5, 6, 3, 9)) shouldBe listOf(3, 5, 6, 2)
            one("[_] [] -> []", s(4), s()) shouldBe emptyList()
        }

        test("several results") {
            Rule
                .of("[*p, n] parts=? -> [*p, n/parts] [*p, n - n/parts] p")
                .apply("split", arrayOf(s(2, 7)), 2)
                .map { it.toList() } shouldBe listOf(listOf(2, 3), listOf(2, 4), listOf(2))
        }

        test("arithmetic") {
            fun value(expression: String, a: Int, b: Int) = Rule.of("a=? b=? -> [$expression]").apply("op", emptyArray(), a, b)[0][0]
            value("a+b*2", 3, 4) shouldBe 11
            value("(a+b)*2", 3, 4) shouldBe 14
            value("a-b-1", 9, 4) shouldBe 4
            value("a/b/2", 9, 2) shouldBe 2
            value("a/b + 4", -7, 2) shouldBe 0
            value("a % b", -7, 4) shouldBe 1
            value("ceil_div(a, b)", 7, 2) shouldBe 4
            value("ceil_div(a, b) + 4", -7, 2) shouldBe 1
            value("min(a, b, 2)", 7, 3) shouldBe 2
            value("max(a, b, 2)", 7, 3) shouldBe 7
            value("a - -2*b", 3, 4) shouldBe 11
        }

        test("prod and rank of runs, shapes, lists and broadcasts") {
            one("[n, *p] -> [n, prod(*p), rank(p)]", s(2, 3, 4)) shouldBe listOf(2, 12, 2)
            one("[n, *p] -> [n, prod(p)]", s(2)) shouldBe listOf(2, 1)
            one("a b -> [prod(broadcast(a, b)), rank(a)]", s(2, 1), s(3)) shouldBe listOf(6, 2)
        }

        test("conditions on sequences") {
            val rule = Rule.of("a b -> a where broadcast(a, b) == a, b != a")
            rule.apply("add_", arrayOf(s(2, 3), s(3))).single().toList() shouldBe listOf(2, 3)
        }

        test("a condition on an absent input is skipped") {
            val rule = Rule.of("[n, k] mask:m? -> [n, k] where rank(m) == 2")
            rule.apply("op", arrayOf(s(2, 3))).single().toList() shouldBe listOf(2, 3)
        }

        test("an elementwise result is the input's own sizes") {
            val x = s(2, 3)
            Rule.of("a -> a").apply("relu", arrayOf(x))[0] shouldBeSameInstanceAs x
            Rule.of("a b -> broadcast(a, b)").apply("add", arrayOf(x, s(2, 3)))[0] shouldBeSameInstanceAs x
            Rule.of("a a -> a").apply("mse", arrayOf(x, s(2, 3)))[0] shouldBeSameInstanceAs x
        }

        test("the text is kept") {
            Rule.of("a -> a").text shouldBe "a -> a"
            Rule.of("a -> a").toString() shouldBe "a -> a"
        }
    })
