// Each row is divided by its sum; but the sums are a vector of examples, and a vector stretches
// along rows.
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Words : Dim<Words>(50)

fun wrong() {
    val counts = ones(Batch of 6, Words)
    val shares = counts / counts.sum(Words)
}

fun right() {
    val counts = ones(Batch of 6, Words)
    val shares = counts / counts.sumKeep(Words)
}

// message:
// Argument type mismatch: actual type is 'Tensor<Vec<Batch>>', but 'Tensor<out Mat<Batch, Words>>' was expected.
