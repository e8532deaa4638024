package dev.rankine.data

import dev.rankine.ops.Holder
import dev.rankine.ops.Value
import dev.rankine.shapes.Shape
import dev.rankine.tensor.Tensor

/**
 * Inputs and what a model should answer to them: `val (x, y) = batch`.
 *
 * @property inputs what the model is given, one example per index of the first axis.
 * @property targets the right answers, in the same order.
 */
public data class Labelled<X : Shape, Y : Shape>(public val inputs: Tensor<X>, public val targets: Tensor<Y>) : Holder {
    override fun heldValues(): List<Value> = listOf(inputs.value, targets.value)
}
