package dev.rankine.samples.names

import dev.rankine.nn.Dropout
import dev.rankine.nn.Embedding
import dev.rankine.nn.LSTM
import dev.rankine.nn.LSTMState
import dev.rankine.nn.Linear
import dev.rankine.nn.Net
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.crossEntropy

/** What the LSTM carries from one character to the next. */
internal typealias State = LSTMState<Cube<Dyn, Batch, Memory>, Cube<Dyn, Batch, Dyn>>

/**
 * Guesses, at every place of a name, the next character from those before it.
 *
 * @param letters how many different ones there are.
 * @param dropout how much is dropped between the parts while it learns.
 */
internal class NameModel(settings: Settings, letters: Int, dropout: Double = 0.0) : Net<Mat<Batch, Time>, Cube<Batch, Time, Letter>>() {
    private val features by Embedding(Letter of letters, Features of maxOf(1, settings.width / 2))
    private val lstm by
        LSTM(
            Features of maxOf(1, settings.width / 2),
            Memory of settings.width,
            settings.layers,
            batchFirst = true,
            dropout = dropout,
        )
    private val drop by Dropout(dropout)
    private val scores by Linear(Memory of settings.width, Letter of letters)

    override fun forward(x: Tensor<Mat<Batch, Time>>): Tensor<Cube<Batch, Time, Letter>> = scores(drop(lstm(features(x))))

    /** The scores of the characters after [x], which follows what left [state] behind, and the state after it. */
    fun next(x: Tensor<Mat<Batch, Time>>, state: State?): Pair<Tensor<Cube<Batch, Time, Letter>>, State> {
        val (y, after) = lstm.withState(features(x), state)
        return scores(y) to after
    }
}

/** The mean cross entropy of the next character, in nats. */
internal fun loss(model: NameModel, names: Names): Tensor<Scalar> = model(names.inputs).crossEntropy(names.targets, ignoreIndex = NOTHING)
