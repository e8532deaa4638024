// Keys have two heads, queries eight: each group of queries needs its keys repeated first, or as
// many heads of keys.
// source: https://github.com/EleutherAI/gpt-neox/issues/1314
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Heads : Dim<Heads>(8)
object Groups : Dim<Groups>(2)
object Time : Dim<Time>()
object Width : Dim<Width>(16)

fun wrong() {
    val query = normal(Batch of 2, Heads, Time of 7, Width)
    val key = normal(Batch of 2, Groups, Time of 7, Width)
    val scores = query bmm key.t()
}

fun right() {
    val query = normal(Batch of 2, Heads, Time of 7, Width)
    val key = normal(Batch of 2, Heads, Time of 7, Width)
    val scores = query bmm key.t()
}

// message:
// Argument type mismatch: actual type is 'Tensor<Rank4<Batch, Groups, Width, Time>>', but 'Tensor<Rank4<Batch, Heads, Width, Dim<*>>>' was expected.
