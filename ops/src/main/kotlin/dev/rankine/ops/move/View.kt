@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** The same elements under other sizes, never a copy. The row behind [view]. */
public val viewOp: Op1<TargetAttributes> =
    view(
        "view",
        Names("view"),
        gradient { reshape(dy, x.sizes) },
        sizes = ::reshaped,
        layout = { attributes, layout -> layout.reshape(attributes.sizes) },
    )

/**
 * The same elements in row-major order under [sizes], sharing the bytes; one size may be -1: it is what remains.
 *
 * @throws ShapeException if the number of elements differs or the layout would need a copy.
 */
@ShapeRule(RESHAPE_RULE)
public fun view(x: Value, vararg sizes: Int): Value = viewOp(TargetAttributes(resolveSizes("view", x.sizes, sizes)), x)

/** The rule of [flatten]. */
internal const val FLATTEN_RULE: String =
    "s startAxis=0 endAxis=-1 -> [*part(s, 0, axis(s, startAxis)), " +
        "prod(part(s, axis(s, startAxis), min(axis(s, endAxis) + 1, rank(s)))), " +
        "*part(s, min(axis(s, endAxis) + 1, rank(s)), rank(s))] where " +
        "axis(s, startAxis) <= axis(s, endAxis) \"the first axis comes after the last\""

/**
 * The axes from [startAxis] to [endAxis] (both included) as one. `[a, b, c, d] -> [a, b * c, d]`; a scalar becomes `[1]`.
 *
 * @throws ShapeException if [startAxis] comes after [endAxis].
 */
@ShapeRule(FLATTEN_RULE)
@JvmOverloads
public fun flatten(x: Value, startAxis: Int = 0, endAxis: Int = -1): Value {
    val first = x.sizes.axisIndex("flatten", startAxis)
    val last = x.sizes.axisIndex("flatten", endAxis)
    if (x.rank == 0) return reshape(x, Sizes.of(1))
    if (first > last) throw ShapeException("flatten: the first axis comes after the last: $first > $last", listOf("input" to x.sizes))
    if (first == last) return x
    val joined = (first..last).fold(1) { product, axis -> product * x.sizes[axis] }
    return reshape(x, x.sizes.filterAxes { it < first } + Sizes.of(joined) + x.sizes.filterAxes { it > last })
}

/** The rule of [unflatten]. */
internal const val UNFLATTEN_RULE: String =
    "s axis=? sizes... -> [*part(s, 0, axis(s, axis)), *reshape([at(s, axis)], sizes), *part(s, axis(s, axis) + 1, rank(s))] where $HAS_AXIS"

/**
 * Axis [axis] cut into axes of [sizes], the reverse of [flatten]; one size may be -1.
 *
 * @throws ShapeException if the product of [sizes] is not the size of the axis.
 */
@ShapeRule(UNFLATTEN_RULE)
public fun unflatten(x: Value, axis: Int, vararg sizes: Int): Value {
    val place = slicedAxis("unflatten", x.sizes, axis)
    val cut = resolveSizes("unflatten", Sizes.of(x.sizes[place]), sizes)
    if (cut.elements != x.sizes[place]) {
        throw ShapeException("unflatten: $cut does not make axis $place of size ${x.sizes[place]}", listOf("input" to x.sizes))
    }
    return reshape(x, x.sizes.filterAxes { it < place } + cut + x.sizes.filterAxes { it > place })
}

/** The rule of [t]. */
internal const val TRANSPOSED_RULE: String =
    "s -> [*part(s, min(rank(s), 1), rank(s)), *part(s, 0, min(rank(s), 1))] where rank(s) <= 2 \"needs at most two axes\""

/**
 * The transposed matrix, without a copy: `[n, m] -> [m, n]`; vectors and scalars stay.
 *
 * @throws ShapeException if [x] has more than two axes.
 */
@ShapeRule(TRANSPOSED_RULE)
public fun t(x: Value): Value {
    if (x.rank >
        2
    ) {
        throw ShapeException(
            "t: needs at most two axes: ${x.rank} given",
            listOf("input" to x.sizes),
            "call transpose(x, first, second)",
        )
    }
    return if (x.rank < 2) x else transpose(x, 0, 1)
}

/**
 * [x] repeated to [sizes], without a copy; -1 keeps the size of an axis that [x] has.
 *
 * @throws ShapeException if a size that is not 1 would change.
 */
@ShapeRule(EXPAND_RULE)
public fun expand(x: Value, vararg sizes: Int): Value {
    val lead = sizes.size - x.rank
    val target =
        IntArray(sizes.size) {
            if (sizes[it] == -1 && it < lead) throw ShapeException("expand: -1 on a new axis $it has no size", listOf("input" to x.sizes))
            if (sizes[it] == -1) x.sizes[it - lead] else sizes[it]
        }
    return broadcastTo(x, Sizes.of(*target))
}
