package dev.rankine.golden.modules

import dev.rankine.golden.absent
import dev.rankine.golden.ops.Arguments
import dev.rankine.nn.BidirectionalGRU
import dev.rankine.nn.BidirectionalLSTM
import dev.rankine.nn.BidirectionalRNN
import dev.rankine.nn.GRU
import dev.rankine.nn.GRUCell
import dev.rankine.nn.LSTM
import dev.rankine.nn.LSTMCell
import dev.rankine.nn.RNN
import dev.rankine.nn.RNNCell
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.of

internal val recurrentBuilders: Map<String, Arguments.() -> Built> =
    mapOf(
        "RNN" to { rnn() },
        "LSTM" to { lstm() },
        "GRU" to { gru() },
        "RNNCell" to {
            val cell = RNNCell(axis("input_size"), axis("hidden_size"), flag("bias", true), relu())
            Built(cell) { inputs, _ -> listOf(cell.call(inputs[0], inputs.getOrNull(1))) }
        },
        "LSTMCell" to {
            val cell = LSTMCell(axis("input_size"), axis("hidden_size"), flag("bias", true))
            Built(cell) { inputs, _ -> cell.call(inputs[0], inputs.getOrNull(1)?.let { it to inputs[2] }).toList() }
        },
        "GRUCell" to {
            val cell = GRUCell(axis("input_size"), axis("hidden_size"), flag("bias", true))
            Built(cell) { inputs, _ -> listOf(cell.call(inputs[0], inputs.getOrNull(1))) }
        },
    )

/** What all stacks of recurrences are told. */
private class Stack(arguments: Arguments) {
    val input = arguments.axis("input_size")
    val hidden = arguments.axis("hidden_size")
    val layers = arguments.int("num_layers", 1)
    val bias = arguments.flag("bias", true)
    val batchFirst = arguments.flag("batch_first", false)
    val dropout = arguments.double("dropout", 0.0)
    val isBidirectional = arguments.flag("bidirectional", false)
}

private fun Arguments.relu(): Boolean =
    when (val name = text("nonlinearity", "tanh")) {
        "tanh" -> false
        "relu" -> true
        else -> absent("nonlinearity $name")
    }

private fun Arguments.rnn(): Built {
    val all = Stack(this)
    val relu = relu()
    val rnn =
        with(all) {
            if (isBidirectional) {
                BidirectionalRNN(input, hidden, layers, bias, batchFirst, dropout, relu)
            } else {
                RNN(input, hidden, layers, bias, batchFirst, dropout, relu)
            }
        }
    return Built(rnn) { inputs, _ -> rnn.callWithState(inputs[0], inputs.getOrNull(1)).toList() }
}

private fun Arguments.gru(): Built {
    val gru =
        with(Stack(this)) {
            if (isBidirectional) {
                BidirectionalGRU(input, hidden, layers, bias, batchFirst, dropout)
            } else {
                GRU(input, hidden, layers, bias, batchFirst, dropout)
            }
        }
    return Built(gru) { inputs, _ -> gru.callWithState(inputs[0], inputs.getOrNull(1)).toList() }
}

private fun Arguments.lstm(): Built {
    val projection = int("proj_size", 0)
    val lstm =
        with(Stack(this)) {
            when {
                projection == 0 && !isBidirectional -> LSTM(input, hidden, layers, bias, batchFirst, dropout)
                projection == 0 -> BidirectionalLSTM(input, hidden, layers, bias, batchFirst, dropout)
                !isBidirectional -> LSTM(input, hidden, Dyn of projection, layers, bias, batchFirst, dropout)
                else -> BidirectionalLSTM(input, hidden, Dyn of projection, layers, bias, batchFirst, dropout)
            }
        }
    return Built(lstm) { inputs, _ ->
        val (y, state) = lstm.callWithState(inputs[0], inputs.getOrNull(1)?.let { it to inputs[2] })
        listOf(y, state.first, state.second)
    }
}
