// The table of words has 30 numbers a word, the decoder's states have 60: tied, they need a map
// between them.
// source: https://example-a.com/answer/54236136
// caught: types

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Words : Dim<Words>(50)
object Narrow : Dim<Narrow>(30)
object Wide : Dim<Wide>(60)

fun wrong() {
    val words = Embedding(Words, Narrow)
    val states = normal(Batch of 3, Wide)
    val scores = states matmul words.weight.tensor.t()
}

fun right() {
    val words = Embedding(Words, Narrow)
    val states = normal(Batch of 3, Wide)
    val scores = Linear(Wide, Narrow)(states) matmul words.weight.tensor.t()
}

// message:
// Argument type mismatch: actual type is 'Tensor<Mat<Narrow, Words>>', but 'Tensor<Mat<Wide, Dim<*>>>' was expected.
