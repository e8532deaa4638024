// The maps of a convolution go into a linear layer as they are: it meets columns where it wants
// features.
// source: https://github.com/udacity/deep-learning-v2-pytorch/issues/396
// caught: types

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Maps : Dim<Maps>(16)
object Rows : Dim<Rows>(7)
object Columns : Dim<Columns>(7)
object Features : Dim<Features>(784)
object Digit : Dim<Digit>(10)

fun wrong() {
    val maps = normal(Batch of 2, Maps, Rows, Columns)
    val scores = Linear(Features, Digit)(maps)
}

fun right() {
    val maps = normal(Batch of 2, Maps, Rows, Columns)
    val scores = Linear(Features, Digit)(Flatten()(maps, to = Features))
}

// message:
// 'fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Last : Dim<*>> invoke(x: Tensor<Rank4<A, B, C, Last>>, takes: Features?): Tensor<Rank4<A, B, C, Digit>>' is deprecated. shape: the last axis of the tensor is not the input axis of the layer.
