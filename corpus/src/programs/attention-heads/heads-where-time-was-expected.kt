// The keys are cut into heads, but their heads stand behind time, not before it as those of the
// queries.
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Heads : Dim<Heads>(4)
object Time : Dim<Time>()
object Width : Dim<Width>(8)

fun wrong() {
    val tokens = normal(Batch of 2, Time of 7, Heads * Width)
    val parts = tokens.split(Heads, Width)
    val heads = parts.transpose(Time, Heads)
    val found = heads.scaledDotProductAttention(parts, heads)
}

fun right() {
    val tokens = normal(Batch of 2, Time of 7, Heads * Width)
    val parts = tokens.split(Heads, Width)
    val heads = parts.transpose(Time, Heads)
    val found = heads.scaledDotProductAttention(heads, heads)
}

// message:
// Argument type mismatch: actual type is 'Tensor<Rank4<Batch, Time, Heads, Width>>', but 'Tensor<Rank4<Batch, Heads, Time, Width>>' was expected.
