// The prompt has grown to two windows of 77 words, the empty one that is joined with it to one
// batch has not.
// source: https://github.com/hlky/nataili/issues/145
// caught: run

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Time : Dim<Time>()
object Width : Dim<Width>(16)

fun wrong() {
    val unconditional = normal(Batch of 1, Time of 77, Width)
    val conditional = normal(Batch of 1, Time of 154, Width)
    val both = unconditional.catFirst(conditional)
}

fun right() {
    val unconditional = normal(Batch of 1, Time of 154, Width)
    val conditional = normal(Batch of 1, Time of 154, Width)
    val both = unconditional.catFirst(conditional)
}

// message:
// ShapeException: cat: sizes differ beside axis 0: [Batch = 1, Time = 77, Width = 16] and [Batch = 1, Time = 154, Width = 16]
//   input 1      [Batch = 1, Time = 77, Width = 16]
//   input 2      [Batch = 1, Time = 154, Width = 16]
//   Time of 77   concat_axis_prompts_of_two_lengths_wrong.kt:15
//   Time of 154  concat_axis_prompts_of_two_lengths_wrong.kt:16
