package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.scope
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * A stack of layers, each with numbers of its own, and a normalization behind the last if there is one.
 * `[T, N, D] -> [T, N, D]`, with `N` first if the layers say so, or without it.
 * In PyTorch all layers start as copies of one; here each is drawn by itself: `TransformerEncoder(6) { TransformerEncoderLayer(Model, 8) }`.
 *
 * @param depth how many layers there are.
 * @param norm the normalization behind the last layer; needed if the layers normalize first.
 * @param layer makes the layer of a number, `0 until depth`.
 * @throws IllegalArgumentException if there are no layers.
 */
@OptIn(UncheckedShape::class)
public class TransformerEncoder<D : Dim<*>>(depth: Int, norm: LayerNorm<D>? = null, layer: (Int) -> TransformerEncoderLayer<D>) :
    Mapping() {
    init {
        require(depth > 0) { "transformer: needs at least one layer: $depth given" }
    }

    /** The layers in their order. */
    public val layers: ModuleList<TransformerEncoderLayer<D>> by ModuleList(List(depth, layer))

    /** What stands behind the last layer, or null. */
    public val norm: LayerNorm<D>? = norm?.let { add("norm", it) }

    override fun forward(x: Value): Value = encode(x, null, null, false)

    /** The result; arguments as those of [TransformerEncoderLayer.call]. Throws [dev.rankine.shapes.ShapeException] if sizes do not fit. */
    public fun call(x: Value, mask: Value? = null, keyPadding: Value? = null, isCausal: Boolean = false): Value =
        scope(word) { encode(x, mask, keyPadding, isCausal) }

    /** As [call]. `[B, T, D] -> [B, T, D]`, or `[T, B, D]` if the batch is not first. */
    @JvmName("invoke3")
    public operator fun <A : Dim<*>, B : Dim<*>> invoke(
        x: Tensor<Cube<A, B, D>>,
        mask: Value? = null,
        keyPadding: Value? = null,
        isCausal: Boolean = false,
    ): Tensor<Cube<A, B, D>> = call(x.value, mask, keyPadding, isCausal).namedLike(x).unchecked()

    /** As [call], of one sequence. `[T, D] -> [T, D]`. */
    @JvmName("invoke2")
    public operator fun <T : Dim<*>> invoke(x: Tensor<Mat<T, D>>, mask: Value? = null, isCausal: Boolean = false): Tensor<Mat<T, D>> =
        call(x.value, mask, null, isCausal).namedLike(x).unchecked()

    private fun encode(x: Value, mask: Value?, keyPadding: Value?, isCausal: Boolean): Value {
        val y = layers.inTurn(x) { layer, value -> layer.call(value, mask, keyPadding, isCausal) }
        return norm?.call(y) ?: y
    }
}
