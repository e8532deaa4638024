// The table of positions was made for planes of 16 by 16; images of 224 pixels leave 14 by 14.
// source: https://github.com/leaderj1001/BottleneckTransformers/issues/6
// caught: plugin

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Place : Dim<Place>()
object Model : Dim<Model>(16)

fun wrong() {
    val maps = normal(Batch of 2, Place of 14 * 14, Model)
    val positions = normal(Place of 16 * 16, Model)
    val y = maps + positions
}

fun right() {
    val maps = normal(Batch of 2, Place of 14 * 14, Model)
    val positions = normal(Place of 14 * 14, Model)
    val y = maps + positions
}

// message:
// shape: plus: sizes do not broadcast: 196 against 256 on axis -2; left [Batch = 2, Place = 196, Model = 16], right [Place = 256, Model = 16]
