// A layer of a dense block is given what came in beside what the layer before it made, and was
// declared for what came in alone.
// caught: types

import dev.rankine.nn.*
import dev.rankine.ops.Padding
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Stem : Dim<Stem>(8)
object Growth : Dim<Growth>(4)
object Rows : Dim<Rows>(6)
object Columns : Dim<Columns>(6)

fun wrong() {
    val x = normal(Batch of 2, Stem, Rows, Columns)
    val first = Conv2d(Stem, Growth, kernel = 3, padding = Padding.SAME)(x)
    val second = Conv2d(Stem, Growth, kernel = 3, padding = Padding.SAME)(x.cat(first, over = Stem))
}

fun right() {
    val x = normal(Batch of 2, Stem, Rows, Columns)
    val first = Conv2d(Stem, Growth, kernel = 3, padding = Padding.SAME)(x)
    val second = Conv2d(Stem + Growth, Growth, kernel = 3, padding = Padding.SAME)(x.cat(first, over = Stem))
}

// message:
// Argument type mismatch: actual type is 'Tensor<Rank4<Batch, Plus<Stem, Growth>, Rows, Columns>>', but 'Tensor<Rank4<*, Stem, *, *>>' was expected.
