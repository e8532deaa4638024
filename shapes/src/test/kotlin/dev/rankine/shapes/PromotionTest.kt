package dev.rankine.shapes

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import java.math.BigDecimal

/** A line of promotion.json: a tensor with axes on the left; [result] is null where PyTorch refuses. */
private class Row(line: JsonElement) {
    private val words = line.jsonArray.map { it.jsonPrimitive.contentOrNull }
    val left = words[0].orEmpty()
    val kind = words[1].orEmpty()
    val right = words[2].orEmpty()
    val result = words[3]

    val isReal get() = listOf(left, right).none { it.startsWith("complex") }

    fun promoted(): DType {
        val a = DType.of(left)
        if (kind == "number") return promoteNumbers(a).toSet().single()
        val b = DType.of(right)
        val scalar = kind == "zero-dim"
        val results =
            if (scalar) {
                listOf(promote(a, 1, b, 0), promote(b, 0, a, 1), promote(a, 3, b, 0))
            } else {
                listOf(promote(a, b), promote(b, a), promote(a, 1, b, 1), promote(b, 2, a, 1), promote(a, 0, b, 0))
            }
        return results.toSet().single()
    }

    private fun promoteNumbers(a: DType): List<DType> =
        when (right) {
            "bool" -> listOf(true, false).map { promoteNumber(a, it) }
            "int" -> listOf<Number>(1, 1L shl 40, 7.toShort(), (-1).toByte()).map { promoteNumber(a, it) }
            "float" -> listOf<Number>(0.5, 1e300, 2f, Float.NaN).map { promoteNumber(a, it) }
            else -> error("unknown kind of number: $right")
        }
}

internal class PromotionTest :
    FunSpec({
        val table = goldenFile("promotion.json").getValue("binary").jsonObject
        val rows = { op: String ->
            table
                .getValue(op)
                .jsonArray
                .map(::Row)
                .filter { it.isReal }
        }

        fun check(op: String, lines: List<Row>) =
            lines.forEach { withClue("$op: ${it.left} with ${it.kind} ${it.right}") { it.promoted().word shouldBe it.result } }

        test("add: every pair of types as tensors, scalars and numbers") {
            val lines = rows("add")
            lines.groupingBy { it.kind }.eachCount() shouldBe mapOf("tensor" to 100, "zero-dim" to 100, "number" to 30)
            check("add", lines)
        }

        test("where: every pair of types as tensors and scalars") {
            val (numbers, tensors) = rows("where").partition { it.kind == "number" }
            tensors.size shouldBe 200
            check("where", tensors)
            // PyTorch 1.13 takes no number here
            numbers.mapNotNull { it.result } shouldBe emptyList()
        }

        test("other arithmetic promotes alike wherever it is defined") {
            listOf("sub", "mul", "pow", "remainder", "fmod", "floor_divide", "maximum").forEach { op ->
                val defined = rows(op).filter { it.result != null }
                withClue(op) { (defined.size >= 180) shouldBe true }
                check(op, defined)
            }
        }

        test("promotion of tensors is symmetric, idempotent and never loses the category") {
            for (a in DType.entries) {
                promote(a, a) shouldBe a
                for (b in DType.entries) {
                    promote(a, b) shouldBe promote(b, a)
                    promote(a, b).isFloating shouldBe (a.isFloating || b.isFloating)
                    promote(a, 0, b, 0) shouldBe promote(a, b)
                }
            }
        }

        test("a number of an unknown class is refused") {
            shouldThrow<DTypeException> { promoteNumber(DType.F32, BigDecimal("1.5")) }.message shouldBe
                "promote: not a number that tensors hold: 1.5 is a BigDecimal"
        }
    })
