package dev.rankine.kernels.lanes

import dev.rankine.kernels.SegmentStorage
import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.Backend
import dev.rankine.ops.Value
import dev.rankine.shapes.DType
import java.lang.foreign.ValueLayout

/**
 * The masks of the pairs of matrices of one call: [mask] broadcasts to scores with [rank] axes, of which the first are [leading].
 *
 * Masks that several pairs share are turned once for all of them. Figures: [BlockAttention].
 */
internal class AttentionMasks(private val mask: Value, private val rank: Int, private val leading: List<Int>) {
    private val address = mask.address()
    private var turned: Map<Long, Long>? = null

    /** Whether a byte for each score says where a place may look. */
    val isChoice: Boolean = mask.dtype == DType.BOOL

    /** Elements from a query to the next, and from a key to the next. */
    val down: Long = stride(rank - 2)
    val right: Long = stride(rank - 1)

    /** Where the mask of a [pair] is. */
    fun at(pair: Int): Long = given(pair).let { turned?.get(it) ?: it }

    /**
     * For each of [pairs] pairs the numbers of the keys that its queries see, of [keys]; null where they are not the same or most of them. Null if
     * that is so for all.
     */
    fun seenKeys(pairs: Int, keys: Int): List<IntArray?>? {
        if (!isChoice || down != 0L) return null
        val found = HashMap<Long, IntArray?>()
        val all = List(pairs) { pair -> given(pair).let { at -> found.getOrPut(at) { seenKeys(at, keys) } } }
        return if (found.values.all { it == null }) null else all
    }

    private fun seenKeys(at: Long, keys: Int): IntArray? {
        val places = IntArray(keys)
        var count = 0
        for (i in 0 until keys) if (Lanes.ALL.get(ValueLayout.JAVA_BYTE, at + i * right) != 0.toByte()) places[count++] = i
        return if (count > MOST_SEEN * keys) null else places.copyOf(count)
    }

    /** Calls [body] while the masks are turned that several pairs of [operands] share, if it pays. */
    fun whileTurned(operands: AttentionOperands, backend: Backend, body: () -> Unit) {
        val plan = operands.plan
        val isWide = operands.type == DType.F64
        val columns = if (isWide) TileF64.COLUMNS else TileF32.COLUMNS
        val panels = (plan.queries + columns - 1) / columns
        val elements = panels.toLong() * columns * plan.keys
        val shared = if (down == 0L) emptyList() else (0 until operands.count).map { given(it) }.distinct()
        if (shared.isEmpty() || 2 * shared.size > operands.count || shared.size * elements > MOST_TURNED) return body()
        val storage = backend.allocate(operands.type, Math.toIntExact(shared.size * elements)) as SegmentStorage
        try {
            val places = shared.withIndex().associate { (i, at) -> at to storage.address + i * elements * operands.type.bytes }
            Workers.range(shared.size * panels, 1) { from, to ->
                for (i in from until to) {
                    val at = shared[i / panels]
                    turn(plan, isWide, at, i % panels * columns, places.getValue(at))
                }
            }
            turned = places
            plan.mask = AttentionPlan.Mask.PANELS
            body()
        } finally {
            storage.release("the attention that worked with it")
        }
    }

    private fun turn(plan: AttentionPlan, isWide: Boolean, at: Long, first: Int, into: Long) {
        if (isWide) {
            val block = AttentionF64.KEYS
            ShadesF64(plan, SCRATCH.get().take(ShadesF64(plan, 0).end(block))).turn(at, first, block, into)
        } else {
            val block = AttentionF32.KEYS
            ShadesF32(plan, SCRATCH.get().take(ShadesF32(plan, 0).end(block))).turn(at, first, block, into)
        }
    }

    private fun given(pair: Int): Long {
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

    private companion object {
        /** Where more than this part of the keys is seen, copies do not pay. */
        const val MOST_SEEN = 0.9

        /** The most numbers that are turned ahead. */
        const val MOST_TURNED = 1L shl 24

        val SCRATCH: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }
    }
}
