// Weights of a model of 1000 classes are loaded into one of 20.
// source: https://github.com/open-mmlab/mmpretrain/issues/1744
// caught: run

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Features : Dim<Features>(64)

fun wrong() {
    val trained = Linear(Features, Dyn of 1000)
    val model = Linear(Features, Dyn of 20)
    model.loadStateDict(trained.stateDict())
}

fun right() {
    val trained = Linear(Features, Dyn of 1000)
    val model = Linear(Features, Dyn of 20)
    trained.loadStateDict(trained.stateDict())
}

// message:
// StateException: loadStateDict: the state is of another model: 0 missing, 0 unexpected, 2 mismatched; nothing was changed
//   mismatched  weight [Dyn = 1000, Features = 64], the model has [Dyn = 20, Features = 64]
//   mismatched  bias   [Dyn = 1000], the model has [Dyn = 20]
//   hint: build the model with the sizes and types that the state has
