@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/**
 * How a table of embeddings learns.
 *
 * @property paddingIndex the row that has no gradient, or null.
 * @property scaleByFrequency whether the gradient of a row is divided by the number of places where it was read.
 */
public data class EmbeddingAttributes
    @JvmOverloads
    constructor(
        public val paddingIndex: Int?,
        public val scaleByFrequency: Boolean = false,
    )

/** How many [rows] a gradient of embeddings has, and which of them stays zero ([paddingIndex], null for none). */
public data class EmbeddingGradientAttributes(public val rows: Int, public val paddingIndex: Int?)

/** Rows of a table. The row behind [embedding]. */
public val embeddingOp: Op2<EmbeddingAttributes> =
    composite2(
        "embedding",
        Names("nn.functional.embedding"),
        gradients(
            gradient {
                val rows = a.sizes[0]
                val arrived = if (attributes.scaleByFrequency) dy / unsqueeze(frequencies(b, rows, dy), -1) else dy
                embeddingGradient(EmbeddingGradientAttributes(rows, attributes.paddingIndex), arrived, b)
            },
            NotDifferentiable("an index has no gradient"),
        ),
        { call ->
            checkIndex(call.name, call.inputs[1])
            checkTable(call.name, call.sizes(0))
            arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), call.sizes(1) + call.sizes(0).filterAxes { it == 1 }))
        },
    ) { _, weight, indices -> reshape(indexSelect(weight, 0, flatten(indices)), indices.sizes + weight.sizes.filterAxes { it == 1 }) }

/** The gradient of a table of embeddings: the sum of the gradients of every place where a row was read. */
public val embeddingBackwardOp: Op2<EmbeddingGradientAttributes> =
    composite2("embedding_backward", Names("embedding_dense_backward")) { attributes, dy, indices ->
        val size = dy.sizes[-1]
        val table = full(Sizes.of(attributes.rows, size), 0, dy.dtype, dy.backend)
        val sum = indexAdd(table, 0, flatten(indices), reshape(dy, Sizes.of(indices.elements, size)))
        val padding = attributes.paddingIndex
        if (padding ==
            null
        ) {
            sum
        } else {
            sliceScatterOp(SliceAttributes(0, padding, 1, 1), sum, full(Sizes.of(1, size), 0, dy.dtype, dy.backend))
        }
    }

/**
 * Row `indices[i, ...]` of [weight] for every element of [indices] (int64 or int32). `[n, d] [*p] -> [*p, d]`
 *
 * @param paddingIndex a row that gets no gradient; negative counts from the end.
 * @param scaleByFrequency whether the gradient of a row is divided by the number of places where it was read.
 * @throws ShapeException if [weight] is no matrix or an index is out of range.
 */
@ShapeRule("weight:[rows, features] indices:s -> [*s, features]")
@JvmOverloads
public fun embedding(weight: Value, indices: Value, paddingIndex: Int? = null, scaleByFrequency: Boolean = false): Value {
    checkTable("embedding", weight.sizes)
    val padding = paddingRow("embedding", weight.sizes, paddingIndex)
    return embeddingOp(EmbeddingAttributes(padding, scaleByFrequency), weight, indices)
}

/** [paddingIndex] counted from the start. */
internal fun paddingRow(op: String, weight: Sizes, paddingIndex: Int?): Int? {
    val rows = weight[0]
    if (paddingIndex != null && (paddingIndex < -rows || paddingIndex >= rows)) {
        throw ShapeException(
            "$op: the padding index is out of range: $paddingIndex is not in [${-rows}, ${rows - 1}]",
            listOf("weight" to weight),
        )
    }
    return paddingIndex?.let { if (it < 0) it + rows else it }
}

/** How often each of [indices] stands among them, in the type of [like]. `[*p] -> [*p]` */
private fun frequencies(indices: Value, rows: Int, like: Value): Value {
    val flat = flatten(indices)
    val ones = full(flat.sizes, 1, like.dtype, like.backend)
    val counts = indexAdd(full(Sizes.of(rows), 0, like.dtype, like.backend), 0, flat, ones)
    return reshape(indexSelect(counts, 0, flat), indices.sizes)
}

internal fun checkTable(op: String, weight: Sizes) {
    if (weight.rank != 2) throw ShapeException("$op: the weight must be a matrix: ${weight.rank} axes given", listOf("weight" to weight))
}

private fun embeddingGradient(attributes: EmbeddingGradientAttributes, dy: Value, indices: Value): Value =
    embeddingBackwardOp(attributes, dy, indices)
