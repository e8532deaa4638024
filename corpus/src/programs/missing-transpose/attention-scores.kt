// Queries times keys without swapping the two last axes of the keys.
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Time : Dim<Time>()
object Width : Dim<Width>(16)

fun wrong() {
    val query = normal(Batch of 2, Time of 8, Width)
    val key = normal(Batch of 2, Time of 8, Width)
    val scores = query bmm key
}

fun right() {
    val query = normal(Batch of 2, Time of 8, Width)
    val key = normal(Batch of 2, Time of 8, Width)
    val scores = query bmm key.t()
}

// message:
// Argument type mismatch: actual type is 'Tensor<Cube<Batch, Time, Width>>', but 'Tensor<Cube<Batch, Width, Dim<*>>>' was expected.
