// Each place predicts the next word, so there is one label less than there are places: the last
// scores must go.
// caught: plugin

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
// shape: cross_entropy: Time differs: 16 != 15; input 1 [Time = 16, Word = 100], input 2 [Time = 15]
