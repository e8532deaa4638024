// The mean of a sequence is to be taken over time; over the batch it gives one vector a place, and
// as many scores.
// caught: types

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Time : Dim<Time>()
object Model : Dim<Model>(16)
object Digit : Dim<Digit>(10)

fun wrong() {
    val states = normal(Batch of 6, Time of 9, Model)
    val digits = zeros(Batch of 6, dtype = DType.I64)
    val loss = crossEntropy(Linear(Model, Digit)(states.mean(Batch)), digits)
}

fun right() {
    val states = normal(Batch of 6, Time of 9, Model)
    val digits = zeros(Batch of 6, dtype = DType.I64)
    val loss = crossEntropy(Linear(Model, Digit)(states.mean(Time)), digits)
}

// message:
// Argument type mismatch: actual type is 'Tensor<Vec<Batch>>', but 'Tensor<Vec<Time>>' was expected.
