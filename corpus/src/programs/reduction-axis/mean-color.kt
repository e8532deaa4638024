// The mean of the colours has no axis of colours; taken from the images, its batch would meet their
// colours.
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Colors : Dim<Colors>(3)
object Rows : Dim<Rows>(8)
object Columns : Dim<Columns>(8)

fun wrong() {
    val images = normal(Batch of 3, Colors, Rows, Columns)
    val centred = images - images.mean(Colors)
}

fun right() {
    val images = normal(Batch of 3, Colors, Rows, Columns)
    val centred = images - images.meanKeep(Colors)
}

// message:
// Argument type mismatch: actual type is 'Tensor<Cube<Batch, Rows, Columns>>', but 'Tensor<out Rank4<Batch, Colors, Rows, Columns>>' was expected.
