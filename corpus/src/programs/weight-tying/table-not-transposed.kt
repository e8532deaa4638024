// The table of an embedding has a row a word; to score words it must be turned.
// caught: types

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Words : Dim<Words>(50)
object Model : Dim<Model>(16)

fun wrong() {
    val words = Embedding(Words, Model)
    val states = normal(Batch of 3, Model)
    val scores = states matmul words.weight.tensor
}

fun right() {
    val words = Embedding(Words, Model)
    val states = normal(Batch of 3, Model)
    val scores = states matmul words.weight.tensor.t()
}

// message:
// Argument type mismatch: actual type is 'Tensor<Mat<Words, Model>>', but 'Tensor<Mat<Model, Dim<*>>>' was expected.
