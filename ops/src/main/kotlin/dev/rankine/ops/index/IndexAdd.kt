@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule

/** Adds slices at indexed places along an axis. The row behind [indexAdd]. */
public val indexAddOp: Op3<AxisAttributes> =
    Op3(
        "index_add",
        Loop { attributes, inputs, outputs ->
            val (x, index, source) = inputs
            val sum = RunningSum(x)
            forEachSlice("index_add", index, x.sizes, attributes.axis) { into, i -> sum.add(into, source, i) }
            sum.store(outputs[0])
        },
        { call ->
            checkIndex(call.name, call.inputs[1])
            val expected = selected(call.name, call.sizes(0), call.sizes(1), call.attributes.axis)
            if (call.sizes(2) != expected) {
                throw ShapeException(
                    "${call.name}: the source has other sizes than the slices: ${call.sizes(2)} != $expected",
                    listOf("input" to call.sizes(0), "index" to call.sizes(1), "source" to call.sizes(2)),
                )
            }
            arrayOf(Spec(sameType(call, 0, 2), call.sizes(0)))
        },
        gradients(
            gradient { dy },
            NotDifferentiable("an index has no gradient"),
            gradient { indexSelectOp(attributes, dy, b) },
        ),
        null,
        Names("index_add"),
    )

/**
 * A copy of [x] with slice `i` of [source] along [axis], times [alpha], added to its slice `index[i]`. Indices may repeat.
 *
 * @throws ShapeException if the sizes do not fit or an index is out of range.
 * @throws dev.rankine.shapes.DTypeException if [index] is not int64 or int32, or [source] has another type than [x].
 */
@ShapeRule(
    "s index:t source:u axis=? -> s where rank(t) <= 1 \"an index must be a vector\", " +
        "u == with(s, axis, prod(t)) \"the source has other sizes than the slices\"",
)
@JvmOverloads
public fun indexAdd(x: Value, axis: Int, index: Value, source: Value, alpha: Number = 1): Value =
    indexAddOp(AxisAttributes(x.sizes.axisIndex("index_add", axis)), x, index, if (alpha.toDouble() == 1.0) source else source * alpha)
