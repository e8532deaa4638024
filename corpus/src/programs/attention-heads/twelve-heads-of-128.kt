// 128 features do not divide into 12 heads.
// source: https://github.com/Project-MONAI/GenerativeModels/issues/359
// source: https://github.com/open-mmlab/mmaction2/issues/1271
// caught: plugin

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Time : Dim<Time>()
object Model : Dim<Model>(128)

fun wrong() {
    val attention = MultiheadAttention(Model, heads = 12, batchFirst = true)
    val y = attention(normal(Batch of 2, Time of 5, Model))
}

fun right() {
    val attention = MultiheadAttention(Model, heads = 8, batchFirst = true)
    val y = attention(normal(Batch of 2, Time of 5, Model))
}

// message:
// shape: multihead_attention: the features do not divide into heads: 128 % 12 != 0; input [Batch = 2, Time = 5, Model = 128]
