package dev.rankine.shapes

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

/** The functions of rules, where all is known and where it does not fit. */
internal class RuleFunctionTest :
    FunSpec({
        fun of(rule: String, sizes: List<List<Int>>, numbers: List<Int>, lists: List<List<Int>>) =
            Rule.of(rule).apply(
                "op",
                sizes.map { Sizes.of(it) }.toTypedArray(),
                numbers.toIntArray(),
                *lists.map { it.toIntArray() }.toTypedArray(),
            )

        fun one(rule: String, sizes: List<Int>, vararg numbers: Int, lists: List<List<Int>> = listOf()) =
            of(rule, listOf(sizes), numbers.asList(), lists).single().toList()

        fun error(rule: String, sizes: List<Int>, vararg numbers: Int, lists: List<List<Int>> = listOf()) =
            shouldThrow<ShapeException> { one(rule, sizes, *numbers, lists = lists) }.problem

        val s = listOf(2, 3, 4)

        test("axes from either end") {
            (-3..2).map { one("s i=? -> [at(s, i), axis(s, i)]", s, it) } shouldBe
                listOf(listOf(2, 0), listOf(3, 1), listOf(4, 2)).let { it + it }
            one("s i=? n=? -> with(s, i, n)", s, -1, 9) shouldBe listOf(2, 3, 9)
            one("s i=? -> without(s, i)", s, 1) shouldBe listOf(2, 4)
            (-4..3).map { one("s i=? -> insert(s, i, 1)", s, it).indexOf(1) } shouldBe listOf(0, 1, 2, 3, 0, 1, 2, 3)
            one("s i=? j=? -> part(s, i, j)", s, 1, 3) shouldBe listOf(3, 4)
            one("s i=? j=? -> [*part(s, 0, i), 7, *part(s, j, rank(s))]", s, 1, 1) shouldBe listOf(2, 7, 3, 4)
        }

        test("a scalar has an axis of size 1 for those who ask") {
            one("s i=? -> [at(s, i), axis(s, i)]", listOf(), -1) shouldBe listOf(1, 0)
            one("s i=? -> with(s, i, 5)", listOf(), 0) shouldBe listOf()
            one("s i=? -> without(s, i)", listOf(), 0) shouldBe listOf()
            one("s axes... -> reduce(s, axes, 1)", listOf(), lists = listOf(listOf(-1))) shouldBe listOf()
        }

        test("an axis that is not there, as Sizes says it") {
            for (rule in listOf("[at(s, i)]", "[axis(s, i)]", "with(s, i, 1)", "without(s, i)", "squeeze(s, [i])", "reduce(s, [i], 0)")) {
                for (sizes in listOf(s, listOf())) {
                    for (axis in listOf(3, -4)) {
                        val said = shouldThrow<ShapeException> { Sizes.of(sizes).axisIndex("op", axis) }.problem
                        error("s i=? -> $rule", sizes, axis) shouldBe said
                    }
                }
            }
            error("s i=? -> insert(s, i, 1)", s, 4) shouldBe "op: axis out of range: 4 is not in [-4, 3]"
            error("s i=? j=? -> part(s, i, j)", s, 2, 4) shouldBe "op: there are no axes from 2 until 4: 3 given"
            error("s i=? -> [*without(s, i), at(s, 5)]", s, 0) shouldBe "op: axis out of range: 5 is not in [-3, 2]"
        }

        test("reductions") {
            val rule = "s axes...=[] keep=0 -> reduce(s, axes, keep)"
            one(rule, s) shouldBe listOf()
            one(rule, s, 1) shouldBe listOf(1, 1, 1)
            one(rule, s, lists = listOf(listOf(-1, 0))) shouldBe listOf(3)
            one(rule, s, 1, lists = listOf(listOf(-1, 0))) shouldBe listOf(1, 3, 1)
            error(rule, s, lists = listOf(listOf(0, -3))) shouldBe "op: an axis is named twice: [0, -3]"
        }

        test("squeezing and permuting") {
            one("s -> squeeze(s)", listOf(1, 2, 1)) shouldBe listOf(2)
            one("s axes... -> squeeze(s, axes)", listOf(1, 2, 1), lists = listOf(listOf(0, 1))) shouldBe listOf(2, 1)
            one("s order... -> permute(s, order)", s, lists = listOf(listOf(2, 0, -2))) shouldBe listOf(4, 2, 3)
            error("s order... -> permute(s, order)", s, lists = listOf(listOf(2, 0, 2))) shouldBe
                "op: every axis must be named once: [2, 0, 2]"
            error("s order... -> permute(s, order)", s, lists = listOf(listOf(1, 0))) shouldBe "op: every axis must be named once: [1, 0]"
        }

        test("reshaping, one size left open") {
            val rule = "s dims... -> reshape(s, dims)"
            one(rule, s, lists = listOf(listOf(6, 4))) shouldBe listOf(6, 4)
            one(rule, s, lists = listOf(listOf(-1, 2))) shouldBe listOf(12, 2)
            one(rule, listOf(0, 3), lists = listOf(listOf(-1, 3))) shouldBe listOf(0, 3)
            one(rule, listOf(), lists = listOf(listOf())) shouldBe listOf()
            error(rule, s, lists = listOf(listOf(5, 5))) shouldBe "op: number of elements differs: 24 != 25"
            error(rule, s, lists = listOf(listOf(-1, -1))) shouldBe "op: only one size may be -1: [-1, -1]"
            error(rule, s, lists = listOf(listOf(-1, 5))) shouldBe "op: -1 has no whole size: 24 elements do not divide by 5"
            error(rule, s, lists = listOf(listOf(-1, 0))) shouldBe "op: -1 has no whole size: it is multiplied by 0"
            error(rule, s, lists = listOf(listOf(-2, -12))) shouldBe "op: a size cannot be negative: [-2, -12]"
        }

        test("expanding") {
            val rule = "s dims... -> expand(s, dims)"
            one(rule, listOf(3, 1), lists = listOf(listOf(2, -1, 4))) shouldBe listOf(2, 3, 4)
            error(rule, listOf(3, 1), lists = listOf(listOf(2, 4))) shouldBe "op: cannot broadcast [3, 1] to [2, 4]"
            error(rule, listOf(3, 1), lists = listOf(listOf(3))) shouldBe "op: cannot broadcast [3, 1] to [3]"
            error(rule, listOf(3), lists = listOf(listOf(-1, 3))) shouldBe "op: -1 on a new axis 0 has no size"
        }

        test("places and slices as Python counts them") {
            one("s n=? i=? -> [place(i, n)]", listOf(), 5, 3) shouldBe listOf(3)
            one("s n=? i=? -> [place(i, n)]", listOf(), 5, -1) shouldBe listOf(4)
            val rule = "s start=-2147483648 end=2147483647 step=1 -> [slice(at(s, 0), start, end, step)]"
            one(rule, listOf(7)) shouldBe listOf(7)
            one(rule, listOf(7), -3) shouldBe listOf(3)
            one(rule, listOf(7), 2, 100, 2) shouldBe listOf(3)
            one(rule, listOf(7), 5, 2) shouldBe listOf(0)
            one(rule, listOf(7), Int.MIN_VALUE, Int.MAX_VALUE, -3) shouldBe listOf(3)
            one(rule, listOf(7), 2, Int.MAX_VALUE, -1) shouldBe listOf(3)
            error(rule, listOf(7), 0, 1, 0) shouldBe "op: the step must not be 0"
        }

        test("any number of inputs") {
            fun all(rule: String, axis: Int, vararg sizes: List<Int>) = of(rule, sizes.asList(), listOf(axis), listOf()).single().toList()
            val cat = "values* axis=0 -> cat(values, axis)"
            all(cat, 0, listOf(2, 3), listOf(4, 3), listOf(0)) shouldBe listOf(6, 3)
            all(cat, -1, listOf(2, 3)) shouldBe listOf(2, 3)
            all(cat, 1, listOf(0), listOf(0)) shouldBe listOf(0)
            shouldThrow<ShapeException> { all(cat, 0, listOf(2, 3), listOf(4, 4)) }.message shouldBe
                "op: sizes differ beside axis 0: [2, 3] and [4, 4]\n  left   [2, 3]\n  right  [4, 4]"
            shouldThrow<ShapeException> { all(cat, 0, listOf(), listOf()) }.problem shouldBe "op: a scalar has no axis"
            shouldThrow<ShapeException> { all(cat, 0) }.problem shouldBe "op: needs at least 1 input: 0 given"
            shouldThrow<ShapeException> { all(cat, 0, listOf(Int.MAX_VALUE), listOf(1)) }.problem shouldBe
                "op: too many elements on the axis: 2147483648 exceeds 2147483647"
            val stack = "values* axis=0 -> stack(values, axis)"
            all(stack, -1, listOf(2, 3), listOf(2, 3)) shouldBe listOf(2, 3, 2)
            shouldThrow<ShapeException> { all(stack, 0, listOf(2), listOf(2), listOf(3)) }.problem shouldBe "op: sizes differ: [2] != [3]"
            val listed = Rule.of("[n] values* -> [n, count(values)] where n == count(values)")
            listed.apply("op", Array(3) { Sizes.of(2) }).single().toList() shouldBe listOf(2, 2)
            shouldThrow<ShapeException> { listed.apply("op", Array(3) { Sizes.of(3) }) }.message shouldBe
                "op: needs n == count(values): 3 == 2 is false\n  input 1  [3]\n  input 2  [3]\n  input 3  [3]"
        }

        test("what is left out") {
            of("kh=? kw=? sh=kh sw=kw up=0 -> [kh, kw, sh, sw, up]", listOf(), listOf(2, 3, 5), listOf()).single().toList() shouldBe
                listOf(2, 3, 5, 3, 0)
            of("a... b...=[4, 5] -> [*a, *b]", listOf(), listOf(), listOf(listOf(1))).single().toList() shouldBe listOf(1, 4, 5)
            shouldThrow<ShapeException> { of("a... b...=[] -> [*a, *b]", listOf(), listOf(), listOf()) }.problem shouldBe
                "op: needs 1 to 2 lists (a, b): 0 given"
        }
    })
