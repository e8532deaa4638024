package dev.rankine.conformance

import dev.rankine.ops.full
import dev.rankine.ops.requireGradient
import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldNotBeEmpty
import io.kotest.matchers.ints.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe

internal class GradCheckTest :
    FunSpec({
        val check = GradCheck()
        val start = System.nanoTime()
        afterSpec { println("gradients: ${Samples.all.size} samples in ${(System.nanoTime() - start) / 1_000_000} ms") }
        val rows = Samples.all.groupBy { it.op }
        for ((op, samples) in rows) {
            order("${op.name} first order", GradCheckExceptions.firstOrder[op.name]) { samples.flatMap { check.firstOrder(it) } }
            order("${op.name} second order", GradCheckExceptions.secondOrder[op.name]) { samples.flatMap { check.secondOrder(it) } }
        }
        test("integers and booleans refuse to require a gradient") {
            for (dtype in DType.entries.filter { !it.isFloating }) {
                val value = full(Sizes.of(2), 1, dtype)
                shouldThrow<DTypeException> { value.requireGradient() }.message shouldBe
                    "requireGradient: only floating-point values have gradients: $dtype given"
            }
        }
        test("every row with a gradient for an input has a sample that checks it") {
            val checked = rows.filterValues { samples -> samples.any { check.differentiable(it).isNotEmpty() } }.keys
            val promising = rows.keys.filter { op -> rows.getValue(op).any { check.promised(it).isNotEmpty() } }
            promising.filter { it !in checked }.map { it.name }.shouldBeEmpty()
        }
        test("at most one differentiable row in ten is left out") {
            val differentiable = rows.count { (_, samples) -> samples.any { check.differentiable(it).isNotEmpty() } }
            val left = GradCheckExceptions.firstOrder.keys + GradCheckExceptions.secondOrder.keys
            left.size * 10 shouldBeLessThanOrEqual differentiable
        }
        test("rows that are left out exist") {
            val names = rows.keys.map { it.name }.toSet()
            (GradCheckExceptions.firstOrder.keys + GradCheckExceptions.secondOrder.keys - names).shouldBeEmpty()
        }
    })

/** A check that must pass, or must not pass if there is a [reason] to leave it out. */
private fun FunSpec.order(name: String, reason: String?, problems: () -> List<String>) {
    if (reason == null) {
        test(name) { problems().shouldBeEmpty() }
    } else {
        test("$name is left out: $reason") { problems().shouldNotBeEmpty() }
    }
}
