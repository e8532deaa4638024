package dev.rankine.shapes

/**
 * Where the elements of a value of these [sizes] lie in its storage: element `(i, j, ...)` is at
 * [offset] `+ i * strides[0] + j * strides[1] + ...`.
 * A stride of 0 repeats an element (broadcast), a negative one walks backwards. Offsets and strides count elements, not bytes.
 *
 * Two layouts are equal when sizes, strides and offset are. The array of strides is kept, not copied: do not write to it.
 *
 * @throws ShapeException if there is not one stride per axis.
 */
public class Layout(public val sizes: Sizes, private val strides: IntArray, public val offset: Int) {
    init {
        if (strides.size != sizes.rank) {
            throw ShapeException(
                "layout: one stride per axis is needed: ${strides.size} strides for ${sizes.rank} axes",
                listOf("input" to sizes),
            )
        }
    }

    /** Whether the elements lie in row-major order without gaps, starting at [offset]. */
    public val isContiguous: Boolean = dense(sizes, strides)

    /** The number of axes. */
    public val rank: Int get() = sizes.rank

    /** The number of elements. */
    public val elements: Int get() = sizes.elements

    /** The distance in elements between neighbours along [axis] (not negative). */
    public fun stride(axis: Int): Int = strides[axis]

    /** A copy of the strides. */
    public fun strides(): IntArray = strides.copyOf()

    /** The smallest and the largest index that an element has, or null if there is no element. */
    public fun span(): IntRange? {
        if (elements == 0) return null
        var low = offset
        var high = offset
        for (i in 0 until rank) {
            val reach = (sizes[i] - 1) * strides[i]
            if (reach < 0) low += reach else high += reach
        }
        return low..high
    }

    /** The axes in the given order: axis `i` of the result is axis `order[i]`; -1 inserts an axis of size 1. */
    public fun pick(order: IntArray): Layout =
        Layout(sizes.pick(order), IntArray(order.size) { if (order[it] < 0) 0 else strides[order[it]] }, offset)

    /** The elements `start, start + step, ...` ([count] of them) along [axis]; [step] may be negative. Bounds are the caller's to check. */
    public fun slice(axis: Int, start: Int, count: Int, step: Int): Layout {
        val changed = strides.copyOf().also { it[axis] = strides[axis] * step }
        return Layout(sizes.with(axis, count), changed, offset + if (count == 0) 0 else start * strides[axis])
    }

    /**
     * This layout repeated to [target]: leading axes are added, axes of size 1 are stretched.
     *
     * @throws ShapeException naming [op] if [target] cannot be reached.
     */
    public fun expand(op: String, target: Sizes): Layout {
        if (target == sizes) return Layout(target.namedLike(sizes), strides, offset)
        val lead = target.rank - rank
        val wrong = lead < 0 || (0 until rank).any { sizes[it] != 1 && sizes[it] != target[it + lead] }
        if (wrong) throw ShapeException("$op: cannot broadcast $sizes to $target", listOf("input" to sizes))
        val steps = IntArray(target.rank) { if (it < lead || sizes[it - lead] != target[it]) 0 else strides[it - lead] }
        return Layout(if (sizes.isNamed) namedFrom(target, lead) else target, steps, offset)
    }

    /** [target] with the names of this layout's axes where it has none; axis `i` of [target] is axis `i - lead` here. */
    private fun namedFrom(target: Sizes, lead: Int): Sizes =
        target.withAxes(
            Array(target.rank) { i ->
                target.axis(i) ?: if (i < lead || sizes[i - lead] != target[i]) null else sizes.axis(i - lead)
            },
        )

    /** The same elements in the same order under [target] (equal count), or null if that needs a copy. */
    public fun reshape(target: Sizes): Layout? {
        if (isContiguous || elements == 0) return of(target, offset)
        val steps = IntArray(target.rank)
        var axis = rank - 1
        var next = target.rank - 1
        while (axis >= 0) {
            // a run of source axes that walk memory evenly can be cut anew
            var count = sizes[axis]
            val step = strides[axis]
            axis--
            while (axis >= 0 && (sizes[axis] == 1 || strides[axis] == step * count)) count *= sizes[axis--]
            var within = 1
            while (next >= 0 && (within < count || target[next] == 1)) {
                steps[next] = step * within
                within *= target[next--]
            }
            if (within != count) return null
        }
        return Layout(target, steps, offset)
    }

    /**
     * The same sizes, strides and offset under the names of [sizes].
     *
     * @throws ShapeException if the sizes differ.
     */
    public fun named(sizes: Sizes): Layout {
        if (sizes != this.sizes) {
            throw ShapeException("layout: names of other sizes: ${this.sizes} against $sizes", listOf("input" to this.sizes))
        }
        return Layout(sizes, strides, offset)
    }

    override fun equals(other: Any?): Boolean =
        other is Layout && offset == other.offset && sizes == other.sizes && strides.contentEquals(other.strides)

    override fun hashCode(): Int = (sizes.hashCode() * 31 + strides.contentHashCode()) * 31 + offset

    override fun toString(): String = "$sizes strides ${strides.contentToString()} offset $offset"

    public companion object {
        /** Row-major without gaps. */
        @JvmStatic
        @JvmOverloads
        public fun of(sizes: Sizes, offset: Int = 0): Layout {
            val strides = IntArray(sizes.rank)
            var step = 1
            for (i in sizes.rank - 1 downTo 0) {
                strides[i] = step
                step *= maxOf(sizes[i], 1)
            }
            return Layout(sizes, strides, offset)
        }

        private fun dense(sizes: Sizes, strides: IntArray): Boolean {
            var expected = 1
            for (i in sizes.rank - 1 downTo 0) {
                if (sizes[i] != 1) {
                    if (strides[i] != expected && sizes.elements != 0) return false
                    expected *= sizes[i]
                }
            }
            return true
        }
    }
}
