// A net whose last layer was made for images of 128 by 128 is given images of 256 by 256.
// source: https://github.com/keras-team/keras/issues/19367
// source: https://github.com/a312863063/SimSwapHD/issues/21
// caught: plugin

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Colors : Dim<Colors>(3)
object Side : Dim<Side>()
object Features : Dim<Features>(48)

fun wrong() {
    val images = zeros(Batch of 2, Colors, Side of 256, Side of 256)
    val pooled = AvgPool2d(kernel = 32)(images, rows = Dyn, columns = Dyn)
    val features = Flatten()(pooled, to = Features)
}

fun right() {
    val images = zeros(Batch of 2, Colors, Side of 128, Side of 128)
    val pooled = AvgPool2d(kernel = 32)(images, rows = Dyn, columns = Dyn)
    val features = Flatten()(pooled, to = Features)
}

// message:
// shape: flatten: the number of elements differs: 48 != 192; input [Batch = 2, Colors = 3, 8, 8]
