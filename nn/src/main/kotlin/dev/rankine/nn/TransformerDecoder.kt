package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.scope
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * A stack of decoder layers, each with numbers of its own, and a normalization behind the last if there is one.
 * `[T, N, D] [S, N, D] -> [T, N, D]`, with `N` first if the layers say so, or without it; see [TransformerEncoder].
 *
 * @param depth how many layers there are.
 * @param norm the normalization behind the last layer; needed if the layers normalize first.
 * @param layer makes the layer of a number, `0 until depth`.
 * @throws IllegalArgumentException if there are no layers.
 */
@OptIn(UncheckedShape::class)
public class TransformerDecoder<D : Dim<*>>(depth: Int, norm: LayerNorm<D>? = null, layer: (Int) -> TransformerDecoderLayer<D>) : Module() {
    init {
        require(depth > 0) { "transformer: needs at least one layer: $depth given" }
    }

    /** The layers in their order. */
    public val layers: ModuleList<TransformerDecoderLayer<D>> by ModuleList(List(depth, layer))

    /** What stands behind the last layer, or null. */
    public val norm: LayerNorm<D>? = norm?.let { add("norm", it) }

    /** The result; every layer sees the same [memory] and [masks]. Throws [dev.rankine.shapes.ShapeException] if sizes do not fit. */
    public fun call(x: Value, memory: Value, masks: DecoderMasks = DecoderMasks()): Value =
        scope(word) {
            val y = layers.inTurn(x) { layer, value -> layer.call(value, memory, masks) }
            norm?.call(y) ?: y
        }

    /**
     * As [call]. `[B, T, D] [B, S, D] -> [B, T, D]`
     *
     * @throws dev.rankine.shapes.ShapeException if the batch is not first, or sizes do not fit.
     */
    public operator fun <B : Dim<*>, T : Dim<*>, S : Dim<*>> invoke(
        x: Tensor<Cube<B, T, D>>,
        memory: Tensor<Cube<B, S, D>>,
        masks: DecoderMasks = DecoderMasks(),
    ): Tensor<Cube<B, T, D>> {
        checkBatchFirst("decoder", layers.first().batchFirst, x, memory)
        return call(x.value, memory.value, masks).namedLike(x).unchecked()
    }
}
