package dev.rankine.kernels

import dev.rankine.ops.AxisAttributes
import dev.rankine.ops.EmbeddingAttributes
import dev.rankine.ops.EmbeddingGradientAttributes
import dev.rankine.ops.Evaluator
import dev.rankine.ops.OneHotAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.Value
import dev.rankine.ops.broadcastTo
import dev.rankine.ops.embeddingBackwardOp
import dev.rankine.ops.embeddingOp
import dev.rankine.ops.gatherOp
import dev.rankine.ops.indexAddOp
import dev.rankine.ops.indexSelectOp
import dev.rankine.ops.oneHotOp
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.ops.scatterAddOp
import dev.rankine.ops.scatterOp
import dev.rankine.ops.slice
import dev.rankine.ops.to
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.transpose
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.util.Random

/** Reads and writes at indices in sizes above the grain, from all layouts, against the rows. Numbers are whole, so sums are exact. */
internal class IndexKernelsTest :
    FunSpec({
        val rows = PlainBackend("rows", kernels = false)
        for (bits in listOf(128, 256, 512)) {
            val backend = VectorBackend(bits, "vector-$bits")

            fun <A : Any> compare(op: Op<A>, attributes: A, operands: (VectorOrRows) -> List<Value>) {
                val found = Evaluator.apply(op, attributes, operands(VectorOrRows(backend)).toTypedArray())[0]
                val expected = Evaluator.apply(op, attributes, operands(VectorOrRows(rows)).toTypedArray())[0]
                found.sizes shouldBe expected.sizes
                found.toDoubleArray() shouldBe expected.toDoubleArray()
            }

            context("$bits bits") {
                for (dtype in listOf(DType.F32, DType.F64, DType.I64, DType.I32, DType.I16, DType.I8, DType.U8, DType.BF16)) {
                    test("slices of $dtype") {
                        for ((axis, index) in listOf(0 to 31, 1 to 45, 2 to 17)) {
                            compare(indexSelectOp, AxisAttributes(axis)) { listOf(it.numbers(dtype, 31, 45, 17), it.index(index, 400)) }
                            compare(indexAddOp, AxisAttributes(axis)) {
                                val sizes = intArrayOf(31, 45, 17).also { all -> all[axis] = 50 }
                                listOf(it.numbers(dtype, 31, 45, 17), it.index(index, 50), it.numbers(dtype, *sizes))
                            }
                        }
                    }

                    test("elements of $dtype") {
                        for ((axis, index) in listOf(0 to 31, 1 to 45, 2 to 17)) {
                            compare(gatherOp, AxisAttributes(axis)) { listOf(it.numbers(dtype, 31, 45, 17), it.index(index, 30, 40, 16)) }
                            compare(scatterOp, AxisAttributes(axis)) {
                                listOf(it.numbers(dtype, 31, 45, 17), it.index(index, 30, 40, 16), it.numbers(dtype, 31, 40, 17))
                            }
                            compare(scatterAddOp, AxisAttributes(axis)) {
                                listOf(it.numbers(dtype, 31, 45, 17), it.index(index, 30, 40, 16), it.numbers(dtype, 31, 40, 17))
                            }
                        }
                    }
                }

                test("sums along whole rows") {
                    for (columns in listOf(3, 40, 700)) {
                        compare(scatterAddOp, AxisAttributes(2)) {
                            listOf(
                                it.numbers(DType.F32, 5, 40, 37),
                                it.index(37, 5, 40, columns),
                                it.numbers(DType.F32, 5, 40, columns),
                            )
                        }
                    }
                }

                test("operands and indices in other orders than their memory's") {
                    compare(
                        indexSelectOp,
                        AxisAttributes(1),
                    ) { listOf(transpose(it.numbers(DType.F32, 40, 30), 0, 1), slice(it.index(40, 90), 0, 0, 90, 3)) }
                    compare(
                        gatherOp,
                        AxisAttributes(0),
                    ) { listOf(transpose(it.numbers(DType.F32, 40, 30), 0, 1), transpose(it.index(30, 40, 20), 0, 1)) }
                    compare(scatterAddOp, AxisAttributes(1)) {
                        listOf(
                            transpose(it.numbers(DType.F32, 40, 30), 0, 1),
                            to(it.index(40, 30, 40), DType.I32),
                            broadcastTo(it.numbers(DType.F32, 30, 1), Sizes.of(30, 40)),
                        )
                    }
                    compare(indexAddOp, AxisAttributes(0)) {
                        listOf(
                            it.numbers(DType.F32, 30, 70),
                            to(it.index(30, 25), DType.I32),
                            transpose(it.numbers(DType.F32, 70, 25), 0, 1),
                        )
                    }
                }

                test("embeddings and their gradient, with rows of one vector, more and less") {
                    for (width in listOf(1, 3, 16, 17, 300)) {
                        compare(embeddingOp, EmbeddingAttributes(null)) { listOf(it.numbers(DType.F32, 100, width), it.index(100, 30, 50)) }
                        for (padding in listOf(null, 7)) {
                            compare(embeddingBackwardOp, EmbeddingGradientAttributes(100, padding)) {
                                listOf(it.numbers(DType.F32, 30, 50, width), it.index(100, 30, 50))
                            }
                        }
                    }
                }

                test("one hot") {
                    compare(oneHotOp, OneHotAttributes(10)) { listOf(it.index(10, 300, 7)) }
                    compare(oneHotOp, OneHotAttributes(10)) { listOf(to(it.index(10, 300, 7), DType.I32)) }
                }

                test("the same bits every time, whatever thread comes first") {
                    val random = Random(3)
                    val dy = FloatArray(20_000 * 200) { random.nextGaussian().toFloat() }
                    val gradient = valueOf(dy, DType.F32, Sizes.of(20_000, 200), backend)
                    val index = VectorOrRows(backend).index(50, 20_000)
                    val all =
                        List(4) { embeddingBackwardOp(EmbeddingGradientAttributes(50, null), gradient, index).toDoubleArray().toList() }
                    all.forEach { it shouldBe all[0] }
                }

                test("an index out of range is refused in the words of the row") {
                    for (wrong in listOf(-1L, 5L, Long.MAX_VALUE, 1L shl 32)) {
                        fun refusals(op: Op<*>, attributes: Any, shape: Sizes, vararg others: Sizes) {
                            val messages =
                                listOf(backend, rows).map { home ->
                                    val made = VectorOrRows(home)
                                    val index = valueOf(LongArray(shape.elements) { if (it == 3) wrong else 1L }, DType.I64, shape, home)
                                    val operands = others.map { made.numbers(DType.F32, *it.toIntArray()) }.toMutableList()
                                    operands.add(minOf(1, operands.size), index)
                                    @Suppress("UNCHECKED_CAST")
                                    shouldThrow<ShapeException> {
                                        Evaluator.apply(
                                            op as Op<Any>,
                                            attributes,
                                            operands.toTypedArray(),
                                        )
                                    }.message
                                }
                            messages[0] shouldBe messages[1]
                        }
                        refusals(indexSelectOp, AxisAttributes(0), Sizes.of(6), Sizes.of(5, 4))
                        refusals(gatherOp, AxisAttributes(0), Sizes.of(6, 4), Sizes.of(5, 4))
                        refusals(scatterOp, AxisAttributes(1), Sizes.of(3, 4), Sizes.of(3, 5), Sizes.of(3, 4))
                        refusals(scatterAddOp, AxisAttributes(1), Sizes.of(3, 4), Sizes.of(3, 5), Sizes.of(3, 4))
                        refusals(indexAddOp, AxisAttributes(0), Sizes.of(6), Sizes.of(5, 4), Sizes.of(6, 4))
                        refusals(embeddingOp, EmbeddingAttributes(null), Sizes.of(3, 2), Sizes.of(5, 4))
                        refusals(embeddingBackwardOp, EmbeddingGradientAttributes(5, null), Sizes.of(3, 2), Sizes.of(3, 2, 4))
                        refusals(oneHotOp, OneHotAttributes(5), Sizes.of(3, 2))
                    }
                }
            }
        }
    })

/** The same operands on either backend. */
private class VectorOrRows(private val backend: dev.rankine.ops.Backend) {
    fun numbers(dtype: DType, vararg sizes: Int): Value {
        val random = Random(sizes.sum().toLong())
        val count = sizes.fold(1, Int::times)
        return to(valueOf(LongArray(count) { random.nextInt(7) - 3L }, DType.I64, Sizes.of(*sizes), backend), dtype)
    }

    fun index(limit: Int, vararg sizes: Int): Value {
        val random = Random(sizes.sum() + limit.toLong())
        return valueOf(LongArray(sizes.fold(1, Int::times)) { random.nextInt(limit).toLong() }, DType.I64, Sizes.of(*sizes), backend)
    }
}
