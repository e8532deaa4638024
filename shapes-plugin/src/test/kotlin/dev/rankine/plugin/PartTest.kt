package dev.rankine.plugin

import dev.rankine.shapes.Rule
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class PartTest :
    FunSpec({
        fun shape(vararg sizes: Int?) = Shaped(sizes.map { Extent(it) })

        class Given(private val declared: Set<String>, private val given: Map<String, Known?>) : Arguments {
            override fun declares(name: String) = name in declared

            override fun gives(name: String) = name in given

            override fun get(name: String) = given[name]
        }

        fun given(vararg values: Pair<String, Known?>, left: String = "") =
            Given(values.map { it.first }.toSet() + left.split(' ').toSet(), values.toMap())

        fun part(rule: String, arguments: Arguments = Arguments.None, vararg bind: Pair<String, String>) =
            Part("op", DeclaredRule(Rule.of(rule), bind.toMap()), arguments)

        fun items(vararg numbers: Int) = Items(numbers.map { Extent(it) })

        val pool = "[h] kernel=? stride=1 -> [(h - kernel)/stride + 1]"

        test("numbers by name") {
            part(pool, given("kernel" to Extent(2), "stride" to Extent(2))).results(listOf(shape(8))) shouldBe listOf(shape(4))
            part(pool, given("kernel" to Extent(2), left = "stride")).results(listOf(shape(8))) shouldBe listOf(shape(7))
            part(pool, given("kernel" to Extent(2))).results(listOf(shape(8))) shouldBe listOf(shape(7))
        }
        test("what is given but not known is not the default") {
            part(pool, given("kernel" to Extent(2), "stride" to null)).results(listOf(shape(8))) shouldBe listOf(shape(null))
            part(pool, given(left = "kernel stride")).results(listOf(shape(8))) shouldBe listOf(shape(null))
        }
        test("other names, elements of lists") {
            val call = given("window" to items(2, 3), "stride" to Extent(2))
            part("[h, w] p=? q=? sh=1 -> [h/p, w/q, sh]", call, "p" to "window[0]", "q" to "window[1]", "sh" to "stride[0]")
                .results(listOf(shape(8, 9))) shouldBe listOf(shape(4, 3, 2))
            part("p=? -> [p]", given("p" to items(2, 2))).results(emptyList()) shouldBe listOf(shape(2))
            part("p=? -> [p]", given("p" to items(2, 3))).results(emptyList()) shouldBe listOf(shape(null))
            part("p=? q=? -> [p, q]", given("k" to items(5)), "p" to "k[0]", "q" to "k[1]").results(emptyList()) shouldBe
                listOf(shape(5, 5))
            part("p=? -> [p]", given("p" to items())).results(emptyList()) shouldBe listOf(shape(null))
        }
        test("lists") {
            val reshape = "s dims... -> dims where prod(s) == prod(dims)"
            part(reshape, given("dims" to items(3, 2))).results(listOf(shape(6))) shouldBe listOf(shape(3, 2))
            part(reshape, given("dims" to Extent(6))).results(listOf(shape(2, 3))) shouldBe listOf(shape(6))
            part(reshape, given("dims" to null)).results(listOf(shape(6))) shouldBe listOf(null)
            shouldThrow<Clash> { part(reshape, given("to" to items(3, 3)), "dims" to "to").results(listOf(shape(6))) }.message shouldBe
                "op: needs prod(s) == prod(dims): 6 == 9 is false; input [6], dims [3, 3]"
        }
        test("numbers of what made the receiver") {
            val call = part("[h] kernel=? stride=1 -> [(h - kernel)/stride + 1]", given(left = "x"))
            val made = given("kernel" to Extent(2), "stride" to Extent(2))
            call.results(listOf(shape(8)), made) shouldBe listOf(shape(4))
            call.results(listOf(shape(8)), null) shouldBe listOf(shape(null))
            call.results(listOf(shape(8)), AsMade(given("kernel" to Extent(2), left = "stride"))) shouldBe listOf(shape(7))
            call.results(listOf(shape(8)), AsMade(given("kernel" to Extent(2)))) shouldBe listOf(shape(null))
            part(pool, given("kernel" to Extent(8))).results(listOf(shape(8)), made) shouldBe listOf(shape(1))
        }
        test("another number of inputs than the rule has is not ours to judge") {
            part("a b -> a").results(listOf(shape(2))) shouldBe null
            part("a -> a").results(listOf(shape(2), shape(2))) shouldBe null
            Part("op", null, Arguments.None).results(listOf(shape(2))) shouldBe null
        }
        test("operands of a clash: what is known, with names") {
            val left = Shaped(listOf(Extent(null, "Batch"), Extent(784, "Pixels")))
            val matmul = part("[*p, n, k] [k, m] -> [*p, n, m]")
            shouldThrow<Clash> { matmul.results(listOf(left, shape(512, 10))) }.message shouldBe
                "op: Pixels differs: 784 != 512; left [Batch, Pixels = 784], right [512, 10]"
            shouldThrow<Clash> {
                part(
                    "a=? -> [a] where a > 3",
                ).let { Part("op", it.declared, given("a" to Extent(2))) }.results(emptyList())
            }.message shouldBe "op: needs a > 3: 2 > 3 is false"
        }
        test("a chain goes through its parts") {
            val flat = part("[n, *p] -> [n, prod(p)]")
            val linear = part("[*p, n] -> [*p, 10] where n == 12 \"inputs\"")
            Mapping(listOf(flat, linear)).result(shape(5, 3, 4)) shouldBe shape(5, 10)
            Mapping(listOf(flat, null, linear)).result(shape(5, 3, 7)) shouldBe null
            shouldThrow<Clash> { Mapping(listOf(flat, linear)).result(shape(5, 3, 5)) }.message shouldBe
                "part 1, op: inputs: 15 != 12; input [5, 15]"
        }
        test("words of ops") {
            listOf("plus", "plusAssign", "matmul", "maxPool2d", "LayerNorm", "Conv2d").map(::opWord) shouldBe
                listOf("add", "add_", "matmul", "max_pool2d", "layer_norm", "conv2d")
        }
    })
