@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** [count] numbers of the element type [dtype] from [start] to [end]. */
public data class LinspaceAttributes(public val start: Double, public val end: Double, public val count: Int, public val dtype: DType)

/** Numbers at equal distances, both ends included. The row behind [linspace]. */
public val linspaceOp: Op0<LinspaceAttributes> =
    Op0(
        "linspace",
        Loop { attributes, _, outputs ->
            val (start, end, count) = attributes
            val step = if (count > 1) (end - start) / (count - 1) else 0.0
            for (i in 0 until count) outputs[0].set(i, if (i < (count + 1) / 2) start + i * step else end - (count - 1 - i) * step)
        },
        { call ->
            if (!call.attributes.dtype.isFloating) throw refused(call.name, call.attributes.dtype)
            arrayOf(Spec(call.attributes.dtype, Sizes.of(call.attributes.count)))
        },
        Names("linspace", "linspace"),
    )

/**
 * [steps] numbers at equal distances from [start] to [end], both included; counted from the nearer end, so that both are exact. `-> [steps]`
 *
 * @throws ShapeException if [steps] is negative.
 * @throws dev.rankine.shapes.DTypeException if [dtype] is not a floating type: equal distances need fractions.
 */
@ShapeRule("steps=? -> [steps]")
@JvmOverloads
public fun linspace(start: Double, end: Double, steps: Int, dtype: DType = DType.DEFAULT, backend: Backend = Backends.current): Value {
    if (steps < 0) throw ShapeException("linspace: the number of steps is negative: $steps")
    return linspaceOp.on(backend, LinspaceAttributes(start, end, steps, dtype))
}
