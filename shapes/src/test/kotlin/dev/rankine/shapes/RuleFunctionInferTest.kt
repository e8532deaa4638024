package dev.rankine.shapes

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.boolean
import io.kotest.property.arbitrary.int
import io.kotest.property.arbitrary.list
import io.kotest.property.checkAll

/** The functions of rules where only parts are known. */
internal class RuleFunctionInferTest :
    FunSpec({
        fun l(vararg sizes: Int?): List<Int?> = sizes.toList()

        fun one(rule: String, vararg inputs: List<Int?>?, numbers: List<Int?> = listOf(), lists: List<List<Int?>?> = listOf()) =
            Rule.of(rule).infer("op", inputs.toList(), numbers, lists).single()

        fun error(rule: String, vararg inputs: List<Int?>?, lists: List<List<Int?>?> = listOf()) =
            shouldThrow<ShapeException> { one(rule, *inputs, lists = lists) }.problem

        test("an unknown axis leaves the rank") {
            one("s i=? -> with(s, i, 1)", l(2, 3), numbers = l(null)) shouldBe l(null, null)
            one("s i=? -> without(s, i)", l(2, 3), numbers = l(null)) shouldBe l(null)
            one("s i=? -> insert(s, i, 1)", l(2), numbers = l(null)) shouldBe l(null, null)
            one("s i=? -> [at(s, i)]", l(2), numbers = l(null)) shouldBe l(null)
            one("s i=? -> part(s, 0, i)", l(2), numbers = l(null)) shouldBe null
        }

        test("an unknown shape leaves nothing but what is said") {
            for (call in listOf("with(s, 0, 1)", "without(s, 0)", "insert(s, 0, 1)", "part(s, 0, 1)", "squeeze(s)", "reduce(s, [0], 0)")) {
                one("s -> $call", null) shouldBe null
            }
            one("s dims... -> reshape(s, dims)", null, lists = listOf(l(-1, 3, null))) shouldBe l(null, 3, null)
            one("s dims... -> expand(s, dims)", null, lists = listOf(l(-1, 3))) shouldBe l(null, 3)
            one("s order... -> permute(s, order)", null, lists = listOf(l(1, 0))) shouldBe l(null, null)
        }

        test("unknown lists") {
            one("s axes... -> reduce(s, axes, 1)", l(2, 3), lists = listOf(null)) shouldBe l(null, null)
            one("s axes... -> reduce(s, axes, 0)", l(2, 3), lists = listOf(null)) shouldBe null
            one("s axes... -> reduce(s, axes, 0)", l(2, 3), lists = listOf(l(null))) shouldBe l(null)
            one("s axes... -> reduce(s, axes, 1)", l(2, 3), lists = listOf(l(0, null))) shouldBe l(1, null)
            one("s axes... keep=? -> reduce(s, axes, keep)", l(2, 3), numbers = l(null), lists = listOf(l(0))) shouldBe null
            one("s axes... -> squeeze(s, axes)", l(1, null), lists = listOf(l(0))) shouldBe l(null)
            one("s axes... -> squeeze(s, axes)", l(1, null), lists = listOf(l(1))) shouldBe null
            one("s order... -> permute(s, order)", l(2, 3), lists = listOf(null)) shouldBe l(null, null)
            one("s order... -> permute(s, order)", l(2, 3), lists = listOf(l(null, 0))) shouldBe l(null, 2)
        }

        test("a reshape that no sizes could make right is refused") {
            val rule = "s dims... -> reshape(s, dims)"
            one(rule, l(null, 16, 5), lists = listOf(l(-1, 80))) shouldBe l(null, 80)
            one(rule, l(null, 16, 5), lists = listOf(l(8, 80))) shouldBe l(8, 80)
            one(rule, l(4, 6), lists = listOf(l(null, 8))) shouldBe l(null, 8)
            error(rule, l(null, 16, 5), lists = listOf(l(7, 7))) shouldBe "op: number of elements differs: 49 does not divide by 80"
            error(rule, l(4, 6), lists = listOf(l(null, 5))) shouldBe "op: number of elements differs: 24 does not divide by 5"
            error(rule, l(4, 6), lists = listOf(l(-1, 5, null))) shouldBe "op: -1 has no whole size: 24 elements do not divide by 5"
        }

        test("expanding keeps what is certain") {
            val rule = "s dims... -> expand(s, dims)"
            one(rule, l(3, null), lists = listOf(l(null, 4))) shouldBe l(3, 4)
            one(rule, l(1, null), lists = listOf(l(null, -1))) shouldBe l(null, null)
        }

        test("inputs of which some are known") {
            val cat = "values* axis=0 -> cat(values, axis)"
            one(cat, l(2, null), l(3, 5)) shouldBe l(5, 5)
            one(cat, l(2, 5), null) shouldBe l(null, 5)
            one(cat, l(2, 5), l(null)) shouldBe l(null, 5)
            one(cat, l(null), l(null)) shouldBe l(null)
            one(cat, null, l(null)) shouldBe null
            one(cat, l(2, 5), l(3, 5), numbers = l(null)) shouldBe l(null, null)
            error(cat, l(null, 4), l(2, 5), null) shouldBe "op: sizes differ beside axis 0: [?, 4] and [2, 5]"
            one("values* -> stack(values, 0)", null, l(null, 3), l(2, null)) shouldBe l(3, 2, 3)
            one("values* -> stack(values, 0)", null, null) shouldBe null
            one("values* -> [count(values)]", null, null) shouldBe l(2)
        }

        test("a number that was not read stays open") {
            one("s n=? unknown=? -> [place(n, unknown)]", l(), numbers = l(-1, null)) shouldBe l(null)
            one("s n=? unknown=? -> [place(n, unknown)]", l(), numbers = l(4, null)) shouldBe l(4)
            one("s n=? -> [slice(n, 0, 2, 1)]", l(), numbers = l(null)) shouldBe l(null)
        }

        test("by name") {
            val pool = Rule.of("s kernel=? stride=kernel up=0 axes...=[3] -> [kernel, stride, up, *axes]")

            fun named(numbers: Map<String, Int?>, lists: Map<String, List<Int?>?> = mapOf()) =
                pool.infer("op", listOf(l()), numbers, lists).single()
            named(mapOf("kernel" to 2)) shouldBe l(2, 2, 0, 3)
            named(mapOf("kernel" to 2, "up" to 1)) shouldBe l(2, 2, 1, 3)
            named(mapOf("kernel" to 2, "stride" to null), mapOf("axes" to l(null))) shouldBe l(2, null, 0, null)
            named(mapOf()) shouldBe l(null, null, 0, 3)
            named(mapOf(), mapOf("axes" to null)) shouldBe null
            shouldThrow<IllegalArgumentException> { named(mapOf("size" to 2)) }.message shouldBe "op: the rule has no number size: $pool"
            shouldThrow<IllegalArgumentException> { named(mapOf(), mapOf("up" to l())) }.message shouldBe
                "op: the rule has no list up: $pool"
        }

        test("what is known of a partly known call is so in every full one") {
            val rules =
                listOf(
                    "s a=? list... -> with(with(s, a, at(s, 0)), 0, at(s, a))",
                    "s a=? list... -> reduce(s, list, a)",
                    "s a=? list... -> permute(s, list)",
                    "s a=? list... -> reshape(s, list)",
                    "s a=? list... -> expand(s, list)",
                    "s a=? list... -> squeeze(s, list)",
                    "s a=? list... -> [*without(s, a), *insert(list, a, 5)]",
                    "s a=? list... -> [*part(s, axis(s, a), rank(s)), slice(at(s, 0), a, 2, 1)]",
                ).map(Rule::of)
            checkAll(3000, Arb.list(Arb.int(1..3), 0..3), Arb.list(Arb.int(-1..3), 0..3), Arb.int(-2..2), Arb.list(Arb.boolean(), 7..7)) {
                sizes,
                list,
                a,
                hidden,
                ->
                for (rule in rules) {
                    val full = runCatching { rule.infer("op", listOf(sizes), listOf(a), listOf(list)).single() }.getOrNull() ?: continue
                    val part =
                        rule
                            .infer(
                                "op",
                                listOf(sizes.mapIndexed { i, size -> size.takeIf { !hidden[i] } }),
                                listOf(a.takeIf { !hidden[6] }),
                                listOf(list.mapIndexed { i, size -> size.takeIf { !hidden[i + 3] } }),
                            ).single() ?: continue
                    part.size shouldBe full.size
                    for ((known, size) in part.zip(full)) if (known != null) known shouldBe size
                }
            }
        }
    })
