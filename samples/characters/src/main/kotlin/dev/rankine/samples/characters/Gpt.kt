package dev.rankine.samples.characters

import dev.rankine.nn.Embedding
import dev.rankine.nn.LayerNorm
import dev.rankine.nn.Linear
import dev.rankine.nn.Net
import dev.rankine.nn.TransformerEncoderLayer
import dev.rankine.ops.gelu
import dev.rankine.ops.normal
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Mat
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.arange

/** Numbers of characters. */
internal typealias Stretches = Mat<Batch, Time>

/** For every place a score for each character that may come next. */
internal typealias Scores = Cube<Batch, Time, Vocabulary>

/**
 * A GPT: a transformer that guesses, at every place of a text, the next character, from what it sees up to there. Radford et al., "Improving
 * Language Understanding by Generative Pre-Training" (2018). The layers normalize what goes into their parts ("pre-norm"): such models learn
 * with a large rate from the first steps.
 *
 * @param characters how many different ones there are.
 */
internal class Gpt(settings: Settings, characters: Int) : Net<Stretches, Scores>() {
    private val model = Model of settings.width
    private val characters by Embedding(Vocabulary of characters, model)
    private val places by Embedding(Time of settings.context, model)
    private val layers = List(settings.layers) { add("layer$it", layer(settings)) }
    private val norm by LayerNorm(model)
    private val scores by Linear(model, Vocabulary of characters)

    init {
        // small, so that what the layers add counts from the first step
        for (table in listOf(this.characters, places)) table.weight.initialize { normal(it, 0.0, SMALL) }
    }

    override fun forward(x: Tensor<Stretches>): Tensor<Scores> {
        val time = Time of x.sizes[1]
        val start = characters(x) + places(arange(time))
        return scores(norm(layers.fold(start) { y, layer -> layer(y, isCausal = true) }))
    }

    private fun layer(settings: Settings): TransformerEncoderLayer<Model> =
        TransformerEncoderLayer(
            model,
            settings.heads,
            feedForward = Hidden of WIDER * settings.width,
            dropout = 0.0,
            batchFirst = true,
            normFirst = true,
            activation = { gelu(it) },
        )

    private companion object {
        const val SMALL = 0.02

        /** How many times more features there are between the two maps of a layer. */
        const val WIDER = 4
    }
}
