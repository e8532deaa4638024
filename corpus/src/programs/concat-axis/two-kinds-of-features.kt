// What was seen and what was read stand one below the other, as if they were examples, and not side
// by side.
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Vision : Dim<Vision>(32)
object Text : Dim<Text>(16)

fun wrong() {
    val seen = normal(Batch of 8, Vision)
    val read = normal(Batch of 8, Text)
    val both = seen.catFirst(read)
}

fun right() {
    val seen = normal(Batch of 8, Vision)
    val read = normal(Batch of 8, Text)
    val both = seen.cat(read)
}

// message:
// Argument type mismatch: actual type is 'Tensor<Mat<Batch, Text>>', but 'Tensor<Mat<Dim<*>, Vision>>' was expected.
