package dev.rankine.ops.kernels

import dev.rankine.ops.Evaluator
import dev.rankine.ops.GeluAttributes
import dev.rankine.ops.LayerNormAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.SoftmaxAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.geluBackward
import dev.rankine.ops.geluOp
import dev.rankine.ops.layerNormGradientOp
import dev.rankine.ops.layerNormOp
import dev.rankine.ops.layerNormWeightGradientOp
import dev.rankine.ops.linearOp
import dev.rankine.ops.softmaxOp
import dev.rankine.ops.toDoubleArray
import dev.rankine.shapes.DType
import dev.rankine.shapes.Layout
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import java.util.Random

/** Rows longer and more than those of the suites, against the definitions computed in float64. */
internal class NormKernelsTest :
    FunSpec({
        val random = Random(1)

        fun numbers(dtype: DType, vararg sizes: Int): Value =
            Value(dtype, Layout.of(Sizes.of(*sizes)), kernelsBackend, Evaluator.store(operandInOrder(random, dtype, Sizes.of(*sizes))))

        fun <A : Any> check(op: Op<A>, attributes: A, tolerance: Double, vararg inputs: Value) {
            val exact = Evaluator.apply(op, attributes, Array(inputs.size) { dev.rankine.ops.to(inputs[it], DType.F64) })
            val unit = if (inputs[0].dtype == DType.F32) Math.ulp(1f).toDouble() else Math.ulp(1.0)
            compare(op, attributes, arrayOf(*inputs)) { i ->
                val largest = exact[i].toDoubleArray().maxOf { Math.abs(it) }
                DoubleArray(exact[i].elements) { tolerance * unit * largest }
            }
        }
        for (type in listOf(DType.F32, DType.F64)) {
            test("$type: layer norm and its gradients") {
                val attributes = LayerNormAttributes(1, 1e-5, hasWeight = true, hasBias = true)
                for ((rows, n) in listOf(1 to 5, 3 to 128, 200 to 33, 130 to 1100)) {
                    val (x, dy) = List(2) { numbers(type, rows, n) }
                    val (w, b) = List(2) { numbers(type, n) }
                    check(layerNormOp, attributes, 8.0, x, w, b)
                    check(layerNormGradientOp, attributes.copy(hasBias = false), 32.0, dy, x, w)
                    check(layerNormWeightGradientOp, LayerNormAttributes(1, 1e-5), 32.0, dy, x)
                }
            }
            test("$type: softmax") {
                for ((rows, n) in listOf(1 to 1, 700 to 3, 50 to 64, 3 to 3000)) {
                    check(softmaxOp, SoftmaxAttributes(1), 8.0, numbers(type, rows, n))
                }
            }
            test("$type: affine maps with and without a bias") {
                for ((rows, k, n) in listOf(Triple(1, 40, 70), Triple(50, 40, 1), Triple(300, 130, 65), Triple(5, 7, 300))) {
                    val (x, w, b) = listOf(numbers(type, rows, k), numbers(type, n, k), numbers(type, n))
                    check(linearOp, Unit, 16.0, x, w, b)
                    check(linearOp, Unit, 16.0, x, w)
                }
            }
        }
        test("gelu and its gradient") {
            for (kind in listOf("none", "tanh")) {
                val (x, dy) = List(2) { numbers(DType.F32, 3, 3001) }
                check(geluOp, GeluAttributes(kind), 2.0, x)
                check(geluBackward, GeluAttributes(kind), 4.0, dy, x)
            }
        }
    })

/** As [operand], laid out in order from the first place. */
private fun operandInOrder(random: Random, dtype: DType, sizes: Sizes): Value {
    while (true) {
        val candidate = operand(random, dtype, sizes)
        if (candidate.layout.isContiguous && candidate.layout.offset == 0) return candidate
    }
}
