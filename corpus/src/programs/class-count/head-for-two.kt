// The head of a classifier of 102 flowers was left as it was for two classes.
// source: https://github.com/udacity/aipnd-project/issues/1
// caught: types

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Features : Dim<Features>(1024)
object Hidden : Dim<Hidden>(256)
object Flower : Dim<Flower>(102)
object CatOrDog : Dim<CatOrDog>(2)

fun wrong() {
    val head: Layer<Features, Flower> = Linear(Features, Hidden).relu() then Linear(Hidden, CatOrDog)
    val scores = head(zeros(Batch of 4, Features))
}

fun right() {
    val head: Layer<Features, Flower> = Linear(Features, Hidden).relu() then Linear(Hidden, Flower)
    val scores = head(zeros(Batch of 4, Features))
}

// message:
// Initializer type mismatch: expected 'Layer<Features, Flower>', actual 'Layer<Features, CatOrDog>'.
