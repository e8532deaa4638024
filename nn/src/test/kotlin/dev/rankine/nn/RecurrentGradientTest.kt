package dev.rankine.nn

import dev.rankine.autodiff.backward
import dev.rankine.ops.Value
import dev.rankine.ops.gradient
import dev.rankine.ops.manualSeed
import dev.rankine.ops.normal
import dev.rankine.ops.plus
import dev.rankine.ops.requireGradient
import dev.rankine.ops.select
import dev.rankine.ops.stack
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.of
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import kotlin.math.abs

private val input = Dyn of 2
private val hidden = Dyn of 3

private fun drawn(vararg sizes: Int): Value = normal(Sizes.of(*sizes), dtype = DType.F64)

internal class RecurrentGradientTest :
    FunSpec({
        test("a layer is its cell step by step, gradients of input and first state included") {
            manualSeed(13)
            val layer = LSTM(input, hidden).to(DType.F64)
            val cell = LSTMCell(input, hidden).to(DType.F64)
            cell.loadStateDict(layer.stateDict().mapKeys { it.key.removeSuffix("_l0") })
            val numbers = listOf(drawn(3, 2, 2), drawn(1, 2, 3), drawn(1, 2, 3))

            fun gradients(run: (x: Value, h: Value, c: Value) -> Value): List<Double> {
                val leaves =
                    numbers.map {
                        valueOf(it.toDoubleArray(), it.elements).let { flat ->
                            dev.rankine.ops.reshape(flat, it.sizes)
                        }
                    }
                leaves.forEach { it.requireGradient() }
                val result = run(leaves[0], leaves[1], leaves[2])
                sum(result * result).backward()
                return (listOf(result) + leaves.map { it.gradient!! }).flatMap { it.toDoubleArray().toList() }
            }
            val whole = gradients { x, h, c -> layer.callWithState(x, h to c).first }
            val steps =
                gradients { x, h, c ->
                    var state = select(h, 0, 0) to select(c, 0, 0)
                    stack(List(3) { t -> cell.call(select(x, 0, t), state).also { state = it }.first })
                }
            close(whole, steps, 1e-12)
        }

        test("what does not learn gets no gradient, and the rest the same as before") {
            manualSeed(14)
            val gru = GRU(input, hidden).to(DType.F64)
            val x = drawn(3, 2, 2)
            sum(gru.call(x)).backward()
            val before =
                gru
                    .namedParameters()
                    .getValue("bias_hh_l0")
                    .gradient!!
                    .toDoubleArray()
                    .toList()
            gru.zeroGradients()
            gru
                .namedParameters()
                .filterKeys { it != "bias_hh_l0" }
                .values
                .forEach { it.isTrainable = false }
            sum(gru.call(x)).backward()
            gru
                .namedParameters()
                .getValue("bias_hh_l0")
                .gradient!!
                .toDoubleArray()
                .toList() shouldBe before
            gru.namedParameters().getValue("weight_hh_l0").gradient shouldBe null
            before.any { it != 0.0 } shouldNotBe false
        }
    })
