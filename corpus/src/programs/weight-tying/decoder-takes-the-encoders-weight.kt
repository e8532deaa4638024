// The decoder's weight maps the other way: the encoder's is its transpose, at best.
// source: https://github.com/chickenbestlover/RNN-Time-series-Anomaly-Detection/issues/47
// caught: run

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
// ShapeException: expand: cannot broadcast [Hidden = 32, Channels = 2] to [Channels = 2, Hidden = 32]
//   input  [Hidden = 32, Channels = 2]
