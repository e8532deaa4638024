// Halved and doubled again, 89 rows are 88. The axes have the right names, and other sizes than those
// of the way down.
// source: https://github.com/keras-team/keras/issues/19964
// caught: plugin

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Raised : Dim<Raised>(16)
object Skipped : Dim<Skipped>(16)
object Rows : Dim<Rows>()
object Columns : Dim<Columns>()

fun wrong() {
    val skipped = normal(Batch of 1, Skipped, Rows of 89, Columns of 89)
    val raised = normal(Batch of 1, Raised, Rows of 88, Columns of 88)
    val both = raised.cat(skipped, over = Raised)
}

fun right() {
    val skipped = normal(Batch of 1, Skipped, Rows of 89, Columns of 89)
    val raised = normal(Batch of 1, Raised, Rows of 88, Columns of 88)
    val both = raised.cat(skipped.narrow(Rows, 0, Rows of 88).narrow(Columns, 0, Columns of 88), over = Raised)
}

// message:
// shape: cat: Rows differs: 88 != 89; left [Batch = 1, Raised = 16, Rows = 88, Columns = 88], right [Batch = 1, Skipped = 16, Rows = 89, Columns = 89]
