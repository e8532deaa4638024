package dev.rankine.nn

import dev.rankine.ops.Holder
import dev.rankine.ops.Value
import dev.rankine.shapes.Shape
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.detach

/**
 * What a long short-term memory carries from step to step: PyTorch's `(h, c)`.
 *
 * @param S the shape of the state that it gives out.
 * @param C the shape of the cells.
 * @property hidden the state that it gives out.
 * @property cell the cells.
 */
public data class LSTMState<S : Shape, C : Shape>(public val hidden: Tensor<S>, public val cell: Tensor<C>) : Holder {
    /** The same numbers without history: where a long sequence is learnt in pieces, no gradient flows back from one to the one before. */
    public fun detach(): LSTMState<S, C> = LSTMState(hidden.detach(), cell.detach())

    override fun heldValues(): List<Value> = listOf(hidden.value, cell.value)
}
