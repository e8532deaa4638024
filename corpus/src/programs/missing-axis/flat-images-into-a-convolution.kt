// The loader still flattens images for the perceptron that was there before the convolution.
// source: https://e-com-net.com/article/1743708265516122112.htm
// caught: types

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Pixels : Dim<Pixels>(784)
object Gray : Dim<Gray>(1)
object Rows : Dim<Rows>(28)
object Columns : Dim<Columns>(28)
object Maps : Dim<Maps>(8)

fun wrong() {
    val images = normal(Batch of 4, Pixels)
    val maps = Conv2d(Gray, Maps, kernel = 3, padding = 1)(images)
}

fun right() {
    val images = normal(Batch of 4, Pixels)
    val maps = Conv2d(Gray, Maps, kernel = 3, padding = 1)(images.unflatten(Gray, Rows, Columns))
}

// message:
// Argument type mismatch: actual type is 'Tensor<Mat<Batch, Pixels>>', but 'Tensor<Rank4<*, Gray, *, *>>' was expected.
