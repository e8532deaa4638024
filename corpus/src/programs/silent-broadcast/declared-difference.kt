// A mean that is kept as a column is taken from a vector: nothing but the declared type says that a
// vector is meant.
// source: https://github.com/PacktPublishing/Deep-Reinforcement-Learning-Hands-On/issues/33
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Critic : Dim<Critic>(2)

fun wrong() {
    val returns = normal(Batch of 128)
    val baseline = normal(Batch of 128, Critic).meanKeep(Critic)
    val advantages: Tensor<Vec<Batch>> = returns - baseline
}

fun right() {
    val returns = normal(Batch of 128)
    val baseline = normal(Batch of 128, Critic).mean(Critic)
    val advantages: Tensor<Vec<Batch>> = returns - baseline
}

// message:
// 'fun <A : Dim<A>> Tensor<Vec<A>>.minus(other: Tensor<Mat<A, Nothing>>): Tensor<Vec<A>>' is deprecated. shape: a vector and a column of one axis would give all pairs of it: squeezeLast() makes the column a vector; if pairs are meant, name one axis otherwise.
