// A mixture is summed over the batch, the axis before the last, and not over its parts.
// source: https://github.com/ctallec/world-models/issues/10
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Time : Dim<Time>()
object Batch : Dim<Batch>()
object Part : Dim<Part>(5)

fun wrong() {
    val weights = normal(Time of 4, Batch of 6, Part).softmax(Part)
    val densities = ones(Time of 4, Batch of 6, Part)
    val likelihood: Tensor<Mat<Time, Batch>> = (weights * densities).sum(Batch)
}

fun right() {
    val weights = normal(Time of 4, Batch of 6, Part).softmax(Part)
    val densities = ones(Time of 4, Batch of 6, Part)
    val likelihood: Tensor<Mat<Time, Batch>> = (weights * densities).sum(Part)
}

// message:
// Initializer type mismatch: expected 'Tensor<Mat<Time, Batch>>', actual 'Tensor<Mat<Time, Part>>'.
