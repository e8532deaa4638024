package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.invoke
import dev.rankine.ops.named
import dev.rankine.ops.relu
import dev.rankine.ops.scope
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * Attention of a sequence to itself, then two linear maps with an elementwise function between them; each adds to what went in, and is
 * normalized. `[T, N, D] -> [T, N, D]`, with `N` first if [batchFirst], or without it. Vaswani et al., arXiv:1706.03762.
 *
 * Names are PyTorch's: `self_attn`, `linear1`, `linear2`, `norm1`, `norm2`.
 *
 * @param features what a place has.
 * @param heads into how many parts attention cuts the features.
 * @param feedForward what a place has between the two maps.
 * @param dropout the probability with which a number is set to zero while training: of attention's weights, between the maps, and of what
 *   each part adds.
 * @param eps what the normalizations add to the variance.
 * @param normFirst whether what goes into a part is normalized, not what comes out. Xiong et al., arXiv:2002.04745.
 * @param activation the function between the maps: `{ gelu(it) }`.
 * @throws dev.rankine.shapes.ShapeException if a dim declares no size, or the features do not divide into [heads].
 */
@ShapeRule(
    "[*p, e] features=? heads=? -> [*p, e] where e == features \"the features are others\", features % heads == 0 \"the features do not divide into heads\"",
)
@OptIn(UncheckedShape::class)
public class TransformerEncoderLayer<D : Dim<*>>(
    features: Sized<D>,
    heads: Int,
    feedForward: Sized<*> = Dyn of 2048,
    dropout: Double = 0.1,
    eps: Double = 1e-5,
    batchFirst: Boolean = false,
    private val normFirst: Boolean = false,
    private val activation: (Value) -> Value = { relu(it) },
) : Mapping() {
    /** `self_attn` in the state_dict. */
    public val selfAttention: MultiheadAttention<D> =
        add("self_attn", MultiheadAttention(features, heads, dropout, batchFirst = batchFirst))

    /** The first map, `[F, D]`. */
    public val linear1: Linear<D, *> by Linear(features, feedForward)
    private val dropout: Dropout by Dropout(dropout)

    /** The second map, `[D, F]`. */
    public val linear2: Linear<*, D> by Linear(feedForward, features)

    /** Of attention. */
    public val norm1: LayerNorm<D> by LayerNorm(features, eps)

    /** Of the two maps. */
    public val norm2: LayerNorm<D> by LayerNorm(features, eps)
    private val dropout1: Dropout by Dropout(dropout)
    private val dropout2: Dropout by Dropout(dropout)

    override fun forward(x: Value): Value = encode(x, null, null, false)

    /**
     * The result.
     *
     * @param mask `[T, T]`, or `[N * heads, T, T]`: true where a place must not look; or numbers that are added to the scores.
     * @param keyPadding `[N, T]`: true for places that are none; or numbers that are added to what a place scores.
     * @param isCausal whether no place looks at later ones, whatever [mask] says; see [causalMask].
     * @throws dev.rankine.shapes.ShapeException if sizes do not fit.
     */
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
        val looked = residual(x, norm1, normFirst) { dropout1.call(selfAttention.call(it, it, it, keyPadding, mask, isCausal)) }
        return residual(looked, norm2, normFirst) { dropout2.call(linear2.call(dropout.call(activation(linear1.call(it))))) }
    }
}

internal fun Value.namedLike(x: Tensor<*>): Value = named(sizes.namedLike(x.sizes))
