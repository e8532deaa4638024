package dev.rankine.shapes

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class RuleInferTest :
    FunSpec({
        fun l(vararg sizes: Int?): List<Int?> = sizes.toList()

        fun one(rule: String, vararg inputs: List<Int?>?, numbers: List<Int?> = listOf()) =
            Rule.of(rule).infer("op", inputs.toList(), numbers).single()

        val matmul = "[*p, n, k] [k, m] -> [*p, n, m]"

        test("unknown sizes pass through") {
            one(matmul, l(null, 2, null), l(3, 4)) shouldBe l(null, 2, 4)
            one(matmul, null, l(3, 4)) shouldBe null
            one(matmul, l(2, 3), null) shouldBe l(2, null)
        }

        test("what one input knows fills in for another") {
            one("[*p, n] [*p, m] -> [*p, n + m]", l(null, 5, 1), l(4, null, 2)) shouldBe l(4, 5, 3)
            one("[*p, n] [*p, m] -> [*p, n + m]", null, l(4, 7, 2)) shouldBe l(4, 7, null)
            one("a a -> a", l(null, 3), l(2, null)) shouldBe l(2, 3)
            one("[n, k] [k, n] -> [n, k]", l(null, 3), l(null, 2)) shouldBe l(2, 3)
        }

        test("broadcast keeps what is certain") {
            val add = "a b -> broadcast(a, b)"
            one(add, l(null, 1, null), l(5, null, null)) shouldBe l(5, null, null)
            one(add, l(null), l(1)) shouldBe l(null)
            one(add, l(2, 3), null) shouldBe null
        }

        test("unknown numbers and lists; defaults for what is left out") {
            val pool = "[h] stride=2 pad=0 -> [(h + 2*pad)/stride] where stride > 0"
            one(pool, l(8)) shouldBe l(4)
            one(pool, l(8), numbers = listOf(null)) shouldBe l(null)
            val reshape = Rule.of("s dims... -> dims where prod(s) == prod(dims)")
            reshape.infer("reshape", listOf(l(2, 3)), lists = listOf(l(null, 3))) shouldBe listOf(l(null, 3))
            reshape.infer("reshape", listOf(l(2, 3)), lists = listOf(null)) shouldBe listOf(null)
        }

        test("unknown never reports") {
            one("[n, 3] -> [n] where n > 5, 10/n > 1", l(null, null)) shouldBe l(null)
            one("a b -> a where a == b", l(2, null), l(2, 3)) shouldBe l(2, null)
            one("a b -> a where a != b", l(2, null), l(2, 3)) shouldBe l(2, null)
            one("a b -> a where a == b", null, l(2, 3)) shouldBe null
            one("[n] [m] -> [n, m, 0]", l(100000), l(100000)) shouldBe l(100000, 100000, 0)
            one("[n] [m] [k] -> [n, m, k]", l(100000), l(100000), l(null)) shouldBe l(100000, 100000, null)
        }

        test("what is certainly wrong is reported, with the operands that are known") {
            fun error(rule: String, vararg inputs: List<Int?>?) =
                shouldThrow<ShapeException> { Rule.of(rule).infer("op", inputs.toList()) }.message
            error(matmul, l(null, 784), l(512, 10)) shouldBe "op: k differs: 784 != 512\n  right  [512, 10]"
            error(matmul, l(null), null) shouldBe "op: left needs at least 2 axes: 1 given"
            error("a a -> a", l(null, 2), l(null, 3)) shouldBe "op: sizes differ: [?, 2] != [?, 3]"
            error("a b -> a where a == b", l(null, 2), l(null, 3)) shouldBe "op: needs a == b: [?, 2] == [?, 3] is false"
            error("a b -> broadcast(a, b)", l(null, 2), l(3)) shouldBe "op: sizes do not broadcast: 2 against 3 on axis -1\n  right  [3]"
        }

        test("names of axes stand for the letters of a rule") {
            fun error(rule: String, inputs: List<List<Int?>?>, vararg names: List<String?>?) =
                shouldThrow<ShapeException> { Rule.of(rule).infer("op", inputs, mapOf(), mapOf(), names.asList()) }.problem
            val inputs = listOf(l(32, null), l(3, null))
            error("[n, _] [n, _] -> [n]", inputs, listOf("Batch", "Pixels"), listOf("Batch", null)) shouldBe "op: Batch differs: 32 != 3"
            error("[n, _] [n, _] -> [n]", inputs, null, listOf("Rows", null)) shouldBe "op: Rows differs: 32 != 3"
            error("[*p, _] [*p, _] -> p", inputs, listOf("Batch", null), listOf("Rows", null)) shouldBe "op: Batch and Rows differ: 32 != 3"
            error("[n, _] [n, _] -> [n]", inputs) shouldBe "op: n differs: 32 != 3"
        }

        test("a call with too many or too few inputs is wrong whatever their sizes") {
            shouldThrow<ShapeException> { one(matmul, null) }.problem shouldBe "op: needs 2 inputs: 1 given"
            shouldThrow<ShapeException> { one("a -> a", l(2), null) }.problem shouldBe "op: needs 1 input: 2 given"
        }

        test("a negative size is no size") {
            shouldThrow<IllegalArgumentException> { one("a -> a", l(-1)) }.message shouldBe "op: a size cannot be negative: [[-1]]"
        }
    })
