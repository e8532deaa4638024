// A scan read from a file has three axes; the net wants a batch and a channel before them.
// source: https://github.com/enochkan/vox2vox/issues/5
// caught: plugin

import dev.rankine.shapes.*
import dev.rankine.tensor.*
import dev.rankine.ops.*

object Batch : Dim<Batch>()
object Gray : Dim<Gray>(1)
object Depth : Dim<Depth>(8)
object Rows : Dim<Rows>(8)
object Columns : Dim<Columns>(8)

fun wrong() {
    val scan = valueOf(FloatArray(8 * 8 * 8) { it.toFloat() }, 8, 8, 8)
    val batch = scan.typed(Batch of 1, Gray, Depth, Rows, Columns)
}

fun right() {
    val scan = valueOf(FloatArray(8 * 8 * 8) { it.toFloat() }, 1, 1, 8, 8, 8)
    val batch = scan.typed(Batch of 1, Gray, Depth, Rows, Columns)
}

// message:
// shape: typed: needs 5 axes: 3 given; input [8, 8, 8]
