// The noise that stands beside the code was drawn for three examples, not for the 32 of the batch.
// source: https://github.com/dansuh17/segan-pytorch/issues/27
// caught: plugin

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Time : Dim<Time>()
object Code : Dim<Code>(16)
object Noise : Dim<Noise>(16)

fun wrong() {
    val code = normal(Batch of 32, Time of 8, Code)
    val noise = normal(Batch of 3, Time of 8, Noise)
    val both = code.cat(noise)
}

fun right() {
    val code = normal(Batch of 32, Time of 8, Code)
    val noise = normal(Batch of 32, Time of 8, Noise)
    val both = code.cat(noise)
}

// message:
// shape: cat: Batch differs: 32 != 3; left [Batch = 32, Time = 8, Code = 16], right [Batch = 3, Time = 8, Noise = 16]
