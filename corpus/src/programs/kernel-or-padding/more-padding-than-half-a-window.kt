// With 3 pixels of padding, a window of 4 at the edge could lie in the padding alone but for one
// pixel; at most half of a window may.
// source: https://github.com/pytorch/pytorch/issues/3298
// caught: plugin

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Gray : Dim<Gray>(1)
object Rows : Dim<Rows>(20)
object Columns : Dim<Columns>(20)

fun wrong() {
    val image = normal(Batch of 1, Gray, Rows, Columns)
    val pooled = MaxPool2d(kernel = 4, stride = 4, padding = 3)(image, rows = Dyn of 6, columns = Dyn of 6)
}

fun right() {
    val image = normal(Batch of 1, Gray, Rows, Columns)
    val pooled = MaxPool2d(kernel = 4, stride = 4, padding = 2)(image, rows = Dyn of 6, columns = Dyn of 6)
}

// message:
// shape: max_pool2d: padding is more than half of the kernel: 6 > 4; input [Batch = 1, Gray = 1, Rows = 20, Columns = 20]
