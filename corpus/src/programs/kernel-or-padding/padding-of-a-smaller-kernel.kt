// A kernel of 3 became one of 5 and kept the padding of 3: the planes shrink, where the program
// counts on their staying as they are.
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
    val images = normal(Batch of 4, Colors, Rows, Columns)
    val maps = Conv2d(Colors, Maps, kernel = 5, padding = 1)(images)
}

fun right() {
    val images = normal(Batch of 4, Colors, Rows, Columns)
    val maps = Conv2d(Colors, Maps, kernel = 5, padding = 2)(images)
}

// message:
// shape: conv2d: the rows do not stay as they are: 30 != 32; input [Batch = 4, Colors = 3, Rows = 32, Columns = 32]
