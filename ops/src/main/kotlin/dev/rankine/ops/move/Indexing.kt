@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule

/** What stands between the brackets of `x[...]` for one axis. Views only; [gather] and [indexSelect] pick by values. */
public sealed class Index {
    internal data class One(val index: Int) : Index()

    internal data class Part(val start: Int?, val end: Int?, val step: Int) : Index()

    internal data class Places(val places: IntProgression) : Index()

    public companion object {
        /** One element; the axis is gone. Negative counts from the end. */
        public fun at(index: Int): Index = One(index)

        /** Python's `start:end:step`; see [slice]. */
        public fun part(start: Int? = null, end: Int? = null, step: Int = 1): Index = Part(start, end, step)

        /** The elements `places`, all of which must be there: `1..3`, `0 until 8 step 2`, `3 downTo 0`, `-3..-1`. */
        public fun of(places: IntProgression): Index = Places(places)
    }
}

/** The whole axis: `x[All, 0]`. */
public object All : Index()

/** As many whole axes as are left: `x[Rest, 0]`. At most once. */
public object Rest : Index()

/** A new axis of size 1: `x[NewAxis, All]`. */
public object NewAxis : Index()

/**
 * The part of the value that [index] says, one entry per axis, axes that are left out whole; without a copy.
 *
 * @throws ShapeException if there are too many entries or one leaves its axis.
 */
public operator fun Value.get(vararg index: Index): Value {
    val taken = index.count { it !is NewAxis && it !is Rest }
    val rests = index.count { it is Rest }
    if (taken > rank || rests > 1) {
        throw ShapeException(
            "index: ${if (rests > 1) "Rest stands more than once" else "too many entries: $taken for $rank axes"}",
            listOf("input" to sizes),
        )
    }
    var result = this
    var axis = 0
    for (entry in index) {
        when (entry) {
            is Index.One -> result = select(result, axis, entry.index)
            is Index.Part -> result = slice(result, axis++, entry.start, entry.end, entry.step)
            is Index.Places -> result = places(result, axis++, entry.places)
            is All -> axis++
            is Rest -> axis += rank - taken
            is NewAxis -> result = unsqueeze(result, axis++)
        }
    }
    return result
}

/** The part at these places of the leading axes, which are gone; negative counts from the end. */
@ShapeRule("s index... -> part(s, rank(index), rank(s)) where rank(index) <= rank(s) \"too many entries\"")
public operator fun Value.get(vararg index: Int): Value = get(*Array(index.size) { Index.at(index[it]) })

/** The elements at these places of the leading axes. */
public operator fun Value.get(vararg index: IntProgression): Value = get(*Array(index.size) { Index.of(index[it]) })

/** See the first form. */
public operator fun Value.get(first: Int, second: IntProgression): Value = get(Index.at(first), Index.of(second))

/** See the first form. */
public operator fun Value.get(first: IntProgression, second: Int): Value = get(Index.of(first), Index.at(second))

/** See the first form. */
public operator fun Value.get(first: Int, second: Index): Value = get(Index.at(first), second)

/** See the first form. */
public operator fun Value.get(first: Index, second: Int): Value = get(first, Index.at(second))

/** See the first form. */
public operator fun Value.get(first: IntProgression, second: Index): Value = get(Index.of(first), second)

/** See the first form. */
public operator fun Value.get(first: Index, second: IntProgression): Value = get(first, Index.of(second))

private fun places(x: Value, axis: Int, places: IntProgression): Value {
    val size = x.sizes[axis]
    if (places.isEmpty()) return narrow(x, axis, 0, 0)
    val (first, last) = places.first to places.last
    if (first < -size || first >= size || last < -size || last >= size || (first < 0) != (last < 0)) {
        throw ShapeException("index: $places leaves axis $axis of size $size", listOf("input" to x.sizes))
    }
    val count = ((last.toLong() - first) / places.step + 1).toInt()
    return sliceOp(SliceAttributes(axis, if (first < 0) first + size else first, count, places.step), x)
}
