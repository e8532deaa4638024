package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.invoke
import dev.rankine.ops.relu
import dev.rankine.ops.scope
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.Sized
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * An encoder of one sequence and a decoder of another that looks at what the encoder made; both with a normalization behind the last layer.
 * `[S, N, D] [T, N, D] -> [T, N, D]`, with `N` first if [batchFirst], or without it. Vaswani et al., arXiv:1706.03762.
 *
 * Names are PyTorch's: `encoder`, `decoder`. Weights start as [xavierUniform] numbers, as PyTorch's do.
 *
 * @param encoderLayers,decoderLayers how many layers there are; other parameters are those of [TransformerEncoderLayer].
 * @throws dev.rankine.shapes.ShapeException if a dim declares no size, or the features do not divide into [heads].
 * @throws IllegalArgumentException if there are no layers.
 */
@OptIn(UncheckedShape::class)
public class Transformer<D : Dim<*>>(
    features: Sized<D>,
    heads: Int = 8,
    encoderLayers: Int = 6,
    decoderLayers: Int = 6,
    feedForward: Sized<*> = Dyn of 2048,
    dropout: Double = 0.1,
    eps: Double = 1e-5,
    private val batchFirst: Boolean = false,
    normFirst: Boolean = false,
    activation: (Value) -> Value = { relu(it) },
) : Module() {
    /** What reads the first sequence. */
    public val encoder: TransformerEncoder<D> by
        TransformerEncoder(encoderLayers, LayerNorm(features, eps)) {
            TransformerEncoderLayer(features, heads, feedForward, dropout, eps, batchFirst, normFirst, activation)
        }

    /** What writes the second. */
    public val decoder: TransformerDecoder<D> by
        TransformerDecoder(decoderLayers, LayerNorm(features, eps)) {
            TransformerDecoderLayer(features, heads, feedForward, dropout, eps, batchFirst, normFirst, activation)
        }

    init {
        for (parameter in parameters()) if (parameter.value.rank > 1) parameter.initialize { xavierUniform(it) }
    }

    /**
     * What the decoder makes of [target] and the encoded [source].
     *
     * @param mask,keyPadding those of the encoder, see [TransformerEncoderLayer.call].
     * @param masks those of the decoder; `DecoderMasks(isCausal = true)` while learning to say what comes next.
     * @throws dev.rankine.shapes.ShapeException if sizes do not fit.
     */
    public fun call(
        source: Value,
        target: Value,
        mask: Value? = null,
        keyPadding: Value? = null,
        masks: DecoderMasks = DecoderMasks(),
    ): Value = scope(word) { decoder.call(target, encoder.call(source, mask, keyPadding), masks) }

    /**
     * As [call]. `[B, S, D] [B, T, D] -> [B, T, D]`
     *
     * @throws dev.rankine.shapes.ShapeException if the batch is not first, or sizes do not fit.
     */
    public operator fun <B : Dim<*>, S : Dim<*>, T : Dim<*>> invoke(
        source: Tensor<Cube<B, S, D>>,
        target: Tensor<Cube<B, T, D>>,
        mask: Value? = null,
        keyPadding: Value? = null,
        masks: DecoderMasks = DecoderMasks(),
    ): Tensor<Cube<B, T, D>> {
        checkBatchFirst("transformer", batchFirst, target, source)
        return call(source.value, target.value, mask, keyPadding, masks).namedLike(target).unchecked()
    }
}
