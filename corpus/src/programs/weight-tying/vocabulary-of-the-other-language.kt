// The scores come from the table of the source language, the bias behind them counts the words of
// the target.
// source: https://github.com/OpenNMT/OpenNMT-tf/issues/687
// caught: types

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Source : Dim<Source>(40)
object Target : Dim<Target>(60)
object Model : Dim<Model>(16)

fun wrong() {
    val source = Embedding(Source, Model)
    val target = Embedding(Target, Model)
    val states = normal(Batch of 3, Model)
    val scores = (states matmul source.weight.tensor.t()) + zeros(Target)
}

fun right() {
    val source = Embedding(Source, Model)
    val target = Embedding(Target, Model)
    val states = normal(Batch of 3, Model)
    val scores = (states matmul target.weight.tensor.t()) + zeros(Target)
}

// message:
// Argument type mismatch: actual type is 'Tensor<Vec<Target>>', but 'Tensor<out Mat<Batch, Source>>' was expected.
