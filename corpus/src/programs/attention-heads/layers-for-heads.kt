// The number of layers was given as the number of heads.
// source: https://github.com/rasbt/LLMs-from-scratch/issues/444
// caught: plugin

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Time : Dim<Time>()
object Model : Dim<Model>(400)

fun wrong() {
    val layer = TransformerEncoderLayer(Model, heads = 48, feedForward = Dyn of 64)
    val y = layer(normal(Time of 5, Model))
}

fun right() {
    val layer = TransformerEncoderLayer(Model, heads = 25, feedForward = Dyn of 64)
    val y = layer(normal(Time of 5, Model))
}

// message:
// shape: transformer_encoder_layer: the features do not divide into heads: 400 % 48 != 0; input [Time = 5, Model = 400]
