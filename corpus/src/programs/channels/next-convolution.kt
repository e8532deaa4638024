// The first convolution gives 32 maps, the second was written for 64.
// source: https://www.iiask.com/34l58747.html
// caught: plugin

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Gray : Dim<Gray>(1)
object Rows : Dim<Rows>(16)
object Columns : Dim<Columns>(16)

fun wrong() {
    val first = Conv2d(Gray, Dyn of 32, kernel = 3, padding = 1)
    val second = Conv2d(Dyn of 64, Dyn of 64, kernel = 3, padding = 1)
    val maps = second(first(zeros(Batch of 2, Gray, Rows, Columns)))
}

fun right() {
    val first = Conv2d(Gray, Dyn of 32, kernel = 3, padding = 1)
    val second = Conv2d(Dyn of 32, Dyn of 64, kernel = 3, padding = 1)
    val maps = second(first(zeros(Batch of 2, Gray, Rows, Columns)))
}

// message:
// shape: conv2d: the channels are not those that the convolution takes: 32 != 64; input [Batch = 2, 32, Rows = 16, Columns = 16]
