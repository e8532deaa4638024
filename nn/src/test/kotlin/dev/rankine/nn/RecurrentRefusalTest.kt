package dev.rankine.nn

import dev.rankine.ops.valueOf
import dev.rankine.ops.zeros
import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.of
import dev.rankine.tensor.normal
import dev.rankine.tensor.typed
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

private object Unbound : Dim<Unbound>()

internal class RecurrentRefusalTest :
    FunSpec({
        fun message(block: () -> Unit): String = shouldThrow<ShapeException> { block() }.message!!

        test("constructor arguments") {
            shouldThrow<IllegalArgumentException> { RNN(Glyph, Recall, layers = 0) }.message shouldBe
                "rnn: needs at least one layer: 0 given"
            message { GRU(Glyph, Unbound) } shouldBe "axis: Unbound declares no size\n  hint: write `Unbound of n`"
            message { GRU(Glyph, Unbound of 0) } shouldBe "gru: input and state need at least one number: Glyph of 3, Unbound of 0"
            message { GRUCell(Unbound of 0, Recall) } shouldBe
                "gru_cell: input and state need at least one number: Unbound of 0, Recall of 4"
            message { LSTM(Glyph, Recall, Dyn of 4) } shouldBe
                "lstm: a projection makes the state smaller than the cells: Dyn of 4, Recall of 4"
            message { BidirectionalLSTM(Glyph, Recall, Dyn of 0) } shouldBe
                "lstm: input and state need at least one number: Glyph of 3, Dyn of 0, 4 units"
            shouldThrow<IllegalArgumentException> { BidirectionalGRU(Glyph, Recall, dropout = 1.5) }.message shouldBe
                "gru: the probability of dropout must be in [0, 1]: 1.5"
        }

        test("inputs of layers") {
            val gru = GRU(Glyph, Recall)
            message { gru.call(zeros(Sizes.of(3))) } shouldBe "gru: needs two axes or three: 1 given\n  input  [3]"
            message { gru.call(zeros(Sizes.of(2, 5))) } shouldBe
                "gru: the last axis is not what the layer takes: 5 != Glyph of 3\n  input  [2, 5]"
            message { gru.call(zeros(Sizes.of(0, 2, 3))) }.lines().first() shouldBe "gru: a sequence needs at least one step: 0 < 1"
            message { gru.callWithState(zeros(Sizes.of(5, 2, 3)), zeros(Sizes.of(2, 2, 4))) } shouldBe
                "gru: the state to start from is not [1, 2, 4]\n  input  [5, 2, 3]\n  state  [2, 2, 4]"
            message { LSTM(Glyph, Recall).callWithState(zeros(Sizes.of(5, 3)), zeros(Sizes.of(1, 4)) to zeros(Sizes.of(4))) } shouldBe
                "lstm: the cells to start from are not [1, 4]\n  input  [5, 3]\n  cells  [4]"
            shouldThrow<DTypeException> { gru.call(zeros(Sizes.of(2, 1, 3), DType.F64)) }.message!!.lines().first() shouldBe
                "gru: element types differ: float64 != float32"
        }

        test("typed states and lengths need the batch first") {
            val x = normal(Stanza of 2, Beat of 3, Glyph)
            val hint =
                "  input  [Stanza = 2, Beat = 3, Glyph = 3]\n" +
                    "  hint: make the layer with `batchFirst = true`, or call `callWithState`"
            message { RNN(Glyph, Recall).withState(x) } shouldBe "rnn: typed states and lengths need the batch first\n$hint"
            message { LSTM(Glyph, Recall)(x, valueOf(longArrayOf(1, 1), 2).typed(Stanza of 2)) } shouldBe
                "lstm: typed states and lengths need the batch first\n$hint"
        }

        test("inputs of cells") {
            val cell = LSTMCell(Glyph, Recall)
            message { cell.call(zeros(Sizes.of(1, 2, 3))) } shouldBe "lstm_cell: needs one axis or two: 3 given\n  input  [1, 2, 3]"
            message { RNNCell(Glyph, Recall).call(zeros(Sizes.of(4))) } shouldBe
                "rnn_cell: the last axis is not what the cell takes: 4 != Glyph of 3\n  input  [4]"
            message { GRUCell(Glyph, Recall).call(zeros(Sizes.of(2, 3)), zeros(Sizes.of(4))) } shouldBe
                "gru_cell: the state to start from is not [2, 4]\n  input  [2, 3]\n  state  [4]"
            message { cell.call(zeros(Sizes.of(2, 3)), zeros(Sizes.of(2, 4)) to zeros(Sizes.of(2, 3))) } shouldBe
                "lstm_cell: the cells to start from are not [2, 4]\n  input  [2, 3]\n  cells  [2, 3]"
        }

        test("typed cells") {
            val x = normal(Stanza of 2, Glyph)
            val state = LSTMCell(Glyph, Recall)(x)
            LSTMCell(Glyph, Recall)(x, state).hidden.sizes.toString() shouldBe "[Stanza = 2, Recall = 4]"
            GRUCell(Glyph, Recall)(x, state.hidden).sizes.toString() shouldBe "[Stanza = 2, Recall = 4]"
            RNNCell(Glyph, Recall)(x).sizes.toString() shouldBe "[Stanza = 2, Recall = 4]"
            val alone = normal(Glyph)
            val one = LSTMCell(Glyph, Recall)(alone)
            LSTMCell(Glyph, Recall)(alone, one).cell.sizes.toString() shouldBe "[Recall = 4]"
            GRUCell(Glyph, Recall)(alone).sizes.toString() shouldBe "[Recall = 4]"
            RNNCell(Glyph, Recall)(alone, one.hidden).sizes.toString() shouldBe "[Recall = 4]"
        }
    })
