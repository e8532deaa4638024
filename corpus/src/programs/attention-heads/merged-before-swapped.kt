// The heads are merged while time still stands between them and their width: places and features
// get mixed.
// caught: types

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Heads : Dim<Heads>(4)
object Time : Dim<Time>()
object Width : Dim<Width>(8)
object Model : Dim<Model>(32)

fun wrong() {
    val found = normal(Batch of 2, Heads, Time of 7, Width)
    val y = Linear(Heads * Width, Model)(found.merge())
}

fun right() {
    val found = normal(Batch of 2, Heads, Time of 7, Width)
    val y = Linear(Heads * Width, Model)(found.transpose(Heads, Time).merge())
}

// message:
// 'fun <A : Dim<*>, B : Dim<*>, Last : Dim<*>> invoke(x: Tensor<Cube<A, B, Last>>, takes: Times<Heads, Width>?): Tensor<Cube<A, B, Model>>' is deprecated. shape: the last axis of the tensor is not the input axis of the layer.
