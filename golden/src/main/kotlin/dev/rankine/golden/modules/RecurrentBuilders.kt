package dev.rankine.golden.modules

import dev.rankine.golden.absent
import dev.rankine.golden.ops.Arguments
import dev.rankine.nn.BidirectionalGru
import dev.rankine.nn.BidirectionalLstm
import dev.rankine.nn.BidirectionalRnn
import dev.rankine.nn.Gru
import dev.rankine.nn.GruCell
import dev.rankine.nn.Lstm
import dev.rankine.nn.LstmCell
import dev.rankine.nn.Rnn
import dev.rankine.nn.RnnCell
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.of

internal val recurrentBuilders: Map<String, Arguments.() -> Built> =
    mapOf(
        "RNN" to { rnn() },
        "LSTM" to { lstm() },
        "GRU" to { gru() },
        "RNNCell" to {
            val cell = RnnCell(axis("input_size"), axis("hidden_size"), flag("bias", true), relu())
            Built(cell) { inputs, _ -> listOf(cell.call(inputs[0], inputs.getOrNull(1))) }
        },
        "LSTMCell" to {
            val cell = LstmCell(axis("input_size"), axis("hidden_size"), flag("bias", true))
            Built(cell) { inputs, _ -> cell.call(inputs[0], inputs.getOrNull(1)?.let { it to inputs[2] }).toList() }
        },
        "GRUCell" to {
            val cell = GruCell(axis("input_size"), axis("hidden_size"), flag("bias", true))
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
                BidirectionalRnn(input, hidden, layers, bias, batchFirst, dropout, relu)
            } else {
                Rnn(input, hidden, layers, bias, batchFirst, dropout, relu)
            }
        }
    return Built(rnn) { inputs, _ -> rnn.callWithState(inputs[0], inputs.getOrNull(1)).toList() }
}

private fun Arguments.gru(): Built {
    val gru =
        with(Stack(this)) {
            if (isBidirectional) {
                BidirectionalGru(input, hidden, layers, bias, batchFirst, dropout)
            } else {
                Gru(input, hidden, layers, bias, batchFirst, dropout)
            }
        }
    return Built(gru) { inputs, _ -> gru.callWithState(inputs[0], inputs.getOrNull(1)).toList() }
}

private fun Arguments.lstm(): Built {
    val projection = int("proj_size", 0)
    val lstm =
        with(Stack(this)) {
            when {
                projection == 0 && !isBidirectional -> Lstm(input, hidden, layers, bias, batchFirst, dropout)
                projection == 0 -> BidirectionalLstm(input, hidden, layers, bias, batchFirst, dropout)
                !isBidirectional -> Lstm(input, hidden, Dyn of projection, layers, bias, batchFirst, dropout)
                else -> BidirectionalLstm(input, hidden, Dyn of projection, layers, bias, batchFirst, dropout)
            }
        }
    return Built(lstm) { inputs, _ ->
        val (y, state) = lstm.callWithState(inputs[0], inputs.getOrNull(1)?.let { it to inputs[2] })
        listOf(y, state.first, state.second)
    }
}
