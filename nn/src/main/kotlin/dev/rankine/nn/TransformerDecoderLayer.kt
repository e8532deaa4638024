package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.invoke
import dev.rankine.ops.relu
import dev.rankine.ops.scope
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sized
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * Attention of a sequence to itself, then to another one, the memory, then two linear maps with an elementwise function between them; each
 * adds to what went in, and is normalized. `[T, N, D] [S, N, D] -> [T, N, D]`, with `N` first if [batchFirst], or without it.
 * Vaswani et al., arXiv:1706.03762.
 *
 * Names are PyTorch's: `self_attn`, `multihead_attn`, `linear1`, `linear2`, `norm1`, `norm2`, `norm3`. Parameters of the constructor are
 * those of [TransformerEncoderLayer].
 *
 * @throws ShapeException if a dim declares no size, or the features do not divide into [heads].
 */
@OptIn(UncheckedShape::class)
public class TransformerDecoderLayer<D : Dim<*>>(
    features: Sized<D>,
    heads: Int,
    feedForward: Sized<*> = Dyn of 2048,
    dropout: Double = 0.1,
    eps: Double = 1e-5,
    internal val batchFirst: Boolean = false,
    private val normFirst: Boolean = false,
    private val activation: (Value) -> Value = { relu(it) },
) : Module() {
    /** `self_attn` in the state_dict. */
    public val selfAttention: MultiheadAttention<D> =
        add("self_attn", MultiheadAttention(features, heads, dropout, batchFirst = batchFirst))

    /** Attention to the memory, `multihead_attn` in the state_dict. */
    public val memoryAttention: MultiheadAttention<D> =
        add("multihead_attn", MultiheadAttention(features, heads, dropout, batchFirst = batchFirst))

    /** The first map, `[F, D]`. */
    public val linear1: Linear<D, *> by Linear(features, feedForward)
    private val dropout: Dropout by Dropout(dropout)

    /** The second map, `[D, F]`. */
    public val linear2: Linear<*, D> by Linear(feedForward, features)

    /** Of attention to itself. */
    public val norm1: LayerNorm<D> by LayerNorm(features, eps)

    /** Of attention to the memory. */
    public val norm2: LayerNorm<D> by LayerNorm(features, eps)

    /** Of the two maps. */
    public val norm3: LayerNorm<D> by LayerNorm(features, eps)
    private val dropout1: Dropout by Dropout(dropout)
    private val dropout2: Dropout by Dropout(dropout)
    private val dropout3: Dropout by Dropout(dropout)

    /**
     * The result.
     *
     * @param masks which places may not look at which; none by default.
     * @throws ShapeException if sizes do not fit.
     */
    public fun call(x: Value, memory: Value, masks: DecoderMasks = DecoderMasks()): Value =
        scope(word) {
            val looked =
                residual(x, norm1, normFirst) {
                    dropout1.call(selfAttention.call(it, it, it, masks.ownPadding, masks.own, masks.isCausal))
                }
            val told =
                residual(looked, norm2, normFirst) {
                    dropout2.call(memoryAttention.call(it, memory, memory, masks.memoryPadding, masks.memory))
                }
            residual(told, norm3, normFirst) { dropout3.call(linear2.call(dropout.call(activation(linear1.call(it))))) }
        }

    /**
     * As [call]. `[B, T, D] [B, S, D] -> [B, T, D]`
     *
     * @throws ShapeException if the batch is not first, or sizes do not fit.
     */
    public operator fun <B : Dim<*>, T : Dim<*>, S : Dim<*>> invoke(
        x: Tensor<Cube<B, T, D>>,
        memory: Tensor<Cube<B, S, D>>,
        masks: DecoderMasks = DecoderMasks(),
    ): Tensor<Cube<B, T, D>> {
        checkBatchFirst("decoder", batchFirst, x, memory)
        return call(x.value, memory.value, masks).namedLike(x).unchecked()
    }
}

/** Refuses the typed call with two sequences where the batch is their second axis: their types could not differ in the first. */
internal fun checkBatchFirst(op: String, batchFirst: Boolean, x: Tensor<*>, memory: Tensor<*>) {
    if (batchFirst) return
    throw ShapeException(
        "$op: the typed call takes the batch first, the module does not",
        listOf("x" to x.sizes, "memory" to memory.sizes),
        "make it with `batchFirst = true`",
    )
}
