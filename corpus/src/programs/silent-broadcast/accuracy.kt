// Answers are a vector and labels a column: comparing all with all gives an accuracy of nothing.
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Digit : Dim<Digit>(10)

fun wrong() {
    val answers = normal(Batch of 32, Digit).argmax(Digit)
    val labels = zeros(Batch of 32, DType.I64).unsqueezeLast()
    val correct = (answers eq labels).to(DType.F32).mean()
}

fun right() {
    val answers = normal(Batch of 32, Digit).argmax(Digit)
    val labels = zeros(Batch of 32, DType.I64)
    val correct = (answers eq labels).to(DType.F32).mean()
}

// message:
