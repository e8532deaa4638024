// Inside the block of a scope function the batches have other sizes.
// caught: plugin

import dev.rankine.shapes.Dim
import dev.rankine.shapes.of
import dev.rankine.tensor.normal
import dev.rankine.tensor.plus

object Batch : Dim<Batch>()
object Model : Dim<Model>(16)

fun wrong() {
    normal(Batch of 2, Model).let { x -> x + normal(Batch of 3, Model) }
}

fun right() {
    normal(Batch of 2, Model).let { x -> x + normal(Batch of 2, Model) }
}

// message:
// shape: add: sizes do not broadcast: 2 against 3 on axis -2; left [Batch = 2, Model = 16], right [Batch = 3, Model = 16]
