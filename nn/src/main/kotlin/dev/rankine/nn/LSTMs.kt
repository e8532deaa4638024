@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.shapes.Dim
import dev.rankine.shapes.Plus
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized

/**
 * A long short-term memory in one direction. `[T, N, I] -> [T, N, H]`; see [LSTM].
 *
 * @param layers how many stand on top of each other.
 * @param batchFirst whether `N` comes before `T`; in PyTorch too it does not unless one says so.
 * @param dropout the probability with which an element between two layers is dropped while training.
 * @throws ShapeException if a dim declares no size.
 * @throws IllegalArgumentException if there is no layer.
 */
@ShapeRule(RECURRENT_RULE)
@JvmName("lstm")
@JvmOverloads
@Suppress("FunctionName")
public fun <I : Dim<*>, H : Dim<*>> LSTM(
    input: Sized<I>,
    hidden: Sized<H>,
    layers: Int = 1,
    bias: Boolean = true,
    batchFirst: Boolean = false,
    dropout: Double = 0.0,
): LSTM<I, H, H> {
    val state = hidden.toAxis()
    return LSTM(input.toAxis(), state, state, RecurrentSettings("lstm", layers, bias, batchFirst, dropout, false))
}

/**
 * As the other form, with a projection: the cells have the size of [hidden], the state that goes on to the next step and layer that of [projection],
 * which is smaller. `[T, N, I] -> [T, N, P]`. PyTorch's `proj_size`.
 *
 * @throws ShapeException if a dim declares no size, or the projection is not smaller.
 * @throws IllegalArgumentException if there is no layer.
 */
@ShapeRule(PROJECTED_RULE)
@JvmName("lstmProjected")
@JvmOverloads
@Suppress("FunctionName")
public fun <I : Dim<*>, P : Dim<*>> LSTM(
    input: Sized<I>,
    hidden: Sized<*>,
    projection: Sized<P>,
    layers: Int = 1,
    bias: Boolean = true,
    batchFirst: Boolean = false,
    dropout: Double = 0.0,
): LSTM<I, P, P> {
    val state = projection.toAxis()
    return LSTM(input.toAxis(), state, state, RecurrentSettings("lstm", layers, bias, batchFirst, dropout, false), hidden.toAxis())
}

/**
 * A long short-term memory in both directions, the results of the second behind those of the first. `[T, N, I] -> [T, N, H+H]`; see [LSTM] for the
 * parameters.
 *
 * @throws ShapeException if a dim declares no size.
 * @throws IllegalArgumentException if there is no layer.
 */
@ShapeRule(BIDIRECTIONAL_RULE)
@JvmName("bidirectionalLstm")
@JvmOverloads
@Suppress("FunctionName")
public fun <I : Dim<*>, H : Dim<*>> BidirectionalLSTM(
    input: Sized<I>,
    hidden: Sized<H>,
    layers: Int = 1,
    bias: Boolean = true,
    batchFirst: Boolean = false,
    dropout: Double = 0.0,
): LSTM<I, H, Plus<H, H>> {
    val state = hidden.toAxis()
    return LSTM(input.toAxis(), state, bothDirections(state), RecurrentSettings("lstm", layers, bias, batchFirst, dropout, true))
}

/**
 * A long short-term memory with projections in both directions. `[T, N, I] -> [T, N, P+P]`; see [LSTM] for the parameters.
 *
 * @throws ShapeException if a dim declares no size, or the projection is not smaller.
 * @throws IllegalArgumentException if there is no layer.
 */
@ShapeRule(BIDIRECTIONAL_PROJECTED_RULE)
@JvmName("bidirectionalLstmProjected")
@JvmOverloads
@Suppress("FunctionName")
public fun <I : Dim<*>, P : Dim<*>> BidirectionalLSTM(
    input: Sized<I>,
    hidden: Sized<*>,
    projection: Sized<P>,
    layers: Int = 1,
    bias: Boolean = true,
    batchFirst: Boolean = false,
    dropout: Double = 0.0,
): LSTM<I, P, Plus<P, P>> {
    val state = projection.toAxis()
    val settings = RecurrentSettings("lstm", layers, bias, batchFirst, dropout, true)
    return LSTM(input.toAxis(), state, bothDirections(state), settings, hidden.toAxis())
}
