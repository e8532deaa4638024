// A layer's weight stands as [out, in], already turned: the decoder of a tied autoencoder
// multiplies by it as it is.
// source: https://github.com/nitishsrivastava/deepnet/issues/31
// caught: types

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Pixels : Dim<Pixels>(64)
object Code : Dim<Code>(8)

fun wrong() {
    val encoder = Linear(Pixels, Code)
    val images = normal(Batch of 3, Pixels)
    val again = encoder(images) matmul encoder.weight.tensor.t()
}

fun right() {
    val encoder = Linear(Pixels, Code)
    val images = normal(Batch of 3, Pixels)
    val again = encoder(images) matmul encoder.weight.tensor
}

// message:
// Argument type mismatch: actual type is 'Tensor<Mat<Pixels, Code>>', but 'Tensor<Mat<Code, Dim<*>>>' was expected.
