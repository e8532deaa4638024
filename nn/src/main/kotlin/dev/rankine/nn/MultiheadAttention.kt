package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.isRecording
import dev.rankine.ops.mean
import dev.rankine.ops.named
import dev.rankine.ops.narrow
import dev.rankine.ops.scope
import dev.rankine.ops.split
import dev.rankine.ops.squeeze
import dev.rankine.ops.transpose
import dev.rankine.ops.unsqueeze
import dev.rankine.ops.zeros
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Sizes
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked
import dev.rankine.ops.linear as linearOp

private const val CROSS_ATTENTION_RULE: String =
    "query:[n, t, e] key:[n, s, e] value:[n, s, e]? padding:[n, s]? mask:[t, s]? features=? heads=? -> [n, t, e] where " +
        "e == features \"the features are others\", features % heads == 0 \"the features do not divide into heads\""

/**
 * Attention with several heads: each place of the query looks at all places of the key and takes a mean of the values.
 * `[T, N, E] [S, N, K] [S, N, V] -> [T, N, E]`, with `N` first if [batchFirst], or without it. Vaswani et al., arXiv:1706.03762.
 *
 * Names and layouts are PyTorch's: `in_proj_weight` `[3*E, E]` holds those of query, key and value one below the other; where key or value
 * have features of their own, they are `q_proj_weight`, `k_proj_weight` and `v_proj_weight`. They start as Glorot's uniform numbers.
 *
 * @param features what query and result have.
 * @param heads into how many parts the features are cut.
 * @param dropout the probability with which a place is not looked at while training.
 * @param keyBias whether a learnt place is added to keys and values.
 * @param zeroAttention whether a place of zeros is added to keys and values.
 * @param keyFeatures,valueFeatures what keys and values have; [features] if null.
 * @throws IllegalArgumentException if [dropout] is not in `[0, 1]`.
 * @throws ShapeException if a dim declares no size, or the features do not divide into [heads].
 */
