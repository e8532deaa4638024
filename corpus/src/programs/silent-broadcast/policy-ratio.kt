// The ratio of two policies is a vector and the advantages are a column.
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
