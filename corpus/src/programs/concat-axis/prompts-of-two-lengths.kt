// The prompt has grown to two windows of 77 words, the empty one that is joined with it to one
// batch has not.
// source: https://github.com/hlky/nataili/issues/145
// caught: plugin

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
// shape: cat_first: Time differs: 77 != 154; left [Batch = 1, Time = 77, Width = 16], right [Batch = 1, Time = 154, Width = 16]
