@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.RnnAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.rnnOp
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
 * A simple recurrence, `h' = tanh(W x + b + U h + c)` or with `max(x, 0)` in place of the tangent, in layers on top of each other and in one
 * or two directions; see [Recurrent]. `[T, N, I] -> [T, N, O]`. Elman, Cognitive Science 14 (1990).
 */
@OptIn(UncheckedShape::class)
public class RNN<I : Dim<*>, H : Dim<*>, O : Dim<*>> internal constructor(
    input: Axis<I>,
    hidden: Axis<H>,
    output: Axis<O>,
    settings: RecurrentSettings,
    private val relu: Boolean,
) : Recurrent<I, H, O>("rnn", 1, input, hidden, output, settings) {
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
        rnnOp(
            RnnAttributes(relu, reverse, mask != null),
            listOfNotNull(weights.biasedProducts(x), weights.recurrent, first[0], mask),
        )

    override fun details(): String = super.details() + if (relu) ", relu" else ""
}

/**
 * A simple recurrence in one direction. `[T, N, I] -> [T, N, H]`; see [RNN].
 *
 * @param layers how many stand on top of each other.
 * @param batchFirst whether `N` comes before `T`; in PyTorch too it does not unless one says so.
 * @param dropout the probability with which an element between two layers is dropped while training.
 * @param relu whether a step ends with `max(x, 0)` in place of the tangent; PyTorch's `nonlinearity`.
 * @throws ShapeException if a dim declares no size.
 * @throws IllegalArgumentException if there is no layer.
 */
@ShapeRule(RECURRENT_RULE)
@JvmName("rnn")
@JvmOverloads
@Suppress("FunctionName")
public fun <I : Dim<*>, H : Dim<*>> RNN(
    input: Sized<I>,
    hidden: Sized<H>,
    layers: Int = 1,
    bias: Boolean = true,
    batchFirst: Boolean = false,
    dropout: Double = 0.0,
    relu: Boolean = false,
): RNN<I, H, H> {
    val state = hidden.toAxis()
    return RNN(input.toAxis(), state, state, RecurrentSettings("rnn", layers, bias, batchFirst, dropout, false), relu)
}

/**
 * A simple recurrence in both directions, the results of the second behind those of the first. `[T, N, I] -> [T, N, H+H]`; see [RNN] for the
 * parameters.
 *
 * @throws ShapeException if a dim declares no size.
 * @throws IllegalArgumentException if there is no layer.
 */
@ShapeRule(BIDIRECTIONAL_RULE)
@JvmName("bidirectionalRnn")
@JvmOverloads
@Suppress("FunctionName")
public fun <I : Dim<*>, H : Dim<*>> BidirectionalRNN(
    input: Sized<I>,
    hidden: Sized<H>,
    layers: Int = 1,
    bias: Boolean = true,
    batchFirst: Boolean = false,
    dropout: Double = 0.0,
    relu: Boolean = false,
): RNN<I, H, Plus<H, H>> {
    val state = hidden.toAxis()
    return RNN(input.toAxis(), state, bothDirections(state), RecurrentSettings("rnn", layers, bias, batchFirst, dropout, true), relu)
}
