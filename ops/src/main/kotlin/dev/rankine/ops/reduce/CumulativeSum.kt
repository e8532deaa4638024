@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeRule

/** The [axis] (not negative) to walk along; [reverse]: whether from its end. */
public data class CumulativeAttributes(public val axis: Int, public val reverse: Boolean = false)

/** Running sums along an axis, from its end if reversed. The row behind [cumsum]. */
public val cumsumOp: Op1<CumulativeAttributes> =
    Op1(
        "cumsum",
        Loop { attributes, inputs, outputs ->
            val (x, y) = inputs[0] to outputs[0]
            forEachLine(x.sizes, attributes.axis) { first, step, size ->
                var total = 0.0
                var count = 0L
                for (k in 0 until size) {
                    val i = first + (if (attributes.reverse) size - 1 - k else k) * step
                    if (x.dtype.isFloating) {
                        total += x.double(i)
                        y.set(i, total)
                    } else {
                        count += x.long(i)
                        y.set(i, count)
                    }
                }
            }
        },
        { call -> arrayOf(Spec(summedType(call.dtype()), call.sizes())) },
        gradients(gradient { cumsumOp(attributes.copy(reverse = !attributes.reverse), dy) }),
        null,
        Names("cumsum", "cumsum"),
    )

/**
 * The running sums along [axis]: element `i` is the sum of elements 0 to `i`. Bool and integers add as int64. `[*p] -> [*p]`.
 *
 * @param dtype the type that the operand is converted to first.
 * @throws dev.rankine.shapes.ShapeException if the axis is out of range.
 */
@ShapeRule(ALONG_RULE)
@JvmOverloads
public fun cumsum(x: Value, axis: Int, dtype: DType? = null): Value {
    val operand = if (dtype != null) to(x, dtype) else x
    return cumsumOp(CumulativeAttributes(x.sizes.axisIndex("cumsum", axis)), operand)
}
