package dev.rankine.nn

import dev.rankine.ops.manualSeed
import dev.rankine.ops.normal
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.transpose
import dev.rankine.shapes.Cube
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Plus
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.of
import dev.rankine.shapes.plus
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.normal
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import kotlin.math.abs
import kotlin.math.sqrt

internal class RecurrentTest :
    FunSpec({
        fun sizes(module: Module) = module.stateDict().mapValues { it.value.sizes.toList() }.toList()

        test("names, order and sizes in the state_dict are PyTorch's") {
            sizes(RNN(Glyph, Recall)) shouldContainExactly
                listOf(
                    "weight_ih_l0" to listOf(4, 3),
                    "weight_hh_l0" to listOf(4, 4),
                    "bias_ih_l0" to listOf(4),
                    "bias_hh_l0" to listOf(4),
                )
            sizes(BidirectionalGRU(Glyph, Recall, bias = false)) shouldContainExactly
                listOf(
                    "weight_ih_l0" to listOf(12, 3),
                    "weight_hh_l0" to listOf(12, 4),
                    "weight_ih_l0_reverse" to listOf(12, 3),
                    "weight_hh_l0_reverse" to listOf(12, 4),
                )
            val projected = sizes(BidirectionalLSTM(Glyph, Recall, Slight, layers = 2))
            projected.take(5) shouldContainExactly
                listOf(
                    "weight_ih_l0" to listOf(16, 3),
                    "weight_hh_l0" to listOf(16, 2),
                    "bias_ih_l0" to listOf(16),
                    "bias_hh_l0" to listOf(16),
                    "weight_hr_l0" to listOf(2, 4),
                )
            projected.map { it.first.drop(it.first.indexOf("_l")) }.distinct() shouldBe listOf("_l0", "_l0_reverse", "_l1", "_l1_reverse")
            projected.first { it.first == "weight_ih_l1" }.second shouldBe listOf(16, 4)
            sizes(LSTMCell(Glyph, Recall)).map { it.first } shouldBe listOf("weight_ih", "weight_hh", "bias_ih", "bias_hh")
            sizes(GRUCell(Glyph, Recall, bias = false)) shouldBe listOf("weight_ih" to listOf(12, 3), "weight_hh" to listOf(12, 4))
            sizes(RNNCell(Glyph, Recall))[1] shouldBe ("weight_hh" to listOf(4, 4))
        }

        test("numbers start uniform within one over the root of the units, of a projection too") {
            manualSeed(3)
            for (module in listOf(RNN(Glyph, Recall), LSTM(Glyph, Recall, Slight), GRU(Glyph, Recall), LSTMCell(Glyph, Recall))) {
                val all = module.stateDict().values.flatMap { it.toDoubleArray().toList() }
                all.all { abs(it) <= 1 / sqrt(4.0) } shouldBe true
                all.any { abs(it) > 0.35 } shouldBe true
            }
        }

        test("typed: one direction, both, a projection, and a state that goes on") {
            manualSeed(4)
            val x: Tensor<Cube<Stanza, Beat, Glyph>> = normal(Stanza of 2, Beat of 5, Glyph)
            val one: Tensor<Cube<Stanza, Beat, Recall>> = LSTM(Glyph, Recall, batchFirst = true)(x)
            one.sizes.toString() shouldBe "[Stanza = 2, Beat = 5, Recall = 4]"
            val both: Tensor<Cube<Stanza, Beat, Plus<Recall, Recall>>> = BidirectionalRNN(Glyph, Recall, batchFirst = true)(x)
            both.sizes.toString() shouldBe "[Stanza = 2, Beat = 5, Recall+Recall = 8]"
            val small: Tensor<Cube<Stanza, Beat, Plus<Slight, Slight>>> = BidirectionalLSTM(Glyph, Recall, Slight, batchFirst = true)(x)
            small.sizes.toString() shouldBe "[Stanza = 2, Beat = 5, Slight+Slight = 4]"
            val lstm = LSTM(Glyph, Recall, Slight, layers = 2, batchFirst = true)
            val (y, state) = lstm.withState(x)
            val typed: LSTMState<Cube<Dyn, Stanza, Slight>, Cube<Dyn, Stanza, Dyn>> = state
            typed.hidden.sizes.toString() shouldBe "[2, Stanza = 2, Slight = 2]"
            typed.cell.sizes.toList() shouldBe listOf(2, 2, 4)
            y.sizes.toList() shouldBe listOf(2, 5, 2)
            lstm
                .withState(x, state)
                .first.value
                .toDoubleArray()
                .toList() shouldNotBe y.value.toDoubleArray().toList()
            val (hidden, cell) = state.detach()
            listOf(hidden, cell).any { it.value.requiresGradient } shouldBe false
            val alone: Tensor<Mat<Beat, Glyph>> = normal(Beat of 5, Glyph)
            val (steps, last) = GRU(Glyph, Recall).withState(alone)
            val checked: Tensor<Mat<Beat, Recall>> = steps
            val end: Tensor<Mat<Dyn, Recall>> = last
            checked.sizes.toString() shouldBe "[Beat = 5, Recall = 4]"
            end.value.toDoubleArray().toList() shouldBe steps.value.toDoubleArray().takeLast(4)
            LSTM(Glyph, Recall)
                .withState(alone)
                .second.cell.sizes
                .toList() shouldBe listOf(1, 4)
            RNN(Glyph, Recall)
                .withState(alone, end)
                .second.sizes
                .toList() shouldBe listOf(1, 4)
        }

        test("layers chain behind and before it, and names are those of the places") {
            val model = LSTM(Glyph, Recall, batchFirst = true) then Linear(Recall, Reply)
            val y: Tensor<Cube<Stanza, Beat, Reply>> = model(normal(Stanza of 2, Beat of 3, Glyph))
            y.sizes.toList() shouldBe listOf(2, 3, 5)
            model
                .stateDict()
                .keys
                .toList()
                .let { it.first() to it.last() } shouldBe ("0.weight_ih_l0" to "1.bias")
            val both = BidirectionalGRU(Glyph, Recall) then Linear(Recall + Recall, Reply)
            both.call(normal(Sizes.of(3, 2, 3))).sizes.toList() shouldBe listOf(3, 2, 5)
        }

        test("the batch first, the steps first, one sequence alone, and steps taken one by one give the same") {
            manualSeed(5)
            for (bidirectional in listOf(false, true)) {
                manualSeed(6)
                val first =
                    if (bidirectional) {
                        BidirectionalLSTM(
                            Glyph,
                            Recall,
                            2,
                            batchFirst = true,
                        )
                    } else {
                        LSTM(Glyph, Recall, 2, batchFirst = true)
                    }
                manualSeed(6)
                val last = if (bidirectional) BidirectionalLSTM(Glyph, Recall, 2) else LSTM(Glyph, Recall, 2)
                val x = normal(Sizes.of(5, 1, 3))
                val y = last.call(x).toDoubleArray().toList()
                first.call(transpose(x, 0, 1)).toDoubleArray().toList() shouldBe y
                last.call(dev.rankine.ops.reshape(x, 5, 3)).toDoubleArray().toList() shouldBe y
            }
            val rnn = RNN(Glyph, Recall, relu = true)
            val x = normal(Sizes.of(4, 2, 3))
            val whole = rnn.call(x).toDoubleArray().toList()
            var state: dev.rankine.ops.Value? = null
            val steps =
                (0 until 4).flatMap { t ->
                    val (y, next) = rnn.callWithState(dev.rankine.ops.narrow(x, 0, t, 1), state)
                    state = next
                    y.toDoubleArray().toList()
                }
            close(steps, whole)
        }

        test("dropout stands between layers, while training only") {
            manualSeed(7)
            val gru = GRU(Glyph, Recall, layers = 2, dropout = 0.9)
            val x = normal(Sizes.of(3, 2, 3))
            gru.call(x).toDoubleArray().toList() shouldNotBe gru.call(x).toDoubleArray().toList()
            gru.eval()
            gru.call(x).toDoubleArray().toList() shouldBe gru.call(x).toDoubleArray().toList()
            val single = GRU(Glyph, Recall, dropout = 0.9)
            single.call(x).toDoubleArray().toList() shouldBe single.call(x).toDoubleArray().toList()
        }

        test("other element types, and how they are printed") {
            LSTM(Glyph, Recall).to(DType.F64).call(normal(Sizes.of(2, 1, 3), dtype = DType.F64)).dtype shouldBe DType.F64
            LSTM(Glyph, Recall).toString() shouldBe "LSTM(Glyph = 3 -> Recall = 4)"
            BidirectionalLSTM(Glyph, Recall, Slight, 2, bias = false, batchFirst = true, dropout = 0.5).toString() shouldBe
                "LSTM(Glyph = 3 -> Slight = 2 of 4 units, layers = 2, no bias, batch first, dropout = 0.5, bidirectional)"
            RNN(Dyn of 3, Dyn of 4, relu = true).toString() shouldBe "RNN(3 -> 4, relu)"
            GRUCell(Glyph, Recall, bias = false).toString() shouldBe "GRUCell(Glyph = 3 -> Recall = 4, no bias)"
            RNNCell(Dyn of 3, Recall, relu = true).toString() shouldBe "RNNCell(3 -> Recall = 4, relu)"
            LSTMCell(Glyph, Recall).toString() shouldBe "LSTMCell(Glyph = 3 -> Recall = 4)"
        }
    })

/** Compares numbers that were computed in another order. */
internal fun close(found: List<Double>, wanted: List<Double>, tolerance: Double = 1e-5) {
    found.size shouldBe wanted.size
    val wrong = found.indices.filter { abs(found[it] - wanted[it]) > tolerance }
    wrong.map { "$it: ${found[it]} != ${wanted[it]}" } shouldBe emptyList()
}
