package dev.rankine.kernels.lanes

import dev.rankine.shapes.DType

/**
 * The keys that the queries of a pair of matrices see. Where a mask hides the same keys from all of them, kernels look at copies of the other rows alone.
 * Figures: [BlockAttention].
 *
 * @property plan for the keys that are seen.
 * @property key where their rows are.
 * @property value where the rows of their values are.
 * @param places the numbers of the keys that are seen, or null for all.
 */
internal class SeenKeys(val plan: AttentionPlan, val key: Long, val value: Long, private val places: IntArray?, private val room: Room) {
    /** Scratch memory for copies of [keys] keys and values, and for their gradients. */
    class Room(private val plan: AttentionPlan, type: DType, private val keys: Int, at: Long) {
        val keyRow: Long = type.bytes * plan.size.toLong()
        val valueRow: Long = type.bytes * plan.found.toLong()
        val key: Long = at
        val value: Long = key + Scratch.lines(keys * keyRow)
        val keyGradient: Long = value + Scratch.lines(keys * valueRow)
        val valueGradient: Long = keyGradient + Scratch.lines(keys * keyRow)
        val end: Long = valueGradient + Scratch.lines(keys * valueRow)

        /** All keys and values, whose rows begin at [key] and [value]. */
        fun all(key: Long, value: Long): SeenKeys = SeenKeys(plan, key, value, null, this)

        /** Those with the numbers [places]. */
        fun some(places: IntArray, key: Long, value: Long, bytes: Int): SeenKeys {
            for ((i, place) in places.withIndex()) {
                CopyRows.copy(key + place * plan.keyDown * bytes, 0, this.key + i * keyRow, 0, 1, keyRow)
                CopyRows.copy(value + place * plan.valueDown * bytes, 0, this.value + i * valueRow, 0, 1, valueRow)
            }
            return SeenKeys(plan.seeing(places.size), this.key, this.value, places, this)
        }
    }

    /** Calls [body] to fill the gradients of keys and values, and puts them at [dk] and [dv] of [keys] rows; what is not seen has zeros. */
    inline fun gradients(keys: Int, dk: Long, dv: Long, body: (dk: Long, dv: Long) -> Unit) {
        if (places == null) return body(dk, dv)
        body(room.keyGradient, room.valueGradient)
        spread(keys, room.keyGradient, dk, room.keyRow)
        spread(keys, room.valueGradient, dv, room.valueRow)
    }

    private fun spread(keys: Int, from: Long, to: Long, row: Long) {
        PoolPlan.clear(to, keys * row)
        for ((i, place) in places!!.withIndex()) CopyRows.copy(from + i * row, 0, to + place * row, 0, 1, row)
    }
}
