package dev.rankine.kernels.lanes

import dev.rankine.kernels.address
import dev.rankine.ops.BlockAttentionAttributes
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Value
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import kotlin.math.ceil
import kotlin.math.sqrt

/** Query, key, value and mask of one call: pairs of matrices, one for each index of the leading axes. */
internal class AttentionOperands(attributes: BlockAttentionAttributes, query: Value, key: Value, value: Value, mask: Value?) {
    private val queries = Matrices.of(query)
    private val keys = Matrices.of(key)
    private val values = Matrices.of(value)
    private val leading = query.sizes.toList().dropLast(2)
    private val masks = mask?.let { MaskPlaces(it, query.rank) }

    /** The element type of all but the mask. */
    val type: DType = query.dtype

    /** How many pairs there are. */
    val count: Int = leading.fold(1) { product, n -> product * n }

    /** What they have in common. */
    val plan: AttentionPlan =
        AttentionPlan().also {
            it.queries = query.sizes[-2]
            it.keys = key.sizes[-2]
            it.size = query.sizes[-1]
            it.found = value.sizes[-1]
            it.queryDown = queries.down
            it.keyDown = keys.down
            it.valueDown = values.down
            it.isCausal = attributes.attention.isCausal
            it.scale = attributes.attention.scale ?: (1 / sqrt(query.sizes[-1].toDouble()))
            if (masks != null) {
                it.mask = if (masks.isChoice) AttentionPlan.Mask.CHOICE else AttentionPlan.Mask.NUMBERS
                it.maskDown = masks.down
                it.maskRight = masks.right
            }
            it.drops =
                attributes.attention.dropout?.let { draws ->
                    val bound = ceil((1 - draws.p) * WORDS).toLong()
                    val scale = if (draws.p == 1.0) 1.0 else 1 / (1 - draws.p)
                    AttentionPlan.Drops(draws.key, draws.counter, attributes.block, count.toLong() * it.queries, bound, scale)
                }
        }

    fun query(pair: Int): Long = queries.at(pair)

    fun key(pair: Int): Long = keys.at(pair)

    fun value(pair: Int): Long = values.at(pair)

    /** Where the mask of query 0 and key 0 is; 0 if there is none. */
    fun mask(pair: Int): Long = masks?.at(pair, leading) ?: 0L

    companion object {
        private const val WORDS = 1L shl 32

        /** Whether kernels take operands of these types; float64 numbers are drawn otherwise. */
        fun accepts(attributes: BlockAttentionAttributes, query: Value, others: List<Value>, mask: Value?): Boolean =
            isVectorType(query) &&
                others.all { it.dtype == query.dtype } &&
                (mask == null || mask.dtype == DType.BOOL || mask.dtype == query.dtype) &&
                (attributes.attention.dropout == null || query.dtype == DType.F32) &&
                query.elements > 0 &&
                others.all { it.elements > 0 }

        /** Calls [body] with [values] whose rows have no gaps: copies, returned at the end, of those that have. */
        inline fun <T> withRows(values: List<Value>, body: (List<Value>) -> T): T {
            val dense = values.map { if (it.sizes[-1] == 1 || it.layout.stride(it.rank - 1) == 1) it else ordered(it) }
            try {
                return body(dense)
            } finally {
                for (i in values.indices) if (dense[i] !== values[i]) Evaluator.store(dense[i]).release("the kernel that copied it")
            }
        }
    }
}

/** Where the numbers of a mask are that broadcasts to scores with [rank] axes. */
private class MaskPlaces(private val mask: Value, private val rank: Int) {
    private val address = mask.address()
    val isChoice: Boolean = mask.dtype == DType.BOOL
    val down: Long = stride(rank - 2)
    val right: Long = stride(rank - 1)

    fun at(pair: Int, leading: List<Int>): Long {
        var rest = pair
        var at = 0L
        for (axis in leading.indices.reversed()) {
            at += rest % leading[axis] * stride(axis)
            rest /= leading[axis]
        }
        return address + at * mask.dtype.bytes
    }

    /** Elements between neighbours along an axis of the scores. */
    private fun stride(axis: Int): Long {
        val own = axis - (rank - mask.rank)
        return if (own < 0 || mask.sizes[own] == 1) 0L else mask.layout.stride(own).toLong()
    }
}
