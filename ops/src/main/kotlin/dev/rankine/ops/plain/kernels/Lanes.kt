package dev.rankine.ops.plain.kernels

/** Loops that move elements of one array type, and the small arrays into which a thread gathers them. */
internal abstract class Lanes<T : Any> {
    private val scratch: ThreadLocal<List<T>> = ThreadLocal.withInitial { List(4) { create(CHUNK) } }

    /** A small array of [CHUNK] elements of this thread; [slot] is 0 to 3. */
    fun scratch(slot: Int): T = scratch.get()[slot]

    abstract fun create(elements: Int): T

    /** `into[to + i] = from[at + i * step]` for [count] numbers `i`. */
    abstract fun gather(from: T, at: Int, step: Int, into: T, to: Int, count: Int)

    /** `into[to + i * step] = from[at + i]` for [count] numbers `i`. */
    abstract fun scatter(from: T, at: Int, into: T, to: Int, step: Int, count: Int)

    /** Elements [first] to `first + count` of [walk] over [from], in order, into the start of [into]. */
    fun gather(from: T, walk: Walk, first: Int, count: Int, into: T) {
        walk.runs(first, count) { at, step, done, run -> gather(from, at, step, into, done, run) }
    }

    /** The start of [from] into elements [first] to `first + count` of [walk] over [into]. */
    fun scatter(from: T, into: T, walk: Walk, first: Int, count: Int) {
        walk.runs(first, count) { at, step, done, run -> scatter(from, done, into, at, step, run) }
    }

    companion object {
        /** How many elements are gathered at a time: a few arrays of them fit in the first-level cache. */
        const val CHUNK = 1024
    }
}

/** Float32. */
internal object FloatLanes : Lanes<FloatArray>() {
    override fun create(elements: Int) = FloatArray(elements)

    override fun gather(from: FloatArray, at: Int, step: Int, into: FloatArray, to: Int, count: Int) {
        when (step) {
            1 -> System.arraycopy(from, at, into, to, count)
            0 -> into.fill(from[at], to, to + count)
            else -> for (i in 0 until count) into[to + i] = from[at + i * step]
        }
    }

    override fun scatter(from: FloatArray, at: Int, into: FloatArray, to: Int, step: Int, count: Int) {
        if (step == 1) System.arraycopy(from, at, into, to, count) else for (i in 0 until count) into[to + i * step] = from[at + i]
    }
}

/** Float64. */
internal object DoubleLanes : Lanes<DoubleArray>() {
    override fun create(elements: Int) = DoubleArray(elements)

    override fun gather(from: DoubleArray, at: Int, step: Int, into: DoubleArray, to: Int, count: Int) {
        when (step) {
            1 -> System.arraycopy(from, at, into, to, count)
            0 -> into.fill(from[at], to, to + count)
            else -> for (i in 0 until count) into[to + i] = from[at + i * step]
        }
    }

    override fun scatter(from: DoubleArray, at: Int, into: DoubleArray, to: Int, step: Int, count: Int) {
        if (step == 1) System.arraycopy(from, at, into, to, count) else for (i in 0 until count) into[to + i * step] = from[at + i]
    }
}

/** Int64. */
internal object LongLanes : Lanes<LongArray>() {
    override fun create(elements: Int) = LongArray(elements)

    override fun gather(from: LongArray, at: Int, step: Int, into: LongArray, to: Int, count: Int) {
        when (step) {
            1 -> System.arraycopy(from, at, into, to, count)
            0 -> into.fill(from[at], to, to + count)
            else -> for (i in 0 until count) into[to + i] = from[at + i * step]
        }
    }

    override fun scatter(from: LongArray, at: Int, into: LongArray, to: Int, step: Int, count: Int) {
        if (step == 1) System.arraycopy(from, at, into, to, count) else for (i in 0 until count) into[to + i * step] = from[at + i]
    }
}

/** Int32. */
internal object IntLanes : Lanes<IntArray>() {
    override fun create(elements: Int) = IntArray(elements)

    override fun gather(from: IntArray, at: Int, step: Int, into: IntArray, to: Int, count: Int) {
        when (step) {
            1 -> System.arraycopy(from, at, into, to, count)
            0 -> into.fill(from[at], to, to + count)
            else -> for (i in 0 until count) into[to + i] = from[at + i * step]
        }
    }

    override fun scatter(from: IntArray, at: Int, into: IntArray, to: Int, step: Int, count: Int) {
        if (step == 1) System.arraycopy(from, at, into, to, count) else for (i in 0 until count) into[to + i * step] = from[at + i]
    }
}

/** Bool, uint8 and int8. */
internal object ByteLanes : Lanes<ByteArray>() {
    override fun create(elements: Int) = ByteArray(elements)

    override fun gather(from: ByteArray, at: Int, step: Int, into: ByteArray, to: Int, count: Int) {
        when (step) {
            1 -> System.arraycopy(from, at, into, to, count)
            0 -> into.fill(from[at], to, to + count)
            else -> for (i in 0 until count) into[to + i] = from[at + i * step]
        }
    }

    override fun scatter(from: ByteArray, at: Int, into: ByteArray, to: Int, step: Int, count: Int) {
        if (step == 1) System.arraycopy(from, at, into, to, count) else for (i in 0 until count) into[to + i * step] = from[at + i]
    }
}
