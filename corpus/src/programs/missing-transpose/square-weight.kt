// Both sides of the weight are 64 wide, so no check of sizes can see that it lies the wrong way
// round.
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Hidden : Dim<Hidden>(64)
object Next : Dim<Next>(64)

fun wrong() {
    val hidden = normal(Batch of 8, Hidden)
    val weight = normal(Next, Hidden)
    val next = hidden matmul weight
}

fun right() {
    val hidden = normal(Batch of 8, Hidden)
    val weight = normal(Next, Hidden)
    val next = hidden matmul weight.t()
}

// message:
// Argument type mismatch: actual type is 'Tensor<Mat<Next, Hidden>>', but 'Tensor<Mat<Hidden, Dim<*>>>' was expected.
