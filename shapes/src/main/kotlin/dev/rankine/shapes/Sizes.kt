package dev.rankine.shapes

/**
 * The run-time value of a shape: a size per axis, and the dim's name where one is known.
 *
 * Equality compares sizes only; names serve messages.
 *
 * @throws ShapeException if a size is negative or the number of elements does not fit in an `Int`.
 */
public class Sizes private constructor(private val sizes: IntArray, private val axes: Array<Axis<*>?>?) {
    /** The number of elements: the product of all sizes, 1 for rank 0. */
    public val elements: Int = count(sizes)

    /** The number of axes. */
    public val rank: Int get() = sizes.size

    /** The size of axis [axis]; a negative [axis] counts from the end and is not checked beyond the array's own check. */
    public operator fun get(axis: Int): Int = sizes[if (axis < 0) axis + sizes.size else axis]

    /** The bound axis of [axis] where a name is known. */
    public fun axis(axis: Int): Axis<*>? = axes?.get(if (axis < 0) axis + sizes.size else axis)

    /** Whether any axis has a name. */
    public val isNamed: Boolean get() = axes != null && axes.any { it != null }

    /** A copy as an array. */
    public fun toIntArray(): IntArray = sizes.copyOf()

    /** A copy as a list. */
    public fun toList(): List<Int> = sizes.toList()

    /** These sizes with the names of [named] where an axis has none and the sizes agree. Ranks must be equal. */
    public fun namedLike(named: Sizes): Sizes {
        if (named.axes == null || named.rank != rank) return this
        return Sizes(sizes, Array(rank) { i -> axes?.get(i) ?: named.axes[i]?.takeIf { it.size == sizes[i] } })
    }

    /**
     * These sizes with the given axes as names, null where an axis has none.
     *
     * @throws ShapeException if their number is not [rank] or one has another size than the axis it names.
     */
    public fun withAxes(axes: Array<Axis<*>?>): Sizes {
        val wrong = axes.size != rank || axes.indices.any { i -> axes[i]?.let { it.size != sizes[i] } ?: false }
        if (wrong) throw ShapeException("sizes: names do not fit: ${axes.contentToString()}", listOf("input" to this))
        return Sizes(sizes, if (axes.any { it != null }) axes.copyOf() else null)
    }

    /** The sizes of the axes that [keep] accepts, with their names. */
    public fun filterAxes(keep: (Int) -> Boolean): Sizes = pick((0 until rank).filter(keep).toIntArray())

    /** The sizes of the given axes in the given order, with their names; -1 inserts an axis of size 1. */
    public fun pick(order: IntArray): Sizes =
        Sizes(
            IntArray(order.size) { if (order[it] < 0) 1 else sizes[order[it]] },
            axes?.let { named -> Array(order.size) { if (order[it] < 0) null else named[order[it]] } },
        )

    /** These sizes with axis [axis] (not negative) set to [size]; its name is dropped if the size changed. */
    public fun with(axis: Int, size: Int): Sizes {
        if (sizes[axis] == size) return this
        val changed = sizes.copyOf().also { it[axis] = size }
        return Sizes(changed, axes?.copyOf()?.also { it[axis] = null })
    }

    /**
     * The axis number that [axis] means: from `-rank` to `rank - 1`; a scalar accepts -1 and 0 as PyTorch does.
     *
     * @throws ShapeException naming [op] if it is out of range.
     */
    public fun axisIndex(op: String, axis: Int): Int {
        val limit = maxOf(rank, 1)
        if (axis < -limit || axis >= limit) {
            throw ShapeException("$op: axis out of range: $axis is not in [${-limit}, ${limit - 1}]", listOf("input" to this))
        }
        return if (axis < 0) axis + limit else axis
    }

    /** The axes of these sizes followed by those of [other]. */
    public operator fun plus(other: Sizes): Sizes =
        Sizes(
            sizes + other.sizes,
            if (axes == null &&
                other.axes == null
            ) {
                null
            } else {
                Array(rank + other.rank) { if (it < rank) axis(it) else other.axis(it - rank) }
            },
        )

