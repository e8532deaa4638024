package dev.rankine.ops.elementwise

import dev.rankine.ops.Value
import dev.rankine.ops.abs
import dev.rankine.ops.and
import dev.rankine.ops.atan2
import dev.rankine.ops.div
import dev.rankine.ops.eq
import dev.rankine.ops.erf
import dev.rankine.ops.exp
import dev.rankine.ops.floor
import dev.rankine.ops.floorDivide
import dev.rankine.ops.fmod
import dev.rankine.ops.full
import dev.rankine.ops.invoke
import dev.rankine.ops.isnan
import dev.rankine.ops.log1p
import dev.rankine.ops.logicalAnd
import dev.rankine.ops.maximum
import dev.rankine.ops.minus
import dev.rankine.ops.plus
import dev.rankine.ops.pow
import dev.rankine.ops.reciprocal
import dev.rankine.ops.rem
import dev.rankine.ops.round
import dev.rankine.ops.sigmoid
import dev.rankine.ops.sign
import dev.rankine.ops.sin
import dev.rankine.ops.sqrt
import dev.rankine.ops.square
import dev.rankine.ops.tanh
import dev.rankine.ops.times
import dev.rankine.ops.to
import dev.rankine.ops.unaryMinus
import dev.rankine.ops.where
import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.fail
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import java.io.File

private val unaryRows: Map<String, (Value) -> Value> =
    mapOf(
        "exp" to { x -> exp(x) },
        "sqrt" to { x -> sqrt(x) },
        "sin" to { x -> sin(x) },
        "abs" to { x -> abs(x) },
        "neg" to { x -> -x },
        "sigmoid" to { x -> sigmoid(x) },
        "tanh" to { x -> tanh(x) },
        "floor" to { x -> floor(x) },
        "round" to { x -> round(x) },
        "isnan" to { x -> isnan(x) },
        "sign" to { x -> sign(x) },
        "reciprocal" to { x -> reciprocal(x) },
        "square" to { x -> square(x) },
        "log1p" to { x -> log1p(x) },
        "erf" to { x -> erf(x) },
    )

private class Binary(val tensor: (Value, Value) -> Value, val number: ((Value, Number) -> Value)? = null)

private val binaryRows: Map<String, Binary> =
    mapOf(
        "add" to Binary({ a, b -> a + b }, { a, n -> a + n }),
        "sub" to Binary({ a, b -> a - b }, { a, n -> a - n }),
        "mul" to Binary({ a, b -> a * b }, { a, n -> a * n }),
        "div" to Binary({ a, b -> a / b }, { a, n -> a / n }),
        "pow" to Binary({ a, b -> pow(a, b) }, { a, n -> pow(a, n) }),
        "remainder" to Binary({ a, b -> a % b }, { a, n -> a % n }),
        "maximum" to Binary({ a, b -> maximum(a, b) }, { a, n -> maximum(a, n) }),
        "eq" to Binary({ a, b -> a eq b }, { a, n -> a eq n }),
        "where" to
            Binary(
                { a, b -> where(full(Sizes.SCALAR, 1, DType.BOOL), a, b) },
                { a, n -> where(full(Sizes.SCALAR, 1, DType.BOOL), a, n) },
            ),
        "logical_and" to Binary({ a, b -> logicalAnd(a, b) }),
        "bitwise_and" to Binary({ a, b -> a and b }),
        "atan2" to Binary({ a, b -> atan2(a, b) }),
        "fmod" to Binary({ a, b -> fmod(a, b) }, { a, n -> fmod(a, n) }),
        "floor_divide" to Binary({ a, b -> floorDivide(a, b) }, { a, n -> floorDivide(a, n) }),
    )

/** Refused by PyTorch 1.13 where Rankine has a plain answer. */
private fun isExtension(op: String, left: String, kind: String, right: String): Boolean {
    val half = left == "float16" || right == "float16"
    // no float16 arithmetic on the CPU
    if (half && op in setOf("exp", "sqrt", "sin", "sigmoid", "tanh", "floor", "round", "log1p", "erf", "atan2")) return true
    // these two take a number on the right in Rankine, as newer versions of where do
    return kind == "number" && op in setOf("maximum", "where")
}

internal class ElementwisePromotionTest :
    FunSpec({
        val file = File(System.getProperty("rankine.root"), "shapes/src/test/resources/golden/promotion.json")
        val tables = Json.parseToJsonElement(file.readText()).jsonObject

        fun lines(kind: String, op: String): List<List<String?>> =
            tables
                .getValue(kind)
                .jsonObject
                .getValue(op)
                .jsonArray
                .map { line -> (line as JsonArray).map { it.jsonPrimitive.contentOrNull } }
                .filter { line -> line.none { it != null && it.startsWith("complex") } }

        fun tensor(type: String, sizes: Sizes) = full(sizes, 1, DType.of(type))

        fun check(what: String, expected: String?, mayAnswer: Boolean, call: () -> Value): Boolean {
            val got =
                try {
                    call().dtype.word
                } catch (refusal: DTypeException) {
                    if (refusal.problem.isBlank()) fail("$what: refused without a word")
                    null
                }
            if (expected == null && mayAnswer) {
                if (got == null) fail("$what: listed as an extension, but refused")
            } else if (got != expected) {
                fail("$what: $got instead of $expected")
            }
            return expected != null
        }

        test("unary rows: every type") {
            val answered =
                unaryRows.entries.sumOf { (op, run) ->
                    lines("unary", op).count { (type, expected) ->
                        check("$op of $type", expected, isExtension(op, type!!, "", "")) { run(tensor(type, Sizes.of(2))) }
                    }
                }
            answered shouldBe 15 * 10 - 4 - 9 // all but bool for abs, neg, floor, round, and float16 for nine
        }

        for ((op, row) in binaryRows) {
            test("$op: every pair of types as tensors, scalars and numbers") {
                var seen = 0
                for ((left, kind, right, expected) in lines("binary", op)) {
                    val a = tensor(left!!, Sizes.of(2))
                    val number: Number = if (right == "int") 1 else 1.0
                    // Kotlin's Boolean is no Number: a number of kind bool cannot be said
                    val call: (() -> Value)? =
                        when (kind) {
                            "tensor" -> ({ row.tensor(a, tensor(right!!, Sizes.of(2))) })
                            "zero-dim" -> ({ row.tensor(a, tensor(right!!, Sizes.SCALAR)) })
                            else -> row.number?.takeIf { right != "bool" }?.let { { it(a, number) } }
                        }
                    if (call == null) continue
                    check("$op of $left and $kind $right", expected, isExtension(op, left, kind!!, right!!), call)
                    seen++
                }
                seen shouldBe if (row.number == null) 200 else 220
            }
        }
    })
