package dev.rankine.tensor

import dev.rankine.ops.POOL2D_HALVING_RULE
import dev.rankine.ops.POOL2D_KEEPING_RULE
import dev.rankine.ops.POOL2D_NAMED_RULE
import dev.rankine.ops.Value
import dev.rankine.ops.avgPool2d
import dev.rankine.ops.conv2d
import dev.rankine.ops.maxPool2d
import dev.rankine.ops.zeros
import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import java.io.File

/** The rules that functions carry for the compiler plugin: all can be read, and those over planes say what the run says. */
internal class RulesTest :
    FunSpec({
        test("every rule can be read") {
            val sources = File("src/main/kotlin").walkTopDown().filter { it.extension == "kt" }.map { it.readText() }
            val rules = sources.flatMap { text -> ANNOTATION.findAll(text).map { it.groupValues[1] } }.filter { '$' !in it }.toSet()
            for (rule in rules) Rule.of(LITERAL.findAll(rule).joinToString("") { it.groupValues[1].replace("\\\"", "\"") })
            rules.size shouldBeGreaterThan 300
        }

        val planes = listOf(Triple(3, 2, 1), Triple(3, 1, 0), Triple(2, 2, 0), Triple(1, 3, 1), Triple(5, 2, 2))
        val weight = { kernel: Int -> zeros(Sizes.of(4, 2, kernel, kernel)) }
        val x = zeros(Sizes.of(1, 2, 9, 12))

        fun sizes(value: Value) = value.sizes.toIntArray().toList()

        test("convolutions") {
            for ((kernel, stride, padding) in planes) {
                for (dilation in 1..2) {
                    withClue("kernel $kernel, stride $stride, padding $padding, dilation $dilation") {
                        val found = sizes(conv2d(x, weight(kernel), null, stride, padding, dilation))
                        val inputs = listOf(listOf(1, 2, 9, 12), listOf(4, 2, kernel, kernel))
                        val numbers = listOf(found[2], found[3], stride, padding, dilation)
                        Rule.of(CONV2D_NAMED).infer("conv2d", inputs, numbers) shouldBe listOf(found)
                        shouldThrow<ShapeException> {
                            Rule.of(CONV2D_NAMED).infer("conv2d", inputs, listOf(found[2] + 1) + numbers.drop(1))
                        }.problem shouldBe "conv2d: the number of rows differs: ${found[2]} != ${found[2] + 1}"
                        val halves = listOf(10, 12)
                        val again = sizes(conv2d(zeros(Sizes.of(1, 2, 10, 12)), weight(kernel), null, stride, padding, dilation))
                        val wide = listOf(listOf(1, 2, 10, 12), listOf(4, 2, kernel, kernel))
                        refused(CONV2D_HALVING, wide, listOf(stride, padding, dilation)) shouldBe (again.drop(2).map { it * 2 } != halves)
                        refused(CONV2D_KEEPING, wide, listOf(stride, padding, dilation)) shouldBe (again.drop(2) != halves)
                        refused(CONV2D_GROUPS_KEEPING, wide, listOf(1, stride, padding, dilation)) shouldBe (again.drop(2) != halves)
                        refused(CONV2D_GROUPS_NAMED, wide, listOf(1, again[2], again[3], stride, padding, dilation)) shouldBe false
                        refused(CONV2D_GROUPS_HALVING, wide, listOf(2, stride, padding, dilation)) shouldBe true
                    }
                }
            }
        }

        test("pools, with a stride and without") {
            for ((kernel, stride, _) in planes) {
                for (step in listOf(stride, null)) {
                    withClue("kernel $kernel, stride $step") {
                        val numbers = mapOf("kernel" to kernel, "stride" to step).filterValues { it != null }
                        for (pooled in listOf(maxPool2d(x, kernel, step ?: kernel), avgPool2d(x, kernel, step ?: kernel))) {
                            val (rows, columns) = pooled.sizes[2] to pooled.sizes[3]
                            val named = numbers + mapOf("rows" to rows, "columns" to columns)
                            Rule.of(POOL2D_NAMED_RULE).infer("pool", listOf(sizes(x)), named, emptyMap()) shouldBe listOf(sizes(pooled))
                            refused(POOL2D_NAMED_RULE, sizes(x), named + ("rows" to rows + 1)) shouldBe true
                            refused(POOL2D_KEEPING_RULE, sizes(x), numbers) shouldBe (rows != x.sizes[2] || columns != x.sizes[3])
                            refused(POOL2D_HALVING_RULE, sizes(x), numbers) shouldBe (2 * rows != x.sizes[2] || 2 * columns != x.sizes[3])
                        }
                    }
                }
            }
        }
    })

private fun refused(rule: String, inputs: List<List<Int?>>, numbers: List<Int?>): Boolean =
    try {
        Rule.of(rule).infer("op", inputs, numbers)
        false
    } catch (_: ShapeException) {
        true
    }

private fun refused(rule: String, input: List<Int>, numbers: Map<String, Int?>): Boolean =
    try {
        Rule.of(rule).infer("op", listOf(input), numbers, emptyMap())
        false
    } catch (_: ShapeException) {
        true
    }

private val ANNOTATION = Regex("""@ShapeRule\(\s*((?:"(?:\\.|[^"\\])*"[\s+]*)+)""")
private val LITERAL = Regex(""""((?:\\.|[^"\\])*)"""")
