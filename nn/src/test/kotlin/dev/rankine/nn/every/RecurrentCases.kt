package dev.rankine.nn.every

import dev.rankine.nn.BidirectionalGRU
import dev.rankine.nn.BidirectionalLSTM
import dev.rankine.nn.BidirectionalRNN
import dev.rankine.nn.GRU
import dev.rankine.nn.GRUCell
import dev.rankine.nn.LSTM
import dev.rankine.nn.LSTMCell
import dev.rankine.nn.RNN
import dev.rankine.nn.RNNCell
import dev.rankine.ops.Value
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.of

private val sequences = floats(4, 2, 4)

private val state = floats(1, 2, 3)

private val lengths = indices(4, 2)

private fun Pair<Value, Pair<Value, Value>>.all() = listOf(first, second.first, second.second)

internal val recurrentCases: List<LayerCase<*>> =
    listOf(
        mapping(
            "RNN",
            floats(3, 2, 4),
            floats(3, 2, 3) to "rnn: the last axis is not what the layer takes: 3 != From of 4",
            floats(4) to "rnn: needs two axes or three: 1 given",
            floats(0, 2, 4) to "rnn: a sequence needs at least one step: 0 < 1",
            floats(1, 1, 1, 4) to "rnn: needs two axes or three: 4 given",
        ) {
            RNN(From, To, layers = 2, dropout = 0.5)
        },
        mapping("RNN with relu", floats(2, 3, 4), floats(2, 0, 4) to "rnn: a sequence needs at least one step: 0 < 1") {
            RNN(From, To, relu = true, bias = false, batchFirst = true)
        },
        LayerCase(
            "RNN in both directions",
            listOf(sequences, floats(2, 2, 3), lengths),
            mapOf(
                listOf(sequences, floats(1, 2, 3), lengths) to "rnn: the state to start from is not [2, 2, 3]",
                listOf(sequences, floats(2, 2, 3), indices(4, 5)) to "rnn: a length is not in [1, 4]: 5 at [1]",
                listOf(sequences, floats(2, 2, 3), indices(4)) to "rnn: needs one length for each of 2 sequences",
                listOf(sequences, floats(2, 2, 3), floats(2)) to "rnn: lengths are integers: float64 given",
                listOf(floats(4, 4), floats(2, 3), lengths) to "rnn: lengths are those of a batch",
            ),
            call = { layer, (x, h, n) -> layer.callWithState(x, h, n).toList() },
        ) { BidirectionalRNN(From, To) },
        mapping(
            "GRU",
            floats(3, 4),
            floats(3, 3) to "gru: the last axis is not what the layer takes: 3 != From of 4",
            floats() to "gru: needs two axes or three: 0 given",
        ) { GRU(From, To) },
        LayerCase(
            "GRU in both directions",
            listOf(sequences, lengths),
            mapOf(
                listOf(sequences, indices(0, 2)) to "gru: a length is not in [1, 4]: 0 at [0]",
                listOf(floats(4, 2, 3), lengths) to "gru: the last axis is not what the layer takes: 3 != From of 4",
            ),
            call = { layer, (x, n) -> layer.callWithState(x, null, n).toList() },
        ) { BidirectionalGRU(From, To, layers = 2, bias = false) },
        mapping(
            "LSTM",
            floats(2, 3, 4),
            floats(2, 3, 3) to "lstm: the last axis is not what the layer takes: 3 != From of 4",
            floats(4) to "lstm: needs two axes or three: 1 given",
            floats(2, 0, 4) to "lstm: a sequence needs at least one step: 0 < 1",
        ) {
            LSTM(From, To, batchFirst = true, bias = false)
        },
        LayerCase(
            "LSTM from a state",
            listOf(sequences, state, state),
            mapOf(
                listOf(sequences, floats(2, 3), state) to "lstm: the state to start from is not [1, 2, 3]",
                listOf(sequences, state, floats(1, 1, 3)) to "lstm: the cells to start from are not [1, 2, 3]",
                listOf(floats(4, 4), state, state) to "lstm: the state to start from is not [1, 3]",
            ),
            call = { layer, (x, h, c) -> layer.callWithState(x, h to c).all() },
        ) { LSTM(From, To) },
        LayerCase(
            "LSTM with projections in both directions",
            listOf(sequences, lengths),
            mapOf(listOf(sequences, indices(1, 2, 3)) to "lstm: needs one length for each of 2 sequences"),
            call = { layer, (x, n) -> layer.callWithState(x, null, n).all() },
        ) { BidirectionalLSTM(From, To, Dyn of 2, layers = 2) },
        LayerCase(
            "RNNCell",
            listOf(floats(2, 4), floats(2, 3)),
            mapOf(
                listOf(floats(2, 3), floats(2, 3)) to "rnn_cell: the last axis is not what the cell takes: 3 != From of 4",
                listOf(floats(2, 4), floats(3)) to "rnn_cell: the state to start from is not [2, 3]",
                listOf(floats(), floats(3)) to "rnn_cell: needs one axis or two: 0 given",
            ),
            call = { cell, (x, h) -> listOf(cell.call(x, h)) },
        ) { RNNCell(From, To) },
        LayerCase(
            "RNNCell with relu",
            listOf(floats(4)),
            mapOf(listOf(floats(1, 1, 4)) to "rnn_cell: needs one axis or two: 3 given"),
            call = { cell, (x) -> listOf(cell.call(x)) },
        ) { RNNCell(From, To, bias = false, relu = true) },
        LayerCase(
            "GRUCell",
            listOf(floats(2, 4), floats(2, 3)),
            mapOf(
                listOf(floats(2, 3), floats(2, 3)) to "gru_cell: the last axis is not what the cell takes: 3 != From of 4",
                listOf(floats(2, 4), floats(1, 3)) to "gru_cell: the state to start from is not [2, 3]",
            ),
            call = { cell, (x, h) -> listOf(cell.call(x, h)) },
        ) { GRUCell(From, To) },
        LayerCase(
            "LSTMCell",
            listOf(floats(2, 4), floats(2, 3), floats(2, 3)),
            mapOf(
                listOf(floats(2, 3), floats(2, 3), floats(2, 3)) to "lstm_cell: the last axis is not what the cell takes: 3 != From of 4",
                listOf(floats(2, 4), floats(3), floats(2, 3)) to "lstm_cell: the state to start from is not [2, 3]",
                listOf(floats(2, 4), floats(2, 3), floats(3)) to "lstm_cell: the cells to start from are not [2, 3]",
            ),
            call = { cell, (x, h, c) -> cell.call(x, h to c).toList() },
        ) { LSTMCell(From, To) },
    )

