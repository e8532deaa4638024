package dev.rankine.kernels

import dev.rankine.conformance.Draw
import dev.rankine.conformance.Form
import dev.rankine.conformance.HostData
import dev.rankine.conformance.Operand
import dev.rankine.conformance.Tolerance
import dev.rankine.ops.LossAttributes
import dev.rankine.ops.Reduction
import dev.rankine.ops.Value
import dev.rankine.ops.binaryCrossEntropy
import dev.rankine.ops.countNonzero
import dev.rankine.ops.klDiv
import dev.rankine.ops.l1Loss
import dev.rankine.ops.logsumexp
import dev.rankine.ops.mean
import dev.rankine.ops.mseLoss
import dev.rankine.ops.mseLossOp
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.ops.std
import dev.rankine.ops.sumOp
import dev.rankine.ops.variance
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.nulls.shouldNotBeNull

/** Composites of maps and reductions: longer than a block, rows and columns, in every width. */
internal class FusedReductionTest :
    FunSpec({
        val rows = PlainBackend(kernels = false)
        for (bits in listOf(128, 256, 512)) {
            val vector = VectorBackend(bits, "vector-$bits")
            for (type in listOf(DType.F32, DType.F64, DType.BF16)) {
                test("$bits bits, $type: like the rows") {
                    calls
                        .flatMap { (name, call) ->
                            listOf(Sizes.of(7, 1300), Sizes.of(300, 70), Sizes.of(40_003), Sizes.of(0, 5)).mapNotNull { sizes ->
                                val data = List(2) { HostData.draw(Operand(sizes, Draw.between(0.1, 0.9)), type, it + 3L) }
                                val expected = HostData.of(call(Form.DENSE.place(data[0], rows), Form.DENSE.place(data[1], rows)))
                                val found = HostData.of(call(Form.DENSE.place(data[0], vector), Form.DENSE.place(data[1], vector)))
                                Tolerance().difference(sumOp, found, expected)?.let { "$name $sizes: $it" }
                            }
                        }.shouldBeEmpty()
                }
            }

            test("$bits bits: a loss is one kernel") {
                val x = Form.DENSE.place(HostData.draw(Operand(Sizes.of(9), Draw.between(0.1, 0.9)), DType.F32, 1), vector)
                vector.kernel(mseLossOp, LossAttributes(Reduction.MEAN), arrayOf(x, x)).shouldNotBeNull()
            }
        }
    })

private val calls: Map<String, (Value, Value) -> Value> =
    mapOf(
        "mse_loss" to { x, y -> mseLoss(x, y) },
        "l1_loss" to { x, y -> l1Loss(x, y, Reduction.SUM) },
        "kl_div" to { x, y -> klDiv(x, y) },
        "binary_cross_entropy" to { x, y -> binaryCrossEntropy(x, y) },
        "mean" to { x, _ -> mean(x, listOf(0)) },
        "var" to { x, _ -> variance(x, listOf(x.rank - 1)) },
        "var of columns" to { x, _ -> variance(x, listOf(0)) },
        "std" to { x, _ -> std(x) },
        "logsumexp" to { x, _ -> logsumexp(x, listOf(-1)) },
        "count_nonzero" to { x, _ -> countNonzero(x) },
    )
