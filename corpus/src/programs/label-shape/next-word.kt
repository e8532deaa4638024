// Each place predicts the next word, so there is one label less than there are places: the last
// scores must go.
// caught: run

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Time : Dim<Time>()
object Word : Dim<Word>(100)

fun wrong() {
    val scores = normal(Time of 16, Word)
    val labels = zeros(Time of 15, DType.I64)
    val loss = crossEntropy(scores, labels)
}

fun right() {
    val scores = normal(Time of 16, Word)
    val labels = zeros(Time of 15, DType.I64)
    val loss = crossEntropy(scores.narrow(Time, start = 0, Time of 15), labels)
}

// message:
// ShapeException: cross_entropy: n differs: 16 != 15
//   input       [Time = 16, Word = 100]
//   target      [Time = 15]
//   Time of 16  next-word.kt:12
//   Time of 15  next-word.kt:13
