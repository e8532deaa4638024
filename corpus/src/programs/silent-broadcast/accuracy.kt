// Answers are a vector and labels a column of a table: comparing all with all would give an
// accuracy of nothing.
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Digit : Dim<Digit>(10)
object Label : Dim<Label>(1)

fun wrong() {
    val answers = normal(Batch of 32, Digit).argmax(Digit)
    val labels = zeros(Batch of 32, Label, DType.I64)
    val accuracy = (answers eq labels).to(DType.F32).mean()
}

fun right() {
    val answers = normal(Batch of 32, Digit).argmax(Digit)
    val labels = zeros(Batch of 32, Label, DType.I64)
    val accuracy = (answers eq labels.select(Label, 0)).to(DType.F32).mean()
}

// message:
// Argument type mismatch: actual type is 'Tensor<Mat<Batch, Label>>', but 'Tensor<out Vec<Batch>>' was expected.