internal val recurrentSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("RNN", "rnn: needs at least one layer: 0 given") { RNN(From, To, layers = 0) },
        RefusedSetting("RNN", "rnn: the probability of dropout must be in [0, 1]: -0.1") { BidirectionalRNN(From, To, dropout = -0.1) },
        RefusedSetting("GRU", "gru: input and state need at least one number: From of 4, Dyn of 0") { BidirectionalGRU(From, Dyn of 0) },
        RefusedSetting("GRU", "gru: the probability of dropout must be in [0, 1]: 2.0") { GRU(From, To, dropout = 2.0) },
        RefusedSetting("LSTM", "lstm: a projection makes the state smaller than the cells: From of 4, To of 3") {
            LSTM(From, To, projection = From)
        },
        RefusedSetting("LSTM", "lstm: input and state need at least one number: From of 4, Dyn of 0, 3 units") {
            BidirectionalLSTM(
                From,
                To,
                Dyn of 0,
            )
        },
        RefusedSetting("LSTM", "lstm: needs at least one layer: -1 given") { LSTM(From, To, layers = -1) },
        RefusedSetting("RNNCell", "rnn_cell: input and state need at least one number: Dyn of 0, To of 3") { RNNCell(Dyn of 0, To) },
        RefusedSetting("GRUCell", "gru_cell: input and state need at least one number: From of 4, Dyn of 0") { GRUCell(From, Dyn of 0) },
        RefusedSetting("LSTMCell", "lstm_cell: input and state need at least one number: From of 4, Dyn of 0") { LSTMCell(From, Dyn of 0) },
    )
