// Two pools leave 7 by 7 of 28 by 28 pixels: 32 maps have 1568 numbers, and the layer behind them
// was given 1050.
// source: https://androidkt.com/fix-runtimeerror-mat1-and-mat2-shapes-cannot-be-multiplied/
// caught: plugin

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Maps : Dim<Maps>(32)
object Rows : Dim<Rows>(28)
object Columns : Dim<Columns>(28)
object LastRows : Dim<LastRows>(7)
object LastColumns : Dim<LastColumns>(7)
object Features : Dim<Features>(1050)
object Joined : Dim<Joined>(1568)
object Digit : Dim<Digit>(10)

fun wrong() {
    val maps = normal(Batch of 2, Maps, Rows, Columns)
    val pooled = MaxPool2d(kernel = 4)(maps, rows = LastRows, columns = LastColumns)
    val scores = Linear(Features, Digit)(Flatten()(pooled, to = Features))
}

fun right() {
    val maps = normal(Batch of 2, Maps, Rows, Columns)
    val pooled = MaxPool2d(kernel = 4)(maps, rows = LastRows, columns = LastColumns)
    val scores = Linear(Joined, Digit)(Flatten()(pooled, to = Joined))
}

// message:
// shape: flatten: the number of elements differs: 1050 != 1568; input [Batch = 2, Maps = 32, LastRows = 7, LastColumns = 7]
