// The largest score is looked for among the examples, not among the classes.
// source: https://github.com/jolibrain/deepdetect/pull/1567
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Digit : Dim<Digit>(10)

fun wrong() {
    val scores = normal(Batch of 6, Digit)
    val digits = zeros(Batch of 6, dtype = DType.I64)
    val right = scores.argmax(Batch) eq digits
}

fun right() {
    val scores = normal(Batch of 6, Digit)
    val digits = zeros(Batch of 6, dtype = DType.I64)
    val right = scores.argmax(Digit) eq digits
}

// message:
// Argument type mismatch: actual type is 'Tensor<Vec<Batch>>', but 'Tensor<out Vec<Digit>>' was expected.
