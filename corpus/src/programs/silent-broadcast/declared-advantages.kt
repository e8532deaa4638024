// The same difference where its type is declared: the square does not fit.
// source: https://github.com/PacktPublishing/Deep-Reinforcement-Learning-Hands-On/issues/33
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Features : Dim<Features>(4)

fun wrong() {
    val returns = normal(Batch of 128)
    val values = normal(Batch of 128, Features).meanKeep(Features)
    val advantages: Tensor<Vec<Batch>> = returns - values
}

fun right() {
    val returns = normal(Batch of 128)
    val values = normal(Batch of 128, Features).meanKeep(Features)
    val advantages: Tensor<Vec<Batch>> = returns - values.squeezeLast()
}

// message:
// Initializer type mismatch: expected 'Tensor<Vec<Batch>>', actual 'Tensor<Mat<Batch, Batch>>'.
