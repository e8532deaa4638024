package dev.rankine.kernels

import dev.rankine.conformance.Draw
import dev.rankine.conformance.Form
import dev.rankine.conformance.HostData
import dev.rankine.conformance.Operand
import dev.rankine.conformance.Sample
import dev.rankine.conformance.Samples
import dev.rankine.conformance.Tolerance
import dev.rankine.ops.Backend
import dev.rankine.ops.Value
import dev.rankine.ops.add
import dev.rankine.ops.addInPlace
import dev.rankine.ops.bitwiseNot
import dev.rankine.ops.copy
import dev.rankine.ops.elementwiseOps
import dev.rankine.ops.lt
import dev.rankine.ops.maximum
import dev.rankine.ops.mish
import dev.rankine.ops.mulInPlace
import dev.rankine.ops.permute
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.ops.plus
import dev.rankine.ops.reshape
import dev.rankine.ops.slice
import dev.rankine.ops.times
import dev.rankine.ops.to
import dev.rankine.ops.where
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder

/** Elementwise rows as generated loops: that they are, and layouts and lengths that the suite has not. */
internal class GeneratedKernelTest :
    FunSpec({
        val rows = PlainBackend(kernels = false)

        for (type in listOf(DType.F32, DType.F64)) {
            test("every elementwise row of $type is a loop") {
                val vector = VectorBackend()
                val without =
                    Samples.all
                        .filter { it.op in elementwiseOps && it.op != bitwiseNot && !isLoop(it, type, vector) }
                        .map { it.op.name }
                        .distinct()
                without shouldContainExactlyInAnyOrder WITHOUT.getValue(type)
            }
        }

        for (bits in listOf(128, 256, 512)) {
            val vector = VectorBackend(bits, "vector-$bits")
            for (type in listOf(DType.F32, DType.F64, DType.BF16, DType.F16, DType.I64, DType.U8)) {
                test("$bits bits, $type: layouts") {
                    layouts.flatMap { (name, call) -> differences(name, type, rows, vector, call) }.shouldBeEmpty()
                }
            }

            test("$bits bits: more than one thread's share") {
                val long = { x: Value, y: Value -> mish(x) + y * 2.0 }
                for (n in listOf(100_003, 1 shl 17)) {
                    differences("long $n", DType.F32, rows, vector, Sizes.of(n), Sizes.of(n), long).shouldBeEmpty()
                }
            }

            test("$bits bits: large transposed operands, a panel at a time") {
                for (sizes in listOf(Sizes.of(600, 500), Sizes.of(70_000, 3), Sizes.of(3, 70_000))) {
                    for ((name, call) in layouts.filterKeys { "transposed" in it }) {
                        differences("$name $sizes", DType.F32, rows, vector, sizes, sizes, call).shouldBeEmpty()
                    }
                }
                val batches = Sizes.of(3, 150, 200)
                val turned = { x: Value, y: Value -> permute(x, 0, 2, 1) + slice(permute(y, 0, 2, 1), 0, 1, 2) }
                differences("batches $batches", DType.F32, rows, vector, batches, batches, turned).shouldBeEmpty()
            }
        }
    })

/** Rows that wait for a loop. */
private val WITHOUT = mapOf(DType.F32 to listOf<String>(), DType.F64 to listOf())

private val layouts: Map<String, (Value, Value) -> Value> =
    mapOf(
        "transposed" to { x, y -> permute(x, 1, 0) + permute(y, 1, 0) },
        "transposed and not" to { x, _ -> permute(x, 1, 0) * reshaped(x) },
        "a row for all" to { x, _ -> x + slice(x, 0, 1, 2) },
        "a column for all" to { x, _ -> x * slice(x, 1, 2, 3) },
        "a column and a row" to { x, y -> slice(x, 1, 2, 3) + slice(y, 0, 1, 2) },
        "a number for all" to { x, _ -> maximum(x, slice(slice(x, 0, 1, 2), 1, 3, 4)) },
        "part of the rows" to { x, y -> slice(x, 0, 1, 4) + slice(y, 0, 2, 5) },
        "part of the columns" to { x, y -> slice(x, 1, 1, 4) * slice(y, 1, 2, 5) },
        "every third column" to { x, y -> slice(x, 1, 0, null, 3) + slice(y, 1, 0, null, 3) },
        "a narrow row for all" to { x, _ -> slice(x, 1, 0, 7) + slice(slice(x, 0, 1, 2), 1, 0, 7) },
        "a choice by column" to { x, y -> where(slice(x lt y, 1, 1, 2), x, y) },
        "a comparison of parts" to { x, y -> slice(x, 1, 1, 40) lt slice(y, 1, 2, 41) },
        "in place" to { x, y -> copy(x).addInPlace(y).mulInPlace(x) },
        "in place by itself" to { x, _ -> copy(x).let { it.addInPlace(it) } },
        "in place in a part" to { x, y -> copy(x).also { slice(it, 1, 3, 20).addInPlace(slice(y, 1, 0, 17)) } },
        "in place in a transposed" to { x, y -> copy(x).also { permute(it, 1, 0).mulInPlace(permute(y, 1, 0)) } },
    )

private fun reshaped(x: Value): Value = reshape(x, x.sizes[1], x.sizes[0])

private fun differences(name: String, type: DType, rows: Backend, vector: Backend, call: (Value, Value) -> Value): List<String> =
    listOf(Sizes.of(9, 131), Sizes.of(70, 65), Sizes.of(60, 45)).flatMap { differences("$name $it", type, rows, vector, it, it, call) }

private fun differences(
    name: String,
    type: DType,
    rows: Backend,
    vector: Backend,
    a: Sizes,
    b: Sizes,
    call: (Value, Value) -> Value,
): List<String> {
    val data = listOf(a, b).mapIndexed { i, sizes -> HostData.draw(Operand(sizes, Draw.between(1.0, 9.0)), type, i + 3L) }
    val expected = HostData.of(call(Form.DENSE.place(data[0], rows), Form.DENSE.place(data[1], rows)))
    val found = HostData.of(call(Form.DENSE.place(data[0], vector), Form.DENSE.place(data[1], vector)))
    return listOfNotNull(Tolerance(mapped = 8.0).difference(add, found, expected)?.let { "$name: $it" })
}

private fun <A : Any> isLoop(sample: Sample<A>, type: DType, vector: Backend): Boolean {
    val case = sample.first
    val given = case.operands.map { Form.DENSE.place(HostData.draw(it, it.dtype ?: type, 5), vector) }.toTypedArray()
    val inputs = sample.op.prepare?.prepare(sample.op.name, given) ?: given
    return vector.kernel(sample.op, case.attributes, inputs) != null
}
