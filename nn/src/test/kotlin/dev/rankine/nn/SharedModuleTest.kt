package dev.rankine.nn

import dev.rankine.ops.ones
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.zeros
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.types.shouldBeSameInstanceAs

private object Width : Dim<Width>(3)

private class Twice : Module() {
    private val layer = Linear(Width, Width)
    val first by layer
    val second by layer
    val third by Linear(Width, Width, bias = false)
}

private class Outer : Module() {
    val twice by Twice()
    val chain by (Linear(Width, Width, bias = false).relu() then Linear(Width, Width)).dropout(0.1)
    val seen by buffer(zeros(Sizes.of(1)))
}

private class Dotted(name: String) : Module() {
    init {
        add(name, Linear(Width, Width))
    }
}

private open class Parent : Module() {
    private val part by Linear(Width, Width)
}

private class Heir : Parent() {
    private val part by Linear(Width, Width)
}

private class Itself : Module() {
    init {
        val inner = Holder(this)
        add("inner", inner)
    }

    private class Holder(held: Module) : Module() {
        init {
            add("held", held)
        }
    }
}

private class Free : Module() {
    val table = addParameter("table", ones(Sizes.of(2, 3)))
}

internal class SharedModuleTest :
    FunSpec({
        test("a module in two places: parameters once under the first name, the state under both, as PyTorch") {
            val model = Twice()
            model.namedParameters().keys.toList() shouldContainExactly listOf("first.weight", "first.bias", "third.weight")
            model.parameters().map { it.name } shouldContainExactly listOf("first.weight", "first.bias", "third.weight")
            model.stateDict().keys.toList() shouldContainExactly
                listOf("first.weight", "first.bias", "second.weight", "second.bias", "third.weight")
            model.first shouldBeSameInstanceAs model.second
            model.parameterCount() shouldBe 9L + 3 + 9
        }

        test("a state loads into shared parameters") {
            val from = Twice()
            val to = Twice()
            to.loadStateDict(from.stateDict())
            to.second.weight.value
                .toFloatArray()
                .toList() shouldBe
                from.first.weight.value
                    .toFloatArray()
                    .toList()
        }

        test("names of nets in nets and chains in nets") {
            Outer().stateDict().keys.toList() shouldContainExactly
                listOf(
                    "seen",
                    "twice.first.weight",
                    "twice.first.bias",
                    "twice.second.weight",
                    "twice.second.bias",
                    "twice.third.weight",
                    "chain.0.weight",
                    "chain.2.weight",
                    "chain.2.bias",
                )
            Outer().namedBuffers().keys.toList() shouldContainExactly listOf("seen")
        }

        test("a part that is asked alone does not take the full names away") {
            val model = Outer()
            model.parameters()
            model.chain
                .namedParameters()
                .keys
                .toList() shouldContainExactly listOf("0.weight", "2.weight", "2.bias")
            model.chain.parameters().map { it.name } shouldContainExactly listOf("chain.0.weight", "chain.2.weight", "chain.2.bias")
        }

        test("training and evaluation reach every module") {
            val model = Outer()

            fun modes(module: Module): List<Boolean> = listOf(module.isTraining) + module.children.values.flatMap { modes(it) }
            modes(model).toSet() shouldBe setOf(true)
            modes(model).size shouldBe 10
            model.eval()
            modes(model).toSet() shouldBe setOf(false)
            model.twice.train()
            model.isTraining shouldBe false
            model.twice.third.isTraining shouldBe true
            model.train()
            modes(model).toSet() shouldBe setOf(true)
        }

        test("a module prints as a tree, as PyTorch prints") {
            Outer().toString() shouldBe
                """
                Outer(
                  (twice): Twice(
                    (first): Linear(Width = 3 -> Width = 3)
                    (second): Linear(Width = 3 -> Width = 3)
                    (third): Linear(Width = 3 -> Width = 3, no bias)
                  )
                  (chain): Sequential(
                    (0): Linear(Width = 3 -> Width = 3, no bias)
                    (1): ReLU()
                    (2): Linear(Width = 3 -> Width = 3)
                    (3): Dropout(p = 0.1)
                  )
                )
                """.trimIndent()
        }

        test("a name is given once and has no dot") {
            fun message(make: () -> Module): String? = shouldThrow<IllegalArgumentException> { make() }.message
            message { Heir() } shouldBe "module: Heir has two parts that are called part"
            message { Dotted("a.b") } shouldBe "module: a name cannot be empty or have a dot: \"a.b\""
            message { Dotted("") } shouldBe "module: a name cannot be empty or have a dot: \"\""
            message { Itself() } shouldBe "module: Itself cannot hold itself: inner"
        }

        test("parameters whose number is known at run time") {
            val model = Free()
            model.stateDict().getValue("table").sizes shouldBe Sizes.of(2, 3)
            model.table.name shouldBe "table"
            model.parameterCount() shouldBe 6
        }
    })
