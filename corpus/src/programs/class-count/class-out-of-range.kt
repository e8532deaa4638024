// Labels count from 1, so the last class is one that the model does not have.
// source: https://github.com/milesial/Pytorch-UNet/issues/258
// caught: run

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Kind : Dim<Kind>(3)

fun wrong() {
    val scores = normal(Batch of 3, Kind)
    val labels = tensor(Batch of 3, DType.I64) { it + 1 }
    val loss = crossEntropy(scores, labels)
}

fun right() {
    val scores = normal(Batch of 3, Kind)
    val labels = tensor(Batch of 3, DType.I64) { it }
    val loss = crossEntropy(scores, labels)
}

// message:
// ShapeException: cross_entropy: target is no class: 3 at [2] is not in [0, 2]
//   target  [Batch = 3]
