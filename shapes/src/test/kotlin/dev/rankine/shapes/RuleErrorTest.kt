package dev.rankine.shapes

import dev.rankine.shapes.RuleDims.Batch
import dev.rankine.shapes.RuleDims.Digit
import dev.rankine.shapes.RuleDims.Hidden
import dev.rankine.shapes.RuleDims.Pixels
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class RuleErrorTest :
    FunSpec({
        fun error(op: String, rule: String, vararg inputs: Sizes, numbers: IntArray = intArrayOf(), lists: List<IntArray> = listOf()) =
            shouldThrow<ShapeException> { Rule.of(rule).apply(op, inputs, numbers, *lists.toTypedArray()) }.message

        fun s(vararg sizes: Int) = Sizes.of(*sizes)

        val matmul = "[*p, n, k] [k, m] -> [*p, n, m]"
        val conv =
            "input:[n, c, h, w] weight:[o, c, p, q] bias:[o]? stride=1 pad=0 -> " +
                "[n, o, (h+2*pad-p)/stride+1, (w+2*pad-q)/stride+1] where h+2*pad >= p, w+2*pad >= q"
        val reshape = "s dims... -> dims where prod(s) == prod(dims)"

        test("a clash of sizes") {
            error("matmul", matmul, Sizes.named(Batch of 32, Pixels.axis()), Sizes.named(Hidden.axis(), Digit.axis())) shouldBe
                """
                matmul: Pixels and Hidden differ: 784 != 512
                  left   [Batch = 32, Pixels = 784]
                  right  [Hidden = 512, Digit = 10]
                """.trimIndent()
            error("conv2d", conv, s(8, 1, 28, 28), s(16, 3, 5, 5)) shouldBe
                "conv2d: c differs: 1 != 3\n  input   [8, 1, 28, 28]\n  weight  [16, 3, 5, 5]"
            error("conv2d", conv, s(8, 3, 28, 28), s(16, 3, 5, 5), s(4)) shouldBe
                "conv2d: o differs: 16 != 4\n  input   [8, 3, 28, 28]\n  weight  [16, 3, 5, 5]\n  bias    [4]"
            error("inverse", "[*p, n, n] -> [*p, n, n]", s(3, 4)) shouldBe "inverse: n differs: 3 != 4\n  input  [3, 4]"
        }

        test("a clash of runs and of whole shapes") {
            val bmm = "[*p, n, k] [*p, k, m] -> [*p, n, m]"
            error("bmm", bmm, s(2, 3, 4, 5), s(2, 6, 5, 4)) shouldBe
                "bmm: leading axes differ: [2, 3] != [2, 6]\n  left   [2, 3, 4, 5]\n  right  [2, 6, 5, 4]"
            error("bmm", bmm, s(2, 3, 4, 5), s(5, 4)) shouldBe
                "bmm: leading axes differ: [2, 3] != []\n  left   [2, 3, 4, 5]\n  right  [5, 4]"
            error("mse", "a a -> []", s(2, 3), s(2)) shouldBe "mse: sizes differ: [2, 3] != [2]\n  left   [2, 3]\n  right  [2]"
        }

        test("dims stand for the letters of a rule") {
            fun problem(rule: String, vararg inputs: Sizes) = error("op", rule, *inputs)!!.lines().first()
            val few = Sizes.named(Batch of 3, Pixels.axis())
            val many = Sizes.named(Batch of 32, Pixels.axis())
            problem("[n, a] [n, b] -> [n, a + b]", many, few) shouldBe "op: Batch differs: 32 != 3"
            problem("[n, a] [n, b] -> [n, a + b]", many, s(3, 5)) shouldBe "op: Batch differs: 32 != 3"
            problem("[n, a] [n, b] -> [n, a + b]", s(32, 5), few) shouldBe "op: Batch differs: 32 != 3"
            problem("[n, _] [n] [n] -> [n]", many, s(32), Sizes.named(Digit.axis())) shouldBe "op: Batch and Digit differ: 32 != 10"
            problem("[*p, n] [*p, n] -> [*p, n]", many, few) shouldBe "op: Batch differs: 32 != 3"
            problem("[a, *p] [b, *p] -> p", many, Sizes.named(Batch of 32, Digit.axis())) shouldBe "op: Pixels and Digit differ: 784 != 10"
            problem("[a, *p] [b, *p] -> p", s(2, 3), s(2, 4)) shouldBe "op: *p differs: [3] != [4]"
            problem("[*p, inner] [inner] -> p", many, Sizes.named(Digit.axis())) shouldBe "op: inner differs: 784 != 10"
            problem("[n, a] [n, b] -> [n, a + b]", Sizes.named(Dyn of 4, Dyn of 3), s(3, 5)) shouldBe "op: n differs: 4 != 3"
            problem("[n] [n] [_, n] -> [n]", Sizes.named(Batch of 4), s(3), s()) shouldBe "op: Batch differs: 4 != 3"
            problem("[n, inner] -> [n]", s(3)) shouldBe "op: needs 2 axes [n, inner]: 1 given"
            problem("[x0, x1] -> [x0]", s(3)) shouldBe "op: needs 2 axes: 1 given"
        }

        test("three inputs without names are counted") {
            error("linear", "[*p, k] [o, k] [o] -> [*p, o]", s(2, 3), s(4, 5), s(4)) shouldBe
                "linear: k differs: 3 != 5\n  input 1  [2, 3]\n  input 2  [4, 5]\n  input 3  [4]"
        }

        test("sizes that do not broadcast") {
            error("plus", "a b -> broadcast(a, b)", s(32, 10), s(11)) shouldBe
                "plus: sizes do not broadcast: 10 against 11 on axis -1\n  left   [32, 10]\n  right  [11]"
            error("plus", "a b -> broadcast(a, b)", s(32, 0), s(2)) shouldBe
                "plus: sizes do not broadcast: 0 against 2 on axis -1\n  left   [32, 0]\n  right  [2]"
        }

        test("rank") {
            error("conv2d", conv, s(28, 28), s(16, 3, 5, 5)) shouldBe
                "conv2d: input needs 4 axes: 2 given\n  input   [28, 28]\n  weight  [16, 3, 5, 5]"
            error("matmul", matmul, s(3), s(3, 4)) shouldBe
                "matmul: left needs at least 2 axes: 1 given\n  left   [3]\n  right  [3, 4]"
            error("op", "[_, *p, 3] -> p", s()) shouldBe "op: needs at least 2 axes [_, *p, 3]: 0 given\n  input  []"
            error("op", "[n] -> []", s(2, 2)) shouldBe "op: needs 1 axis: 2 given\n  input  [2, 2]"
            error("backward", "[] -> []", s(2)) shouldBe "backward: needs 0 axes: 1 given\n  input  [2]"
        }

        test("an exact size") {
            error("rgb", "[n, 3, h] -> [n, h]", s(2, 4, 5)) shouldBe "rgb: input axis 1 must be 3: 4 given\n  input  [2, 4, 5]"
            error("rgb", "[*p, 3, _] -> p", s(2, 4, 5)) shouldBe "rgb: input axis -2 must be 3: 4 given\n  input  [2, 4, 5]"
        }

        test("a failed condition") {
            error("conv2d", conv, s(8, 3, 26, 26), s(16, 3, 31, 31), numbers = intArrayOf(1, 1)) shouldBe
                "conv2d: needs h + 2*pad >= p: 28 >= 31 is false\n  input   [8, 3, 26, 26]\n  weight  [16, 3, 31, 31]"
            error("reshape", reshape, s(2, 3, 4), lists = listOf(intArrayOf(5, 5))) shouldBe
                "reshape: needs prod(s) == prod(dims): 24 == 25 is false\n  input  [2, 3, 4]\n  dims   [5, 5]"
            error("conv2d", "[c] groups=? -> [c] where c % groups == 0", s(7), numbers = intArrayOf(2)) shouldBe
                "conv2d: needs c % groups == 0: 7 % 2 == 0 is false\n  input  [7]"
            error("add_", "a b -> a where broadcast(a, b) == a", s(1, 3), s(2, 1)) shouldBe
                "add_: needs broadcast(a, b) == a: [2, 3] == [1, 3] is false\n  left   [1, 3]\n  right  [2, 1]"
        }

        test("a failed condition with a phrase") {
            val rule = "[h] [p] pad=0 -> [h+2*pad-p+1] where h + 2*pad >= p \"kernel is taller than the padded input\""
            error("conv", rule, s(26), s(31), numbers = intArrayOf(1)) shouldBe
                "conv: kernel is taller than the padded input: 28 < 31\n  left   [26]\n  right  [31]"
            error(
                "conv",
                "[c] groups=? -> [c] where c % groups == 0 \"channels do not divide into groups\"",
                s(7),
                numbers = intArrayOf(2),
            ) shouldBe
                "conv: channels do not divide into groups: 7 % 2 != 0\n  input  [7]"
        }

        test("every comparison holds and fails as it should") {
            fun holds(sign: String, a: Int, b: Int) =
                runCatching { Rule.of("a=? b=? -> [] where a $sign b").apply("op", emptyArray(), a, b) }.isSuccess
            val signs = listOf("==", "!=", ">=", "<=", ">", "<")
            signs.map { holds(it, 2, 2) } shouldBe listOf(true, false, true, true, false, false)
            signs.map { holds(it, 1, 2) } shouldBe listOf(false, true, false, true, false, true)
            signs.map { holds(it, 3, 2) } shouldBe listOf(false, true, true, false, true, false)
            signs.map { sign ->
                val (a, b) = listOf(1 to 2, 2 to 2, 2 to 1).first { (a, b) -> !holds(sign, a, b) }
                error("op", "a=? b=? -> [] where a $sign b \"wrong\"", numbers = intArrayOf(a, b))
            } shouldBe listOf("1 != 2", "2 == 2", "1 < 2", "2 > 1", "1 <= 2", "2 >= 2").map { "op: wrong: $it" }
        }

        test("parentheses are printed where they are needed") {
            fun text(left: String) = error("op", "a=2 -> [] where $left == 99")?.substringAfter("needs ")?.substringBefore(" ==")
            text("(a+1)*2") shouldBe "(a + 1)*2"
            text("a-(1-a)") shouldBe "a - (1 - a)"
            text("((a-1)-a)") shouldBe "a - 1 - a"
            text("a/(2*a)") shouldBe "a/(2*a)"
            text("max(a, (1), 3)+ceil_div(a,2)*min(a,1)") shouldBe "max(max(a, 1), 3) + ceil_div(a, 2)*min(a, 1)"
        }

        test("counts") {
            error("matmul", matmul, s(2, 3)) shouldBe "matmul: needs 2 inputs: 1 given\n  input  [2, 3]"
            error("relu", "a -> a", s(2), s(3)) shouldBe "relu: needs 1 input: 2 given\n  left   [2]\n  right  [3]"
            error("conv2d", conv) shouldBe "conv2d: needs 2 to 3 inputs: 0 given"
            error("conv2d", conv, s(8, 3, 28, 28), s(16, 3, 5, 5), numbers = intArrayOf(1, 2, 3)) shouldBe
                "conv2d: needs 0 to 2 numbers (stride, pad): 3 given\n  input   [8, 3, 28, 28]\n  weight  [16, 3, 5, 5]"
            error("one_hot", "a classes=? -> [*a, classes]", s(3)) shouldBe "one_hot: needs 1 number (classes): 0 given\n  input  [3]"
            error("reshape", reshape, s(3)) shouldBe "reshape: needs 1 list (dims): 0 given\n  input  [3]"
            error("relu", "a -> a", s(3), lists = listOf(intArrayOf(1))) shouldBe "relu: needs 0 lists: 1 given\n  input  [3]"
        }

        test("numbers that do not fit") {
            error("conv2d", conv, s(8, 3, 28, 28), s(16, 3, 5, 5), numbers = intArrayOf(1, Int.MAX_VALUE)) shouldBe
                "conv2d: 2*pad is too large: 4294967294 exceeds 2147483647\n  input   [8, 3, 28, 28]\n  weight  [16, 3, 5, 5]"
            error("op", "a=? -> [a - 1]", numbers = intArrayOf(Int.MIN_VALUE)) shouldBe
                "op: a - 1 is too small: -2147483649 is below -2147483648"
            error("op", "a=? -> [a / -1]", numbers = intArrayOf(Int.MIN_VALUE)) shouldBe
                "op: a/-1 is too large: 2147483648 exceeds 2147483647"
            error("reshape", reshape, s(1), lists = listOf(intArrayOf(100000, 100000, 7))) shouldBe
                "reshape: prod(dims) is too large: [100000, 100000, 7] exceeds 2147483647\n  input  [1]"
            error("outer", "[n] [m] -> [n, m]", s(100000), s(100000)) shouldBe
                "outer: result has too many elements: [100000, 100000] exceeds 2147483647\n  left   [100000]\n  right  [100000]"
        }

        test("division by zero") {
            error("pool", "[h] stride=? -> [(h-2)/stride + 1]", s(28), numbers = intArrayOf(0)) shouldBe
                "pool: division by zero: (h - 2)/stride = 26/0\n  input  [28]"
            error("pool", "[h] stride=? -> [ceil_div(h, stride)]", s(28), numbers = intArrayOf(0)) shouldBe
                "pool: division by zero: ceil_div(h, stride) = ceil_div(28, 0)\n  input  [28]"
            error("split", "[h] parts=? -> [h] where h % parts == 0", s(28), numbers = intArrayOf(0)) shouldBe
                "split: division by zero: h % parts = 28 % 0\n  input  [28]"
        }

        test("a negative result") {
            error("pool", "[h] [p] -> [h - p + 1]", s(2), s(5)) shouldBe
                "pool: result size is negative: h - p + 1 = -2\n  left   [2]\n  right  [5]"
            error("reshape", reshape, s(6), lists = listOf(intArrayOf(-2, -3))) shouldBe
                "reshape: result size is negative: dims = [-2, -3]\n  input  [6]"
            error("reshape", reshape, s(6), lists = listOf(intArrayOf(-1, 6))) shouldBe
                "reshape: needs prod(s) == prod(dims): 6 == -6 is false\n  input  [6]"
            error("reshape", reshape, s(6), lists = listOf(intArrayOf(Int.MIN_VALUE))) shouldBe
                "reshape: needs prod(s) == prod(dims): 6 == -2147483648 is false\n  input  [6]"
        }

        test("problem and operands are there for programs") {
            val failure = shouldThrow<ShapeException> { Rule.of(matmul).apply("matmul", arrayOf(s(2, 3), s(4, 5))) }
            failure.problem shouldBe "matmul: k differs: 3 != 4"
            failure.operands shouldBe listOf("left" to s(2, 3), "right" to s(4, 5))
            failure.hint shouldBe null
        }
    })
