// The ratio of two policies is a vector and the advantages are a column, so the mean is that of a
// square.
// source: https://github.com/RITCHIEHuang/DeepRL_Algorithms/issues/13
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()

fun wrong() {
    val ratio = normal(Batch of 64).exp()
    val advantages = normal(Batch of 64).unsqueezeLast()
    val objective = (ratio * advantages).mean()
}

fun right() {
    val ratio = normal(Batch of 64).exp()
    val advantages = normal(Batch of 64)
    val objective = (ratio * advantages).mean()
}

// message:
// 'fun <A : Dim<A>> Tensor<Vec<A>>.times(other: Tensor<Mat<A, Nothing>>): Tensor<Vec<A>>' is deprecated. shape: a vector and a column of one axis would give all pairs of it: squeezeLast() makes the column a vector; if pairs are meant, name one axis otherwise.
