// Gray images have one channel, but the tensor has no axis for it.
// source: https://github.com/harshitbansal05/Image-Colorization/issues/1
// caught: types

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Gray : Dim<Gray>(1)
object Maps : Dim<Maps>(8)
object Rows : Dim<Rows>(32)
object Columns : Dim<Columns>(32)

fun wrong() {
    val images = normal(Batch of 4, Rows, Columns)
    val maps = Conv2d(Gray, Maps, kernel = 3, padding = 1)(images)
}

fun right() {
    val images = normal(Batch of 4, Rows, Columns)
    val maps = Conv2d(Gray, Maps, kernel = 3, padding = 1)(images.reshape(Batch of 4, Gray, Rows, Columns))
}

// message:
// Argument type mismatch: actual type is 'Tensor<Cube<Batch, Rows, Columns>>', but 'Tensor<Rank4<*, Gray, *, *>>' was expected.
