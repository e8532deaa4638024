package dev.rankine.shapes

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.element
import io.kotest.property.arbitrary.list
import io.kotest.property.checkAll

/** The broadcast sizes by definition, or null where none exist: per axis the only size other than 1, missing axes counting as 1. */
private fun naive(operands: List<List<Int>>): List<Int>? {
    val rank = operands.maxOf { it.size }
    return List(rank) { axis ->
        val sizes = operands.mapNotNull { it.getOrNull(axis - rank + it.size) }.filter { it != 1 }.distinct()
        if (sizes.size > 1) return null
        sizes.firstOrNull() ?: 1
    }
}

internal class BroadcastTest :
    FunSpec({
        val operands = Arb.list(Arb.list(Arb.element(1, 1, 1, 3, 3, 2, 0), 0..4), 1..4)

        test("the result is the naive one, or a clash is reported") {
            val outcomes = mutableMapOf(true to 0, false to 0)
            checkAll(5_000, operands) { lists ->
                val expected = naive(lists)
                val sizes = lists.map { Sizes.of(it) }.toTypedArray()
                outcomes.merge(expected != null, 1, Int::plus)
                if (expected == null) {
                    shouldThrow<ShapeException> { Sizes.broadcast("add", *sizes) }
                } else {
                    Sizes.broadcast("add", *sizes).toList() shouldBe expected
                }
            }
            outcomes.values.forEach { (it > 500) shouldBe true }
        }

        test("two operands clash in these words") {
            shouldThrow<ShapeException> {
                Sizes.broadcast("add", Sizes.named(Batch of 32, Pixels of 784), Sizes.of(10))
            }.message shouldBe
                "add: sizes do not broadcast: 784 against 10 on axis -1\n" +
                "  left   [Batch = 32, Pixels = 784]\n" +
                "  right  [10]"
        }

        test("more operands clash in these words") {
            val error = shouldThrow<ShapeException> { Sizes.broadcast("where", Sizes.of(2, 1), Sizes.of(5), Sizes.of(3, 5)) }
            error.message shouldBe
                "where: sizes do not broadcast: 2 against 3 on axis -2\n" +
                "  input 1  [2, 1]\n" +
                "  input 2  [5]\n" +
                "  input 3  [3, 5]"
            error.operands.map { it.second } shouldBe listOf(Sizes.of(2, 1), Sizes.of(5), Sizes.of(3, 5))
        }

        test("each axis is named by the first operand that fills it") {
            val left = Sizes.named(Batch of 32, Heads of 4)
            Sizes.broadcast("add", left, Sizes.of(4)).toString() shouldBe "[Batch = 32, Heads = 4]"
            Sizes.broadcast("add", Sizes.of(4), left).toString() shouldBe "[Batch = 32, Heads = 4]"
            Sizes.broadcast("add", Sizes.of(32, 4), left).toString() shouldBe "[Batch = 32, Heads = 4]"
            Sizes.broadcast("add", Sizes.named(Batch of 1), Sizes.named(Heads of 4)).toString() shouldBe "[Heads = 4]"
            Sizes.broadcast("add", left, Sizes.of(2, 1, 1)).toString() shouldBe "[2, Batch = 32, Heads = 4]"
        }

        test("a result with too many elements is refused") {
            shouldThrow<ShapeException> { Sizes.broadcast("add", Sizes.of(65536, 1), Sizes.of(65536)) }.problem shouldBe
                "sizes: too many elements: [65536, 65536] exceeds 2147483647"
        }
    })
