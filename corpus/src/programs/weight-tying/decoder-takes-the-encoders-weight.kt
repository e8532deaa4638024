// The decoder's weight maps the other way: the encoder's is its transpose, at best.
// source: https://github.com/chickenbestlover/RNN-Time-series-Anomaly-Detection/issues/47
// caught: plugin

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*
import dev.rankine.ops.t

object Channels : Dim<Channels>(2)
object Hidden : Dim<Hidden>(32)

fun wrong() {
    val encoder = Linear(Channels, Hidden)
    val decoder = Linear(Hidden, Channels)
    decoder.weight.assign(encoder.weight.value)
}

fun right() {
    val encoder = Linear(Channels, Hidden)
    val decoder = Linear(Hidden, Channels)
    decoder.weight.assign(t(encoder.weight.value))
}

// message:
// shape: assign: sizes do not broadcast: 32 against 2 on axis -1; left [Channels = 2, Hidden = 32], right [Hidden = 32, Channels = 2]
