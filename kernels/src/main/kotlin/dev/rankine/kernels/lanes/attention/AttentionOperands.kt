package dev.rankine.kernels.lanes

import dev.rankine.ops.Backend
import dev.rankine.ops.BlockAttentionAttributes
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Value
import dev.rankine.shapes.DType
import kotlin.math.ceil
import kotlin.math.sqrt

/** Query, key, value and mask of one call: pairs of matrices, one for each index of the leading axes. */
internal class AttentionOperands(attributes: BlockAttentionAttributes, query: Value, key: Value, value: Value, mask: Value?) {
    private val queries = Matrices.of(query)
    private val keys = Matrices.of(key)
    private val values = Matrices.of(value)
    private val leading = query.sizes.toList().dropLast(2)
    private val masks = mask?.let { AttentionMasks(it, query.rank, leading) }

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

    private val hidden = if (plan.isCausal || plan.drops != null) null else masks?.seenKeys(count, plan.keys)

    fun query(pair: Int): Long = queries.at(pair)

    /** Where the mask of query 0 and key 0 is; 0 if there is none. */
    fun mask(pair: Int): Long = masks?.at(pair) ?: 0L

    /** Bytes of scratch memory for [seen]. */
    val roomBytes: Long get() = room(0).end

    /** Scratch memory at [at] for [seen]. */
    fun room(at: Long) = SeenKeys.Room(plan, type, hidden?.maxOfOrNull { it?.size ?: 0 } ?: 0, at)

    /**
     * The keys that the queries of [pair] see, which may lie in [room]; if they are all, with [plan] itself. Weights of 0 make numbers that are not finite
     * NaN: then all keys are looked at. For gradients, [arrived] is where the one for the result is.
     */
    fun seen(pair: Int, room: SeenKeys.Room, arrived: Long = 0): SeenKeys {
        val key = keys.at(pair)
        val value = values.at(pair)
        val places = hidden?.get(pair)
        if (places == null || !isFinite(value, plan.keys, values.down, plan.found)) return room.all(key, value)
        val areFinite = arrived == 0L || areFinite(pair, key, arrived)
        return if (areFinite) room.some(places, key, value, type.bytes) else room.all(key, value)
    }

    private fun areFinite(pair: Int, key: Long, arrived: Long): Boolean =
        isFinite(arrived, plan.queries, plan.found.toLong(), plan.found) &&
            isFinite(key, plan.keys, keys.down, plan.size) &&
            isFinite(query(pair), plan.queries, queries.down, plan.size)

    private fun isFinite(x: Long, rows: Int, down: Long, columns: Int): Boolean =
        (0 until rows).all { i ->
            val row = x + i * down * type.bytes
            if (type == DType.F32) FiniteF32.all(row, columns.toLong()) else FiniteF64.all(row, columns.toLong())
        }

    /** Calls [body] while masks that several pairs share are turned, once for all of them. */
    fun withTurnedMasks(backend: Backend, body: () -> Unit) {
        if (masks == null) return body()
        masks.whileTurned(this, backend, body)
    }

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
