@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeRule

/** The type of element that a conversion ends with ([dtype]). */
public data class CastAttributes(public val dtype: DType)

/** Converts every element to another type, as PyTorch casts. The row behind [to]. */
public val castOp: Op1<CastAttributes> =
    Op1(
        "cast",
        Loop(elementwise = true) { _, inputs, outputs ->
            val x = inputs[0]
            val y = outputs[0]
            for (i in 0 until y.count) if (x.dtype.isFloating) y.set(i, x.double(i)) else y.set(i, x.long(i))
        },
        { call -> arrayOf(Spec(call.attributes.dtype, call.sizes())) },
        gradients(gradient { to(dy, x.dtype) }),
        null,
        Names("to", "astype"),
    )

/** [x] converted to [dtype]; [x] itself if it has that type already. */
@ShapeRule(ShapeRule.SAME)
public fun to(x: Value, dtype: DType): Value = if (x.dtype == dtype) x else castOp(CastAttributes(dtype), x)
