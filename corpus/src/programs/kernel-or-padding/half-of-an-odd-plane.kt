// 35 rows have no half: a pool leaves 17, and doubled again they are 34.
// source: https://github.com/hayashimasa/UNet-PyTorch/issues/3
// caught: plugin

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Maps : Dim<Maps>(8)
object Rows : Dim<Rows>()
object Columns : Dim<Columns>()

fun wrong() {
    val maps = normal(Batch of 2, Maps, Rows of 35, Columns of 36)
    val halves = MaxPool2d(kernel = 2).halving(maps)
}

fun right() {
    val maps = normal(Batch of 2, Maps, Rows of 36, Columns of 36)
    val halves = MaxPool2d(kernel = 2).halving(maps)
}

// message:
// shape: max_pool2d: the rows are not halved: 34 != 35; input [Batch = 2, Maps = 8, Rows = 35, Columns = 36]
