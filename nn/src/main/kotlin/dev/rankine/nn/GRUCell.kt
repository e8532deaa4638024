package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.gruCellOp
import dev.rankine.ops.named
import dev.rankine.ops.scope
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * One step of gated recurrent units; see [RecurrentCell] and [GRU]. `[N, I] [N, H] -> [N, H]`.
 *
 * @throws ShapeException if a dim declares no size.
 */
@ShapeRule(CELL_RULE)
@OptIn(UncheckedShape::class)
public class GRUCell<I : Dim<*>, H : Dim<*>>(input: Sized<I>, hidden: Sized<H>, bias: Boolean = true) :
    RecurrentCell<I, H>("gru_cell", 3, input.toAxis(), hidden.toAxis(), bias) {
    /** The next state; [state] is zeros if null. Throws [ShapeException] if sizes do not fit. */
    public fun call(x: Value, state: Value? = null): Value =
        scope(word) {
            val before = stateFor(x, state)
            val next = gruCellOp(Unit, listOf(weights.products(x), recurrentProducts(before), before))[0]
            next.named(named(x, next.sizes))
        }

    /** `[N, I] [N, H] -> [N, H]`; the state is zeros if null. Throws [ShapeException] if sizes do not fit. */
    @JvmName("invoke2")
    public operator fun <N : Dim<*>> invoke(x: Tensor<Mat<N, I>>, state: Tensor<Mat<N, H>>? = null): Tensor<Mat<N, H>> =
        call(x.value, state?.value).unchecked()

    /** `[I] [H] -> [H]`; the state is zeros if null. Throws [ShapeException] if sizes do not fit. */
    @JvmName("invoke1")
    public operator fun invoke(x: Tensor<Vec<I>>, state: Tensor<Vec<H>>? = null): Tensor<Vec<H>> = call(x.value, state?.value).unchecked()
}
