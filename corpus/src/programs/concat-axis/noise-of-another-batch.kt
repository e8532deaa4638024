// The noise that stands beside the code was drawn for three examples, not for the 32 of the batch.
// source: https://github.com/dansuh17/segan-pytorch/issues/27
// caught: run

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
// ShapeException: cat: sizes differ beside axis 2: [Batch = 32, Time = 8, Code = 16] and [Batch = 3, Time = 8, Noise = 16]
//   input 1      [Batch = 32, Time = 8, Code = 16]
//   input 2      [Batch = 3, Time = 8, Noise = 16]
//   Batch of 32  concat_axis_noise_of_another_batch_wrong.kt:15
//   Batch of 3   concat_axis_noise_of_another_batch_wrong.kt:16
