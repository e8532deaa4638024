// Without the name of an axis, `cat` joins the last one: the columns of an image, where its planes
// were to be put together.
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Raised : Dim<Raised>(16)
object Skipped : Dim<Skipped>(16)
object Rows : Dim<Rows>(44)
object Columns : Dim<Columns>(44)

fun wrong() {
    val skipped = normal(Batch of 1, Skipped, Rows, Columns)
    val raised = normal(Batch of 1, Raised, Rows, Columns)
    val both = raised.cat(skipped)
}

fun right() {
    val skipped = normal(Batch of 1, Skipped, Rows, Columns)
    val raised = normal(Batch of 1, Raised, Rows, Columns)
    val both = raised.cat(skipped, over = Raised)
}

// message:
// Argument type mismatch: actual type is 'Tensor<Rank4<Batch, Skipped, Rows, Columns>>', but 'Tensor<Rank4<Batch, Raised, Rows, Dim<*>>>' was expected.
