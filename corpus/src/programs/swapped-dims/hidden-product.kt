// The weight of the second layer is made with its two axes the other way round.
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Pixels : Dim<Pixels>(784)
object Hidden : Dim<Hidden>(64)
object Digit : Dim<Digit>(10)

fun wrong() {
    val images = normal(Batch of 32, Pixels)
    val first = normal(Pixels, Hidden)
    val second = normal(Digit, Hidden)
    val scores = (images matmul first).relu() matmul second
}

fun right() {
    val images = normal(Batch of 32, Pixels)
    val first = normal(Pixels, Hidden)
    val second = normal(Hidden, Digit)
    val scores = (images matmul first).relu() matmul second
}

// message:
// Argument type mismatch: actual type is 'Tensor<Mat<Digit, Hidden>>', but 'Tensor<Mat<Hidden, Dim<*>>>' was expected.
