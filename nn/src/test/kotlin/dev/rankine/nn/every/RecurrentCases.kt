package dev.rankine.nn.every

import dev.rankine.nn.BidirectionalGru
import dev.rankine.nn.BidirectionalLstm
import dev.rankine.nn.BidirectionalRnn
import dev.rankine.nn.Gru
import dev.rankine.nn.GruCell
import dev.rankine.nn.Lstm
import dev.rankine.nn.LstmCell
import dev.rankine.nn.Rnn
import dev.rankine.nn.RnnCell
import dev.rankine.ops.Value
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.of

private val sequences = floats(4, 2, 4)

private val state = floats(1, 2, 3)

private val lengths = indices(4, 2)

private fun Pair<Value, Pair<Value, Value>>.all() = listOf(first, second.first, second.second)

internal val recurrentCases: List<LayerCase<*>> =
    listOf(
        mapping("Rnn", floats(3, 2, 4), floats(3, 2, 3) to "?318", floats(4) to "?319", floats(0, 2, 4) to "?320", floats(1, 1, 1, 4) to "?321") {
            Rnn(From, To, layers = 2, dropout = 0.5)
        },
        mapping("Rnn with relu", floats(2, 3, 4), floats(2, 0, 4) to "?322") { Rnn(From, To, relu = true, bias = false, batchFirst = true) },
        LayerCase(
            "Rnn in both directions",
            listOf(sequences, floats(2, 2, 3), lengths),
            mapOf(
                listOf(sequences, floats(1, 2, 3), lengths) to "?323",
                listOf(sequences, floats(2, 2, 3), indices(4, 5)) to "?324",
                listOf(sequences, floats(2, 2, 3), indices(4)) to "?325",
                listOf(sequences, floats(2, 2, 3), floats(2)) to "?326",
                listOf(floats(4, 4), floats(2, 3), lengths) to "?327",
            ),
            call = { layer, (x, h, n) -> layer.callWithState(x, h, n).toList() },
        ) { BidirectionalRnn(From, To) },
        mapping("Gru", floats(3, 4), floats(3, 3) to "?328", floats() to "?329") { Gru(From, To) },
        LayerCase(
            "Gru in both directions",
            listOf(sequences, lengths),
            mapOf(listOf(sequences, indices(0, 2)) to "?330", listOf(floats(4, 2, 3), lengths) to "?331"),
            call = { layer, (x, n) -> layer.callWithState(x, null, n).toList() },
        ) { BidirectionalGru(From, To, layers = 2, bias = false) },
        mapping("Lstm", floats(2, 3, 4), floats(2, 3, 3) to "?332", floats(4) to "?333", floats(2, 0, 4) to "?334") {
            Lstm(From, To, batchFirst = true, bias = false)
        },
        LayerCase(
            "Lstm from a state",
            listOf(sequences, state, state),
            mapOf(
                listOf(sequences, floats(2, 3), state) to "?335",
                listOf(sequences, state, floats(1, 1, 3)) to "?336",
                listOf(floats(4, 4), state, state) to "?337",
            ),
            call = { layer, (x, h, c) -> layer.callWithState(x, h to c).all() },
        ) { Lstm(From, To) },
        LayerCase(
            "Lstm with projections in both directions",
            listOf(sequences, lengths),
            mapOf(listOf(sequences, indices(1, 2, 3)) to "?338"),
            call = { layer, (x, n) -> layer.callWithState(x, null, n).all() },
        ) { BidirectionalLstm(From, To, Dyn of 2, layers = 2) },
        LayerCase(
            "RnnCell",
            listOf(floats(2, 4), floats(2, 3)),
            mapOf(listOf(floats(2, 3), floats(2, 3)) to "?339", listOf(floats(2, 4), floats(3)) to "?340", listOf(floats(), floats(3)) to "?341"),
            call = { cell, (x, h) -> listOf(cell.call(x, h)) },
        ) { RnnCell(From, To) },
        LayerCase(
            "RnnCell with relu",
            listOf(floats(4)),
            mapOf(listOf(floats(1, 1, 4)) to "?342"),
            call = { cell, (x) -> listOf(cell.call(x)) },
        ) { RnnCell(From, To, bias = false, relu = true) },
        LayerCase(
            "GruCell",
            listOf(floats(2, 4), floats(2, 3)),
            mapOf(listOf(floats(2, 3), floats(2, 3)) to "?343", listOf(floats(2, 4), floats(1, 3)) to "?344"),
            call = { cell, (x, h) -> listOf(cell.call(x, h)) },
        ) { GruCell(From, To) },
        LayerCase(
            "LstmCell",
            listOf(floats(2, 4), floats(2, 3), floats(2, 3)),
            mapOf(
                listOf(floats(2, 3), floats(2, 3), floats(2, 3)) to "?345",
                listOf(floats(2, 4), floats(3), floats(2, 3)) to "?346",
                listOf(floats(2, 4), floats(2, 3), floats(3)) to "?347",
            ),
            call = { cell, (x, h, c) -> cell.call(x, h to c).toList() },
        ) { LstmCell(From, To) },
    )

internal val recurrentSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("Rnn", "?348") { Rnn(From, To, layers = 0) },
        RefusedSetting("Rnn", "?349") { BidirectionalRnn(From, To, dropout = -0.1) },
        RefusedSetting("Gru", "?350") { BidirectionalGru(From, Dyn of 0) },
        RefusedSetting("Gru", "?351") { Gru(From, To, dropout = 2.0) },
        RefusedSetting("Lstm", "?352") { Lstm(From, To, projection = From) },
        RefusedSetting("Lstm", "?353") { BidirectionalLstm(From, To, Dyn of 0) },
        RefusedSetting("Lstm", "?354") { Lstm(From, To, layers = -1) },
        RefusedSetting("RnnCell", "?355") { RnnCell(Dyn of 0, To) },
        RefusedSetting("GruCell", "?356") { GruCell(From, Dyn of 0) },
        RefusedSetting("LstmCell", "?357") { LstmCell(From, Dyn of 0) },
    )
