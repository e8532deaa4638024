@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.GruAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.gruOp
import dev.rankine.ops.isRecording
import dev.rankine.ops.scope
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Plus
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * Gated recurrent units, in layers on top of each other and in one or two directions; see [Recurrent]. `[T, N, I] -> [T, N, O]`. A step is
 * `r = sigmoid(W x + b + U h + c)`, `z` likewise, `n = tanh(W x + b + r (U h + c))`, `h' = (1 - z) n + z h`; the weights hold those of `r`, `z` and
 * `n` one below the other. Cho et al., arXiv:1406.1078.
 */
@OptIn(UncheckedShape::class)
public class GRU<I : Dim<*>, H : Dim<*>, O : Dim<*>> internal constructor(
    input: Axis<I>,
    hidden: Axis<H>,
    output: Axis<O>,
    settings: RecurrentSettings,
) : Recurrent<I, H, O>("gru", 3, input, hidden, output, settings) {
    /**
     * The result and the final state.
     *
     * @param state where to start, `[layers * directions, N, H]`; zeros if null.
     * @param lengths `[N]`, integers: how many steps each sequence has; null if all have all.
     * @throws ShapeException if sizes do not fit, or a length is not in `[1, T]`.
     */
    public fun callWithState(x: Value, state: Value? = null, lengths: Value? = null): Pair<Value, Value> =
        scope(word) { run(x, state?.let { listOf(it) }, lengths).let { (y, states) -> y to namedState(states[0], x, stateAxis) } }

    /**
     * The result and the final state, the batch first. `[N, T, I] [L, N, H] [N] -> [N, T, O] [L, N, H]`, where `L` counts layers and directions.
     *
     * @throws ShapeException if sizes do not fit, the batch is not first, or a length is not in `[1, T]`.
     */
    @JvmName("withState3")
    public fun <N : Dim<*>, T : Dim<*>> withState(
        x: Tensor<Cube<N, T, I>>,
        state: Tensor<Cube<Dyn, N, H>>? = null,
        lengths: Tensor<Vec<N>>? = null,
    ): Pair<Tensor<Cube<N, T, O>>, Tensor<Cube<Dyn, N, H>>> {
        batchIsFirst(x)
        return callWithState(x.value, state?.value, lengths?.value).let { (y, last) -> y.unchecked<Cube<N, T, O>>() to last.unchecked() }
    }

    /** The result and the final state of one sequence. `[T, I] [L, H] -> [T, O] [L, H]`. Throws [ShapeException] if sizes do not fit. */
    @JvmName("withState2")
    public fun <T : Dim<*>> withState(
        x: Tensor<Mat<T, I>>,
        state: Tensor<Mat<Dyn, H>>? = null,
    ): Pair<Tensor<Mat<T, O>>, Tensor<Mat<Dyn, H>>> =
        callWithState(x.value, state?.value).let { (y, last) -> y.unchecked<Mat<T, O>>() to last.unchecked() }

    override fun walk(weights: RecurrentWeights, x: Value, first: List<Value>, mask: Value?, reverse: Boolean): List<Value> =
        gruOp(
            GruAttributes(reverse, settings.bias, mask != null, keepsProducts = isRecording),
            listOfNotNull(weights.products(x), weights.recurrent, first[0], weights.recurrentBias, mask),
        ).take(1)
}

/**
 * Gated recurrent units in one direction. `[T, N, I] -> [T, N, H]`; see [GRU].
 *
 * @param layers how many stand on top of each other.
 * @param batchFirst whether `N` comes before `T`; in PyTorch too it does not unless one says so.
 * @param dropout the probability with which an element between two layers is dropped while training.
 * @throws ShapeException if a dim declares no size.
 * @throws IllegalArgumentException if there is no layer.
 */
@ShapeRule(RECURRENT_RULE)
@JvmName("gru")
@JvmOverloads
@Suppress("FunctionName")
public fun <I : Dim<*>, H : Dim<*>> GRU(
    input: Sized<I>,
    hidden: Sized<H>,
    layers: Int = 1,
    bias: Boolean = true,
    batchFirst: Boolean = false,
    dropout: Double = 0.0,
): GRU<I, H, H> {
    val state = hidden.toAxis()
    return GRU(input.toAxis(), state, state, RecurrentSettings("gru", layers, bias, batchFirst, dropout, false))
}

/**
 * Gated recurrent units in both directions, the results of the second behind those of the first. `[T, N, I] -> [T, N, H+H]`; see [GRU] for the
 * parameters.
 *
 * @throws ShapeException if a dim declares no size.
 * @throws IllegalArgumentException if there is no layer.
 */
@ShapeRule(BIDIRECTIONAL_RULE)
@JvmName("bidirectionalGru")
@JvmOverloads
@Suppress("FunctionName")
public fun <I : Dim<*>, H : Dim<*>> BidirectionalGRU(
    input: Sized<I>,
    hidden: Sized<H>,
    layers: Int = 1,
    bias: Boolean = true,
    batchFirst: Boolean = false,
    dropout: Double = 0.0,
): GRU<I, H, Plus<H, H>> {
    val state = hidden.toAxis()
    return GRU(input.toAxis(), state, bothDirections(state), RecurrentSettings("gru", layers, bias, batchFirst, dropout, true))
}
