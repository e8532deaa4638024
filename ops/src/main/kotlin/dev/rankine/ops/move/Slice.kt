@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** The [count] elements [start], `start + step`, ... of axis [axis], all inside the axis; [step] may be negative. */
public data class SliceAttributes(public val axis: Int, public val start: Int, public val count: Int, public val step: Int)

/** Every so many elements of an axis, without a copy. The row behind [slice]. */
public val sliceOp: Op1<SliceAttributes> =
    view(
        "slice",
        Names("slice"),
        gradient { placeSlice(dy, x.sizes, attributes) },
        sizes = { call -> call.sizes().with(call.attributes.axis, checkedSlice(call.name, call.sizes(), call.attributes).count) },
        layout = { attributes, layout -> attributes.of(layout) },
    )

/**
 * The elements `start, start + step, ...` of [axis] before [end], without a copy; as Python's `x[start:end:step]`: a negative number counts
 * from the end, what lies outside is cut off, null is the end that the direction needs. A negative [step] walks backwards.
 *
 * @throws ShapeException if [x] has no such axis or [step] is 0.
 */
@ShapeRule("s $SLICE_NUMBERS -> with(s, axis, slice(at(s, axis), start, end, step)) where $HAS_AXIS")
@JvmOverloads
public fun slice(x: Value, axis: Int, start: Int? = null, end: Int? = null, step: Int = 1): Value {
    val attributes = resolveSlice("slice", x.sizes, axis, start, end, step)
    return if (attributes.count == x.sizes[attributes.axis] && step == 1) x else sliceOp(attributes, x)
}

/** The rule of [narrow]. */
internal const val NARROW_RULE: String =
    "s axis=? start=? length=? -> with(s, axis, length) where $HAS_AXIS, " +
        "place(start, at(s, axis)) >= 0 \"the start is outside of the axis\", " +
        "place(start, at(s, axis)) + length <= at(s, axis) \"the elements do not fit in the axis\""

/**
 * [length] elements of [axis] from [start] on (negative counts from the end), without a copy.
 *
 * @throws ShapeException if they are not all there.
 */
@ShapeRule(NARROW_RULE)
public fun narrow(x: Value, axis: Int, start: Int, length: Int): Value {
    val place = slicedAxis("narrow", x.sizes, axis)
    val size = x.sizes[place]
    val first = if (start < 0) start + size else start
    if (first < 0 || length < 0 || first > size - length) {
        throw ShapeException("narrow: $length elements from $start on do not fit in axis $place of size $size", listOf("input" to x.sizes))
    }
    return if (length == size) x else sliceOp(SliceAttributes(place, first, length, 1), x)
}

/** The rule of [select]. */
internal const val SELECT_RULE: String =
    "s axis=? index=? -> without(s, axis) where $HAS_AXIS, " +
        "index < at(s, axis) \"index out of range\", index >= 0 - at(s, axis) \"index out of range\""

/**
 * Element [index] (negative counts from the end) of [axis], without a copy; the axis is gone.
 *
 * @throws ShapeException if there is no such element.
 */
@ShapeRule(SELECT_RULE)
public fun select(x: Value, axis: Int, index: Int): Value {
    val place = slicedAxis("select", x.sizes, axis)
    val size = x.sizes[place]
    if (index < -size || index >= size) {
        throw ShapeException(
            "select: index out of range: $index is not in [${-size}, ${size - 1}] on axis $place",
            listOf("input" to x.sizes),
        )
    }
    val part = if (size == 1) x else sliceOp(SliceAttributes(place, if (index < 0) index + size else index, 1, 1), x)
    return reshape(part, x.sizes.filterAxes { it != place })
}

/** What `start:end:step` means for [axis] of [sizes]. */
internal fun resolveSlice(op: String, sizes: Sizes, axis: Int, start: Int?, end: Int?, step: Int): SliceAttributes {
    val place = slicedAxis(op, sizes, axis)
    if (step == 0) throw ShapeException("$op: the step must not be 0", listOf("input" to sizes))
    val size = sizes[place]
    val low = if (step > 0) 0 else -1
    val high = if (step > 0) size else size - 1
    val first = (start?.let { if (it < 0) it + size else it } ?: if (step > 0) low else high).coerceIn(low, high)
    val last = (end?.let { if (it < 0) it + size else it } ?: if (step > 0) high else low).coerceIn(low, high)
    val distance = if (step > 0) last.toLong() - first else first.toLong() - last
    val stride = Math.abs(step.toLong())
    val count = if (distance <= 0) 0 else ((distance + stride - 1) / stride).toInt()
    return SliceAttributes(place, if (count == 0) 0 else first, count, if (count <= 1) 1 else step)
}

/** The number of [axis]; a scalar has none to slice. */
internal fun slicedAxis(op: String, sizes: Sizes, axis: Int): Int {
    if (sizes.rank == 0) throw ShapeException("$op: a scalar has no axis", listOf("input" to sizes))
    return sizes.axisIndex(op, axis)
}

/** Fails if [attributes] reach outside of [sizes]. */
internal fun checkedSlice(op: String, sizes: Sizes, attributes: SliceAttributes): SliceAttributes {
    val (axis, start, count, step) = attributes
    val last = start + (count - 1L) * step
    val inside = axis in 0 until sizes.rank && count >= 0 && (count == 0 || (start in 0 until sizes[axis] && last in 0 until sizes[axis]))
    if (!inside) throw ShapeException("$op: the slice leaves the axis: $attributes", listOf("input" to sizes))
    return attributes
}
