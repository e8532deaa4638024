// A layer whose axes are bare numbers has them exchanged: 10 in and 64 out, though it is given 64.
// caught: run

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
// ShapeException: linear: in differs: 64 != 10
//   input   [Batch = 32, Dyn = 64]
//   weight  [Dyn = 64, Dyn = 10]
//   bias    [Dyn = 64]