    override fun equals(other: Any?): Boolean = other is Sizes && sizes.contentEquals(other.sizes)

    override fun hashCode(): Int = sizes.contentHashCode()

    /** `[Batch = 32, 784]`. */
    override fun toString(): String =
        sizes.indices.joinToString(", ", "[", "]") { i -> axes?.get(i)?.let { "${it.dim.name} = ${sizes[i]}" } ?: sizes[i].toString() }

    public companion object {
        /** The sizes of a scalar. */
        @JvmField
        public val SCALAR: Sizes = Sizes(IntArray(0), null)

        /** Sizes without names. */
        @JvmStatic
        public fun of(vararg sizes: Int): Sizes = if (sizes.isEmpty()) SCALAR else Sizes(sizes.copyOf(), null)

        /** Sizes without names. */
        @JvmStatic
        public fun of(sizes: List<Int>): Sizes = Sizes(sizes.toIntArray(), null)

        /** Sizes named by the axes. */
        @JvmStatic
        public fun named(vararg axes: Axis<*>): Sizes = Sizes(IntArray(axes.size) { axes[it].size }, Array(axes.size) { axes[it] })

        /** Sizes that keep [sizes] and [axes] without a copy; the caller gives both away. */
        internal fun wrap(sizes: IntArray, axes: Array<Axis<*>?>?): Sizes = if (sizes.isEmpty()) SCALAR else Sizes(sizes, axes)

        /**
         * The sizes that all of [operands] broadcast to: aligned at the last axis, size 1 stretches.
         *
         * @throws ShapeException naming [op] and the operands if two sizes clash.
         */
        @JvmStatic
        public fun broadcast(op: String, vararg operands: Sizes): Sizes {
            var result = operands[0]
            for (i in 1 until operands.size) {
                if (operands[i] !== result && !(operands[i].sizes.contentEquals(result.sizes) && operands[i].axes == null)) {
                    result = broadcast(op, result, operands[i], operands)
                }
            }
            return result
        }

        private fun broadcast(op: String, a: Sizes, b: Sizes, operands: Array<out Sizes>): Sizes {
            val rank = maxOf(a.rank, b.rank)
            val out = IntArray(rank)
            val names = if (a.axes != null || b.axes != null) arrayOfNulls<Axis<*>>(rank) else null
            for (i in 0 until rank) {
                val ia = i - (rank - a.rank)
                val ib = i - (rank - b.rank)
                val x = if (ia < 0) 1 else a.sizes[ia]
                val y = if (ib < 0) 1 else b.sizes[ib]
                if (x != y && x != 1 && y != 1) throw clash(op, x, y, i - rank, operands)
                out[i] = if (x == 1) y else x
                if (names != null) {
                    val left = if (ia >= 0 && x == out[i]) a.axes?.get(ia) else null
                    names[i] = left ?: if (ib >= 0 && y == out[i]) b.axes?.get(ib) else null
                }
            }
            return Sizes(out, names)
        }

        private fun clash(op: String, x: Int, y: Int, axis: Int, operands: Array<out Sizes>): ShapeException {
            val names = if (operands.size == 2) listOf("left", "right") else List(operands.size) { "input ${it + 1}" }
            return ShapeException("$op: sizes do not broadcast: $x against $y on axis $axis", names.zip(operands.toList()))
        }

        private fun count(sizes: IntArray): Int {
            var product = 1L
            var empty = false
            for (size in sizes) {
                if (size < 0) throw ShapeException("sizes: a size cannot be negative: ${sizes.contentToString()}")
                if (size == 0) empty = true
                if (product <= Int.MAX_VALUE) product *= maxOf(size, 1)
            }
            if (empty) return 0
            if (product > Int.MAX_VALUE) {
                throw ShapeException("sizes: too many elements: ${sizes.contentToString()} exceeds ${Int.MAX_VALUE}")
            }
            return product.toInt()
        }
    }
}
