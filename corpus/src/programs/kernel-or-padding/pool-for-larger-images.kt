// The last pool was written for planes of 8 by 8; smaller images leave 5 by 5.
// source: https://github.com/tamerthamoqa/facenet-pytorch-glint360k/issues/6
// caught: plugin

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Maps : Dim<Maps>(32)
object Rows : Dim<Rows>(5)
object Columns : Dim<Columns>(5)

fun wrong() {
    val maps = normal(Batch of 2, Maps, Rows, Columns)
    val features = AvgPool2d(kernel = 8)(maps, rows = Dyn of 1, columns = Dyn of 1)
}

fun right() {
    val maps = normal(Batch of 2, Maps, Rows, Columns)
    val features = AvgPool2d(kernel = 5)(maps, rows = Dyn of 1, columns = Dyn of 1)
}

// message:
// shape: avg_pool2d: kernel is taller than the padded input: 5 < 8; input [Batch = 2, Maps = 32, Rows = 5, Columns = 5]
