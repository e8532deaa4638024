// The weight of a layer is stored as [out, in]; a product by hand needs it the other way round.
// caught: types

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Pixels : Dim<Pixels>(784)
object Digit : Dim<Digit>(10)

fun wrong() {
    val layer = Linear(Pixels, Digit)
    val images = zeros(Batch of 64, Pixels)
    val scores = images matmul layer.weight.tensor
}

fun right() {
    val layer = Linear(Pixels, Digit)
    val images = zeros(Batch of 64, Pixels)
    val scores = images matmul layer.weight.tensor.t()
}

// message:
// Argument type mismatch: actual type is 'Tensor<Mat<Digit, Pixels>>', but 'Tensor<Mat<Pixels, Dim<*>>>' was expected.
