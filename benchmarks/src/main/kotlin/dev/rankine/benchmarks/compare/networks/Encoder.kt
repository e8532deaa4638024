package dev.rankine.benchmarks.compare.networks

import dev.rankine.nn.Embedding
import dev.rankine.nn.LayerNorm
import dev.rankine.nn.Mapping
import dev.rankine.nn.TransformerEncoderLayer
import dev.rankine.nn.untypedLinear
import dev.rankine.ops.Value
import dev.rankine.ops.add
import dev.rankine.ops.arange
import dev.rankine.ops.gelu
import dev.rankine.ops.reshape
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.of

/**
 * A transformer on both sides, with gelu and a hidden width four times its own. Vaswani et al., arXiv:1706.03762.
 *
 * @property words how many words there are: it then takes numbers of words, embeds them and their places, and gives scores of the next word,
 * as GPT does, `[N, T] -> [N T, words]`; null for an encoder alone, as BERT's, `[N, T, width] -> [N T, width]`.
 */
internal class Encoder(private val layers: Int, private val width: Int, private val heads: Int, private val words: Int?) : Network {
    override fun make(): Mapping = if (words == null) Bert() else Gpt(words)

    override fun text(program: Statements, x: String): String =
        with(program) {
            var y = x
            if (words != null) {
                val tokens = let("torch.embedding(${parameter("tokens.weight")}, $x, -1, False, False)")
                y = let("torch.add($tokens, ${parameter("places.weight")})")
            }
            for (layer in 0 until layers) y = if (words == null) after(y, "layer$layer") else before(y, "layer$layer")
            val end = let("torch.reshape($y, [-1, $width])")
            if (words == null) end else linear(layerNorm(end, "norm", width), "scores")
        }

    /** What goes into a part is normalized. */
    private fun Statements.before(x: String, name: String): String {
        val y = let("torch.add($x, ${attention(layerNorm(x, "$name.norm1", width), name)})")
        return let("torch.add($y, ${maps(layerNorm(y, "$name.norm2", width), name)})")
    }

    /** What comes out of a part is normalized. */
    private fun Statements.after(x: String, name: String): String {
        val y = layerNorm(let("torch.add($x, ${attention(x, name)})"), "$name.norm1", width)
        return layerNorm(let("torch.add($y, ${maps(y, name)})"), "$name.norm2", width)
    }

    /** One product for queries, keys and values. */
    private fun Statements.attention(x: String, name: String): String {
        val (weight, bias) = listOf("weight", "bias").map { parameter("$name.self_attn.in_proj_$it") }
        val parts = let("torch.split(torch.linear($x, $weight, $bias), $width, -1)")
        val (q, k, v) =
            List(3) {
                let("torch.transpose(torch.view($parts[$it], [torch.size($x, 0), torch.size($x, 1), $heads, ${width / heads}]), 1, 2)")
            }
        val isCausal = if (words == null) "False" else "True"
        val found = let("torch.scaled_dot_product_attention($q, $k, $v, None, 0., $isCausal)")
        val joined = let("torch.reshape(torch.transpose($found, 1, 2), [torch.size($x, 0), torch.size($x, 1), $width])")
        return linear(joined, "$name.self_attn.out_proj")
    }

    private fun Statements.maps(x: String, name: String): String = linear(let("torch.gelu(${linear(x, "$name.linear1")})"), "$name.linear2")

    private fun layer(isFirst: Boolean) =
        TransformerEncoderLayer(
            Dyn of width,
            heads,
            feedForward = Dyn of 4 * width,
            dropout = 0.0,
            batchFirst = true,
            normFirst = isFirst,
            activation = { gelu(it) },
        )

    private inner class Gpt(words: Int) : Mapping() {
        private val tokens by Embedding(Dyn of words, Dyn of width)
        private val places by Embedding(Dyn of PLACES, Dyn of width)
        private val all = List(layers) { add("layer$it", layer(isFirst = true)) }
        private val norm by LayerNorm(Dyn of width)
        private val scores by untypedLinear(width, words)

        override fun forward(x: Value): Value {
            val start = add(tokens.call(x), places.call(arange(x.sizes[1])))
            val end = all.fold(start) { y, layer -> layer.call(y, isCausal = true) }
            return scores.call(norm.call(reshape(end, -1, width)))
        }
    }

    private inner class Bert : Mapping() {
        private val all = List(layers) { add("layer$it", layer(isFirst = false)) }

        override fun forward(x: Value): Value = reshape(all.fold(x) { y, layer -> layer.call(y) }, -1, width)
    }

    companion object {
        /** How many words a sequence has. */
        const val PLACES: Int = 128

        /** Four layers of 256 that guess the next of 256 words. */
        val small: Encoder = Encoder(layers = 4, width = 256, heads = 4, words = 256)

        /** As large as BERT-base. */
        val base: Encoder = Encoder(layers = 12, width = 768, heads = 12, words = null)
    }
}
