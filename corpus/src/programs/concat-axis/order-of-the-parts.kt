// The layer was made for what was seen followed by what was read. The other order has as many
// features, and is another thing.
// caught: types

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Vision : Dim<Vision>(32)
object Text : Dim<Text>(32)
object Answer : Dim<Answer>(5)

fun wrong() {
    val seen = normal(Batch of 8, Vision)
    val read = normal(Batch of 8, Text)
    val scores = Linear(Vision + Text, Answer)(read.cat(seen))
}

fun right() {
    val seen = normal(Batch of 8, Vision)
    val read = normal(Batch of 8, Text)
    val scores = Linear(Vision + Text, Answer)(seen.cat(read))
}

// message:
// 'fun <A : Dim<*>, Last : Dim<*>> invoke(x: Tensor<Mat<A, Last>>, takes: Plus<Vision, Text>?): Tensor<Mat<A, Answer>>' is deprecated. shape: the last axis of the tensor is not the input axis of the layer.
