// The second map of a feed-forward block forgets to lead back to the width of the model.
// caught: types

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Time : Dim<Time>()
object Model : Dim<Model>(16)
object Inner : Dim<Inner>(64)

fun wrong() {
    val x = normal(Batch of 2, Time of 5, Model)
    val inner = Linear(Model, Inner).relu() then Linear(Inner, Inner)
    val y = x + inner(x)
}

fun right() {
    val x = normal(Batch of 2, Time of 5, Model)
    val inner = Linear(Model, Inner).relu() then Linear(Inner, Model)
    val y = x + inner(x)
}

// message:
// Argument type mismatch: actual type is 'Tensor<Cube<Batch, Time, Inner>>', but 'Tensor<out Cube<Batch, Time, Model>>' was expected.
