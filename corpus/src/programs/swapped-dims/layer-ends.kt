// The last layer of a chain is declared with its input and its output exchanged.
// caught: types

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Pixels : Dim<Pixels>(784)
object Hidden : Dim<Hidden>(64)
object Digit : Dim<Digit>(10)

fun wrong() {
    val model = Linear(Pixels, Hidden).relu() then Linear(Digit, Hidden)
    val scores = model(zeros(Batch of 32, Pixels))
}

fun right() {
    val model = Linear(Pixels, Hidden).relu() then Linear(Hidden, Digit)
    val scores = model(zeros(Batch of 32, Pixels))
}

// message:
// Argument type mismatch: actual type is 'Linear<Digit, Hidden>', but 'Layer<Hidden, Dim<*>>' was expected.
