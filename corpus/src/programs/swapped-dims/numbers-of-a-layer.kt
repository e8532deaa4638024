// A layer whose axes are bare numbers has them exchanged: 10 in and 64 out, though it is given 64.
// caught: plugin

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()

fun wrong() {
    val read = Linear(Dyn of 10, Dyn of 64)
    val scores = read(zeros(Batch of 32, Dyn of 64))
}

fun right() {
    val read = Linear(Dyn of 64, Dyn of 10)
    val scores = read(zeros(Batch of 32, Dyn of 64))
}

// message:
// shape: linear: the last axis is not what the layer takes: 64 != 10; input [Batch = 32, 64]
