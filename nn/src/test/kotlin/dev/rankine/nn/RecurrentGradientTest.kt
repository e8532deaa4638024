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

/** A number that all of [values] weigh in. */
private fun mixed(values: List<Value>): Value = values.map { sum(it * it * 0.5 + it) }.reduce { a, b -> a + b }

/** Compares the gradients of [loss] for the parameters of [module] with difference quotients. */
private fun checkGradients(module: Module, loss: () -> Value) {
    module.zeroGradients()
    loss().backward()
    for ((name, parameter) in module.namedParameters()) {
        val found = parameter.gradient!!.toDoubleArray()
        val numbers = parameter.value.toDoubleArray()
        for (i in numbers.indices step 5) {
            fun at(step: Double): Double {
                val moved = numbers.copyOf().also { it[i] += step }
                parameter.assign(dev.rankine.ops.reshape(valueOf(moved, moved.size), parameter.value.sizes))
                return loss().toDoubleArray()[0]
            }
            val quotient = (at(1e-5) - at(-1e-5)) / 2e-5
            at(0.0)
            if (abs(quotient - found[i]) > 1e-6 * (1 + abs(quotient))) "$name[$i]: ${found[i]}" shouldBe "$quotient"
        }
    }
}

internal class RecurrentGradientTest :
    FunSpec({
        test("gradients of layers, states and lengths included") {
            manualSeed(11)
            val x = drawn(4, 2, 2)
            val lengths = valueOf(longArrayOf(4, 2), 2)
            val lstm = BidirectionalLSTM(input, Dyn of 4, hidden, layers = 2).to(DType.F64)
            checkGradients(lstm) { lstm.callWithState(x, null, lengths).let { (y, state) -> mixed(listOf(y, state.first, state.second)) } }
            val plain = LSTM(input, hidden, bias = false).to(DType.F64)
            checkGradients(plain) { plain.callWithState(x).let { (y, state) -> mixed(listOf(y, state.second)) } }
            val gru = BidirectionalGRU(input, hidden, layers = 2).to(DType.F64)
            checkGradients(gru) { gru.callWithState(x, null, lengths).toList().let(::mixed) }
            val rnn = BidirectionalRNN(input, hidden).to(DType.F64)
            checkGradients(rnn) { rnn.callWithState(x, null, lengths).toList().let(::mixed) }
            val relu = RNN(input, hidden, relu = true).to(DType.F64)
            checkGradients(relu) { mixed(listOf(relu.call(x))) }
        }

        test("gradients of cells") {
            manualSeed(12)
            val x = drawn(2, 2)
            val h = drawn(2, 3)
            val lstm = LSTMCell(input, hidden).to(DType.F64)
            checkGradients(lstm) { mixed(lstm.call(x, h to h).toList()) }
            val gru = GRUCell(input, hidden).to(DType.F64)
            checkGradients(gru) { mixed(listOf(gru.call(x, h))) }
            val rnn = RNNCell(input, hidden, relu = true).to(DType.F64)
            checkGradients(rnn) { mixed(listOf(rnn.call(x, h))) }
        }

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
