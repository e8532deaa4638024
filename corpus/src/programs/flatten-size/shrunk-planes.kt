// A kernel of 5 without padding takes 4 rows and 4 columns away; whoever counted the features took
// the planes to stay as they are.
// source: https://github.com/securefederatedai/openfederatedlearning/issues/226
// caught: plugin

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Gray : Dim<Gray>(1)
object Maps : Dim<Maps>(6)
object Rows : Dim<Rows>(28)
object Columns : Dim<Columns>(28)
object InnerRows : Dim<InnerRows>(24)
object InnerColumns : Dim<InnerColumns>(24)
object Whole : Dim<Whole>(4704)
object Inner : Dim<Inner>(3456)

fun wrong() {
    val conv = Conv2d(Gray, Maps, kernel = 5)
    val maps = conv(zeros(Batch of 2, Gray, Rows, Columns), rows = InnerRows, columns = InnerColumns)
    val features = Flatten()(maps, to = Whole)
}

fun right() {
    val conv = Conv2d(Gray, Maps, kernel = 5)
    val maps = conv(zeros(Batch of 2, Gray, Rows, Columns), rows = InnerRows, columns = InnerColumns)
    val features = Flatten()(maps, to = Inner)
}

// message:
// shape: flatten: the number of elements differs: 4704 != 3456; input [Batch = 2, Maps = 6, InnerRows = 24, InnerColumns = 24]
