// 512 numbers do not make six heads of 85.
// source: https://github.com/Pang-Yatian/Point-MAE/issues/24
// caught: plugin

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Time : Dim<Time>()
object Model : Dim<Model>(512)
object Heads : Dim<Heads>()
object Width : Dim<Width>()

fun wrong() {
    val states = normal(Batch of 2, Time of 7, Model)
    val heads = states.unflatten(Heads of 6, Width of 85)
}

fun right() {
    val states = normal(Batch of 2, Time of 7, Model)
    val heads = states.unflatten(Heads of 8, Width of 64)
}

// message:
// shape: unflatten: the parts do not make the axis: 512 != 510; input [Batch = 2, Time = 7, Model = 512]
