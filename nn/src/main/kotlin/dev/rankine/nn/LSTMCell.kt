package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.lstmCellOp
import dev.rankine.ops.named
import dev.rankine.ops.scope
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * One step of a long short-term memory; see [RecurrentCell] and [LSTM]. `[N, I] ([N, H] [N, H]) -> [N, H] [N, H]`.
 *
 * @throws ShapeException if a dim declares no size.
 */
@OptIn(UncheckedShape::class)
public class LSTMCell<I : Dim<*>, H : Dim<*>>(input: Sized<I>, hidden: Sized<H>, bias: Boolean = true) :
    RecurrentCell<I, H>("lstm_cell", 4, input.toAxis(), hidden.toAxis(), bias) {
    /** The next state and cells; [state] is zeros if null. Throws [ShapeException] if sizes do not fit. */
    public fun call(x: Value, state: Pair<Value, Value>? = null): Pair<Value, Value> =
        scope(word) {
            val hidden = stateFor(x, state?.first)
            val cell = stateFor(x, state?.second, "cells")
            val (h, c) = lstmCellOp(Unit, listOf(weights.products(x), recurrentProducts(hidden), cell))
            h.named(named(x, h.sizes)) to c.named(named(x, c.sizes))
        }

    /** `[N, I] ([N, H] [N, H]) -> [N, H] [N, H]`; the state is zeros if null. Throws [ShapeException] if sizes do not fit. */
    @JvmName("invoke2")
    public operator fun <N : Dim<*>> invoke(
        x: Tensor<Mat<N, I>>,
        state: LSTMState<Mat<N, H>, Mat<N, H>>? = null,
    ): LSTMState<Mat<N, H>, Mat<N, H>> {
        val (h, c) = call(x.value, state?.let { it.hidden.value to it.cell.value })
        return LSTMState(h.unchecked(), c.unchecked())
    }

    /** `[I] ([H] [H]) -> [H] [H]`; the state is zeros if null. Throws [ShapeException] if sizes do not fit. */
    @JvmName("invoke1")
    public operator fun invoke(x: Tensor<Vec<I>>, state: LSTMState<Vec<H>, Vec<H>>? = null): LSTMState<Vec<H>, Vec<H>> {
        val (h, c) = call(x.value, state?.let { it.hidden.value to it.cell.value })
        return LSTMState(h.unchecked(), c.unchecked())
    }
}
