// A block adds its input to what a convolution without padding leaves of it: two rows and two
// columns less.
// caught: plugin

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Maps : Dim<Maps>(8)
object Rows : Dim<Rows>(16)
object Columns : Dim<Columns>(16)

fun wrong() {
    class Block : Net<Rank4<Batch, Maps, Rows, Columns>, Rank4<Batch, Maps, Rows, Columns>>() {
        private val conv by Conv2d(Maps, Maps, kernel = 3)

        override fun forward(x: Tensor<Rank4<Batch, Maps, Rows, Columns>>) = conv(x).relu() + x
    }
    val y = Block()(normal(Batch of 2, Maps, Rows, Columns))
}

fun right() {
    class Block : Net<Rank4<Batch, Maps, Rows, Columns>, Rank4<Batch, Maps, Rows, Columns>>() {
        private val conv by Conv2d(Maps, Maps, kernel = 3, padding = 1)

        override fun forward(x: Tensor<Rank4<Batch, Maps, Rows, Columns>>) = conv(x).relu() + x
    }
    val y = Block()(normal(Batch of 2, Maps, Rows, Columns))
}

// message:
// shape: conv2d: the rows do not stay as they are: 14 != 16; input [Batch, Maps = 8, Rows = 16, Columns = 16]
