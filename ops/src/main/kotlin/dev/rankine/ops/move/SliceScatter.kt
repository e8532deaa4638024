@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.Layout
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** A copy with a slice replaced. The row behind [sliceScatter]. */
public val sliceScatterOp: Op2<SliceAttributes> =
    Op2(
        "slice_scatter",
        Loop { attributes, inputs, outputs ->
            val y = outputs[0]
            val part = Elements(y.storage, attributes.of(y.layout))
            for (i in 0 until y.count) y.take(i, inputs[0], i)
            for (i in 0 until part.count) part.take(i, inputs[1], i)
        },
        { call -> arrayOf(Spec(sameType(call, 0, 1), scattered(call))) },
        gradients(
            gradient { sliceScatterOp(attributes, dy, zerosLike(b)) },
            gradient { sliceOp(attributes, dy) },
        ),
        null,
        Names("slice_scatter"),
    )

/**
 * A copy of [x] in which [source] stands where `slice(x, axis, start, end, step)` was.
 *
 * @throws ShapeException if [source] has not the sizes of that slice.
 * @throws DTypeException if the element types differ.
 */
@ShapeRule(
    "s source:t $SLICE_NUMBERS -> s where $HAS_AXIS, " +
        "t == with(s, axis, slice(at(s, axis), start, end, step)) \"the source has not the sizes of the slice\"",
)
@JvmOverloads
public fun sliceScatter(x: Value, source: Value, axis: Int, start: Int? = null, end: Int? = null, step: Int = 1): Value =
    sliceScatterOp(resolveSlice("slice_scatter", x.sizes, axis, start, end, step), x, source)

/** A copy of [x] in which [source] stands where `select(x, axis, index)` was. */
public fun selectScatter(x: Value, source: Value, axis: Int, index: Int): Value {
    val place = slicedAxis("select_scatter", x.sizes, axis)
    val size = x.sizes[place]
    if (index < -size || index >= size) {
        throw ShapeException(
            "select_scatter: index out of range: $index is not in [${-size}, ${size - 1}] on axis $place",
            listOf("input" to x.sizes),
        )
    }
    return sliceScatterOp(SliceAttributes(place, if (index < 0) index + size else index, 1, 1), x, unsqueeze(source, place))
}

/** Zeros of [sizes] with [x] placed where the slice [at] is: the adjoint of a slice. */
internal fun placeSlice(x: Value, sizes: Sizes, at: SliceAttributes): Value {
    if (at.step != 1) return sliceScatterOp(at, full(sizes, 0, x.dtype, x.backend), x)
    val pads = IntArray(2 * (sizes.rank - at.axis))
    pads[pads.size - 2] = at.start
    pads[pads.size - 1] = sizes[at.axis] - at.start - at.count
    return constantPadOp(PadAttributes(pads.asList(), 0L), x)
}

/** The layout of this slice of [layout]. */
internal fun SliceAttributes.of(layout: Layout): Layout = layout.slice(axis, start, count, step)

/** Stores element [j] of [from], which has the same type, in element [i]. */
internal fun Elements.take(i: Int, from: Elements, j: Int) {
    if (dtype.isFloating) set(i, from.double(j)) else set(i, from.long(j))
}

/** The element type of inputs [i] and [j], which must be the same. */
internal fun sameType(call: Call<*>, i: Int, j: Int): DType {
    if (call.dtype(i) != call.dtype(j)) {
        throw DTypeException("${call.name}: element types differ: ${call.dtype(i)} != ${call.dtype(j)}", "convert one with to(dtype)")
    }
    return call.dtype(i)
}

private fun scattered(call: Call<out SliceAttributes>): Sizes {
    val sizes = call.sizes()
    val part = sizes.with(call.attributes.axis, checkedSlice(call.name, sizes, call.attributes).count)
    if (call.sizes(1) != part) {
        throw ShapeException(
            "${call.name}: the source has not the sizes of the slice: ${call.sizes(1)} != $part",
            listOf(
                "input" to sizes,
                "source" to call.sizes(1),
            ),
        )
    }
    return sizes
}