@ShapeRule(
    "[*p, e] features=? heads=? -> [*p, e] where e == features \"the features are others\", features % heads == 0 \"the features do not divide into heads\"",
)
@OptIn(UncheckedShape::class)
public class MultiheadAttention<E : Dim<*>>(
    features: Sized<E>,
    private val heads: Int,
    dropout: Double = 0.0,
    bias: Boolean = true,
    keyBias: Boolean = false,
    zeroAttention: Boolean = false,
    keyFeatures: Sized<*>? = null,
    valueFeatures: Sized<*>? = null,
    private val batchFirst: Boolean = false,
) : Module() {
    private val axis: Axis<E> = features.toAxis()
    private val size = axis.size
    private val core = AttentionHeads(heads, dropout, zeroAttention)

    init {
        require(dropout in 0.0..1.0) { "attention: the probability of dropout must be in [0, 1]: $dropout" }
        if (heads < 1 || size % heads != 0) throw ShapeException("attention: the features do not divide into heads: $axis, $heads heads")
    }

    private val keySize = keyFeatures?.toAxis()?.size ?: size
    private val valueSize = valueFeatures?.toAxis()?.size ?: size

    /** `[E, E]`, `[E, K]`, `[E, V]` in this order, or `[3*E, E]` alone. */
    private val weights: List<Parameter<AnyShape>> =
        if (keySize == size && valueSize == size) {
            listOf(addParameter("in_proj_weight", xavierUniform(Sizes.of(3 * size, size))))
        } else {
            listOf("q" to size, "k" to keySize, "v" to valueSize).map { (word, from) ->
                addParameter("${word}_proj_weight", xavierUniform(Sizes.of(size, from)))
            }
        }

    private val inputBias = if (bias) addParameter("in_proj_bias", zeros(Sizes.of(3 * size))) else null
    private val learntKey = if (keyBias) addParameter("bias_k", xavierNormal(Sizes.of(1, 1, size))) else null
    private val learntValue = if (keyBias) addParameter("bias_v", xavierNormal(Sizes.of(1, 1, size))) else null

    /** The map of what all heads found, `out_proj` in the state_dict. */
    public val output: Linear<E, E> = add("out_proj", Linear(axis, axis, bias)).also { it.bias?.assign(zeros(Sizes.of(size))) }

    /**
     * The result, without a matrix of all scores: memory grows with the number of places, not with its square, unless a [mask] has as many numbers;
     * with [keyPadding] too it is repeated for each example. [isCausal] needs no mask. A place that may look nowhere finds zeros.
     *
     * @param keyPadding `[N, S]`: true for keys that are no keys; or numbers that are added to what a key scores.
     * @param mask `[T, S]`, or `[N * heads, T, S]`: true where a place must not look; or numbers that are added to the scores.
     * @param isCausal whether no place looks at later ones, whatever [mask] says; see [causalMask].
     * @throws ShapeException if sizes do not fit.
     */
    public fun call(
        query: Value,
        key: Value = query,
        value: Value = key,
        keyPadding: Value? = null,
        mask: Value? = null,
        isCausal: Boolean = false,
    ): Value = scope(word) { attend(query, key, value, keyPadding, mask, isCausal, needsWeights = false).first }

    /** As [call], with the weights of the mean: `[N, T, S]`, the mean over the heads, or `[N, heads, T, S]` if not [averageWeights]. */
    public fun callWithWeights(
        query: Value,
        key: Value = query,
        value: Value = key,
        keyPadding: Value? = null,
        mask: Value? = null,
        averageWeights: Boolean = true,
        isCausal: Boolean = false,
    ): Pair<Value, Value> =
        scope(word) {
            val (y, weights) = attend(query, key, value, keyPadding, mask, isCausal, needsWeights = true)
            val wanted = if (averageWeights) mean(weights!!, listOf(1)) else weights!!
            y to if (query.rank == 2) squeeze(wanted, 0) else wanted
        }

    /** Attention of a sequence to itself. `[N, T, E] -> [N, T, E]`, or `[T, N, E]` if the batch is not first. */
    @JvmName("invoke3")
    public operator fun <A : Dim<*>, B : Dim<*>> invoke(x: Tensor<Cube<A, B, E>>): Tensor<Cube<A, B, E>> =
        call(x.value).let { it.named(it.sizes.namedLike(x.sizes)) }.unchecked()

    /** Attention of a sequence to itself. `[T, E] -> [T, E]`. */
    @JvmName("invoke2")
    public operator fun <T : Dim<*>> invoke(x: Tensor<Mat<T, E>>): Tensor<Mat<T, E>> =
        call(x.value).let { it.named(it.sizes.namedLike(x.sizes)) }.unchecked()

    /** As the other forms, where only the features are known. The compiler names this form where others are given. */
    @JvmName("invokeAny")
    public operator fun invoke(x: Tensor<Cube<*, *, E>>): Tensor<Cube<*, *, E>> =
        call(x.value).let { it.named(it.sizes.namedLike(x.sizes)) }.unchecked()

    /**
     * Attention of one sequence to another, the batch first. `[N, T, E] [N, S, E] [N, S, E] -> [N, T, E]`. Keys and values with features of
     * their own, and sequences first, take [call].
     *
     * @param keyPadding true for keys that are no keys; or numbers that are added to what a key scores.
     * @param mask true where a place must not look; or numbers that are added to the scores.
     * @throws ShapeException if sizes do not fit, or the batch is not first.
     */
    @ShapeRule(CROSS_ATTENTION_RULE)
    @JvmName("invokeCross")
    public operator fun <N : Dim<*>, T : Dim<*>, S : Dim<*>> invoke(
        query: Tensor<Cube<N, T, E>>,
        key: Tensor<Cube<N, S, E>>,
        value: Tensor<Cube<N, S, E>> = key,
        keyPadding: Tensor<Mat<N, S>>? = null,
        mask: Tensor<Mat<T, S>>? = null,
    ): Tensor<Cube<N, T, E>> {
        if (!batchFirst) {
            throw ShapeException(
                "attention: typed queries and keys need the batch first",
                listOf("query" to query.sizes, "key" to key.sizes),
                "`MultiheadAttention(..., batchFirst = true)`, or `call`",
            )
        }
        val y = call(query.value, key.value, value.value, keyPadding?.value, mask?.value)
        return y.named(y.sizes.namedLike(query.sizes)).unchecked()
    }

    override fun details(): String = "${axis.dim} = $size, heads = $heads"

    private fun attend(
        query: Value,
        key: Value,
        value: Value,
        keyPadding: Value?,
        mask: Value?,
        isCausal: Boolean,
        needsWeights: Boolean,
    ): Pair<Value, Value?> {
        if (query.rank !in 2..3 || key.rank != query.rank || value.rank != query.rank) {
            throw ShapeException(
                "attention: needs two axes or three, of all the same: ${query.rank}, ${key.rank}, ${value.rank} given",
                listOf("query" to query.sizes, "key" to key.sizes, "value" to value.sizes),
            )
        }
        val alone = query.rank == 2
        val inputs =
            if (key === query && value === query && weights.size == 1 && !isRecording) {
                projectedTogether(if (alone) unsqueeze(query, 0) else batchFirst(query))
            } else {
                listOf(query, key, value).mapIndexed { i, x -> projected(i, if (alone) unsqueeze(x, 0) else batchFirst(x)) }
            }
        val padding = if (alone) keyPadding?.let { unsqueeze(it, 0) } else keyPadding
        val learnt = if (learntKey != null && learntValue != null) learntKey.value to learntValue.value else null
        val (found, weights) = core.attend(inputs, learnt, padding, mask, isCausal, isTraining, needsWeights)
        val y = output.call(found)
        return (if (alone) squeeze(y, 0) else batchFirst(y)) to weights
    }

    private fun projected(i: Int, x: Value): Value {
        val weight = if (weights.size == 1) narrow(weights[0].value, 0, i * size, size) else weights[i].value
        return linearOp(x, weight, inputBias?.let { narrow(it.value, 0, i * size, size) })
    }

    /** Query, key and value of the same [x] as views of one product. Its gradient would be three pads and two sums, so not while recording. */
    private fun projectedTogether(x: Value): List<Value> = split(linearOp(x, weights[0].value, inputBias?.value), size, 2)

    /** From the user's order of axes to batch first, and back. */
    private fun batchFirst(x: Value): Value = if (batchFirst) x else transpose(x, 0, 1)
}
