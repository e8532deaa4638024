// Without padding, a kernel of 3 with stride 2 leaves 15 rows of 32; whoever stacks such layers
// counts on 16.
// caught: plugin

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Colors : Dim<Colors>(3)
object Maps : Dim<Maps>(8)
object Rows : Dim<Rows>(32)
object Columns : Dim<Columns>(32)

fun wrong() {
    val images = normal(Batch of 2, Colors, Rows, Columns)
    val maps = Conv2d(Colors, Maps, kernel = 3, stride = 2).halving(images)
}

fun right() {
    val images = normal(Batch of 2, Colors, Rows, Columns)
    val maps = Conv2d(Colors, Maps, kernel = 3, stride = 2, padding = 1).halving(images)
}

// message:
// shape: halving: the rows are not halved: 30 != 32; input [Batch = 2, Colors = 3, Rows = 32, Columns = 32]
