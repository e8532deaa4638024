// A net that reads batches is given one image, without the axis of the batch.
// source: https://github.com/michuanhaohao/reid-strong-baseline/issues/6
// source: https://github.com/isaaccorley/pytorch-enhance/issues/6
// caught: types

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Colors : Dim<Colors>(3)
object Rows : Dim<Rows>(8)
object Columns : Dim<Columns>(8)
object Features : Dim<Features>(192)
object Digit : Dim<Digit>(10)

class Classifier : Net<Rank4<Batch, Colors, Rows, Columns>, Mat<Batch, Digit>>() {
    private val fc by Linear(Features, Digit)

    override fun forward(x: Tensor<Rank4<Batch, Colors, Rows, Columns>>): Tensor<Mat<Batch, Digit>> = fc(Flatten()(x, to = Features))
}

fun wrong() {
    val images = normal(Batch of 4, Colors, Rows, Columns)
    val scores = Classifier()(images.select(Batch, 0))
}

fun right() {
    val images = normal(Batch of 4, Colors, Rows, Columns)
    val scores = Classifier()(images.narrow(Batch, 0, Batch of 1))
}

// message:
// Argument type mismatch: actual type is 'Tensor<Cube<Colors, Rows, Columns>>', but 'Tensor<Rank4<Batch, Colors, Rows, Columns>>' was expected.
