package dev.rankine.samples.characters

import dev.rankine.nn.LayerNorm
import dev.rankine.nn.Linear
import dev.rankine.nn.MultiheadAttention
import dev.rankine.nn.Net
import dev.rankine.nn.gelu
import dev.rankine.nn.invoke
import dev.rankine.nn.then
import dev.rankine.ops.full
import dev.rankine.ops.triu
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Cube
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.typed
import dev.rankine.shapes.of

/** What the model computes on: features of every place of every stretch. */
internal typealias Features = Cube<Batch, Time, Model>

/**
 * A layer of the transformer: every place looks at itself and the places before it, then thinks alone. Both add to what came in, and both
 * see it normalized ("pre-norm": Xiong et al., arXiv:2002.04745).
 */
internal class Block(private val model: Axis<Model>, heads: Int) : Net<Features, Features>() {
    private val lookNorm by LayerNorm(model)
    private val look by MultiheadAttention(model, heads, batchFirst = true)
    private val thinkNorm by LayerNorm(model)
    private val think by Linear(model, Hidden of WIDER * model.size).gelu() then Linear(Hidden of WIDER * model.size, model)

    override fun forward(x: Tensor<Features>): Tensor<Features> {
        val seen = x + look(lookNorm(x))
        return seen + think(thinkNorm(seen))
    }

    /** Attention under a mask that hides what comes later: true above the diagonal. */
    private fun look(x: Tensor<Features>): Tensor<Features> {
        val (batch, time) = x.sizes.toList()
        val later = triu(full(Sizes.of(time, time), 1, DType.BOOL), diagonal = 1)
        return look.call(x.value, mask = later).typed(Batch of batch, Time of time, model)
    }

    private companion object {
        /** How many times more features there are between the two linear layers. */
        const val WIDER = 4
    }
}
