package dev.rankine.nn

import dev.rankine.ops.LstmAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.isRecording
import dev.rankine.ops.lstmOp
import dev.rankine.ops.scope
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Vec
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * A long short-term memory, in layers on top of each other and in one or two directions, with or without projections; see [Recurrent].
 * `[T, N, I] -> [T, N, O]`. A step is `c' = sigmoid(f) c + sigmoid(i) tanh(g)`, `h' = sigmoid(o) tanh(c')`, where each gate is
 * `W x + b + U h + c`; the weights hold those of `i`, `f`, `g`, `o` one below the other. A projection makes the state of that result: `weight_hr_l0`
 * `[H, F]`. Hochreiter & Schmidhuber, Neural Computation 9 (1997); projections: Sak et al., arXiv:1402.1128.
 */
@OptIn(UncheckedShape::class)
public class LSTM<I : Dim<*>, H : Dim<*>, O : Dim<*>> internal constructor(
    input: Axis<I>,
    hidden: Axis<H>,
    output: Axis<O>,
    settings: RecurrentSettings,
    private val cells: Axis<*>? = null,
) : Recurrent<I, H, O>("lstm", 4, input, hidden, output, settings, cells?.size) {
    init {
        if (cells != null && cells.size <= hidden.size) {
            throw ShapeException("lstm: a projection makes the state smaller than the cells: $hidden, $cells")
        }
    }

    override val stateSizes: List<Int> get() = listOf(stateAxis.size, units)

    /**
     * The result and the final state: what it gives out and the cells, PyTorch's `(h_n, c_n)`.
     *
     * @param state where to start, `[layers * directions, N, H]` and `[layers * directions, N, F]`; zeros if null.
     * @param lengths `[N]`, integers: how many steps each sequence has; null if all have all.
     * @throws ShapeException if sizes do not fit, or a length is not in `[1, T]`.
     */
    public fun callWithState(x: Value, state: Pair<Value, Value>? = null, lengths: Value? = null): Pair<Value, Pair<Value, Value>> =
        scope(word) {
            val (y, states) = run(x, state?.toList(), lengths)
            y to (namedState(states[0], x, stateAxis) to namedState(states[1], x, Dyn of units))
        }

    /**
     * The result and the final state, the batch first. `[N, T, I] ([L, N, H] [L, N, F]) [N] -> [N, T, O] ([L, N, H] [L, N, F])`, where `L` counts layers and
     * directions.
     *
     * @throws ShapeException if sizes do not fit, the batch is not first, or a length is not in `[1, T]`.
     */
    @JvmName("withState3")
    public fun <N : Dim<*>, T : Dim<*>> withState(
        x: Tensor<Cube<N, T, I>>,
        state: LSTMState<Cube<Dyn, N, H>, Cube<Dyn, N, Dyn>>? = null,
        lengths: Tensor<Vec<N>>? = null,
    ): Pair<Tensor<Cube<N, T, O>>, LSTMState<Cube<Dyn, N, H>, Cube<Dyn, N, Dyn>>> {
        batchIsFirst(x)
        val (y, last) = callWithState(x.value, state?.values, lengths?.value)
        return y.unchecked<Cube<N, T, O>>() to LSTMState(last.first.unchecked(), last.second.unchecked())
    }

    /**
     * The result and the final state of one sequence. `[T, I] ([L, H] [L, F]) -> [T, O] ([L, H] [L, F])`. Throws [ShapeException] if sizes do not fit.
     */
    @JvmName("withState2")
    public fun <T : Dim<*>> withState(
        x: Tensor<Mat<T, I>>,
        state: LSTMState<Mat<Dyn, H>, Mat<Dyn, Dyn>>? = null,
    ): Pair<Tensor<Mat<T, O>>, LSTMState<Mat<Dyn, H>, Mat<Dyn, Dyn>>> {
        val (y, last) = callWithState(x.value, state?.values)
        return y.unchecked<Mat<T, O>>() to LSTMState(last.first.unchecked(), last.second.unchecked())
    }

    override fun walk(weights: RecurrentWeights, x: Value, first: List<Value>, mask: Value?, reverse: Boolean): List<Value> =
        lstmOp(
            LstmAttributes(reverse, cells != null, mask != null, keepsGates = isRecording),
            listOfNotNull(weights.biasedProducts(x), weights.recurrent, first[0], first[1], weights.projection, mask),
        ).take(2)

    private val LSTMState<*, *>.values: Pair<Value, Value> get() = hidden.value to cell.value
}
