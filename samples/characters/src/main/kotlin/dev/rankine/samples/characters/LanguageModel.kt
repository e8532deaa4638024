package dev.rankine.samples.characters

import dev.rankine.nn.Embedding
import dev.rankine.nn.LayerNorm
import dev.rankine.nn.Linear
import dev.rankine.nn.Net
import dev.rankine.nn.invoke
import dev.rankine.ops.arange
import dev.rankine.ops.normal
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Mat
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.typed
import dev.rankine.shapes.of

/** Numbers of characters: `[Batch, Time]`. */
internal typealias Stretches = Mat<Batch, Time>

/** For every place a score for each character that may come next. */
internal typealias Scores = Cube<Batch, Time, Vocabulary>

/** A transformer that guesses, at every place of a text, the next character. */
internal class LanguageModel(private val settings: Settings, characters: Int) : Net<Stretches, Scores>() {
    private val model = Model of settings.width
    private val characters by Embedding(Vocabulary of characters, model)
    private val places by Embedding(Time of settings.context, model)
    private val blocks = List(settings.layers) { add("block$it", Block(model, settings.heads)) }
    private val norm by LayerNorm(model)
    private val scores by Linear(model, Vocabulary of characters)

    init {
        // small, so that what the blocks add counts from the first step
        for (table in listOf(this.characters, places)) table.weight.assign(normal(table.weight.value.sizes, 0.0, SMALL))
    }

    override fun forward(x: Tensor<Stretches>): Tensor<Scores> {
        val time = Time of x.sizes[1]
        val start = characters(x) + places(arange(time.size).typed(time))
        return scores(norm(blocks.fold(start) { y, block -> block(y) }))
    }

    private companion object {
        const val SMALL = 0.02
    }
}
