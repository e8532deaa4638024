@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** The sizes of a matrix, [rows] and [columns], and its element type ([dtype]). */
public data class EyeAttributes(public val rows: Int, public val columns: Int, public val dtype: DType)

/** Ones on the diagonal. The row behind [eye]. */
public val eyeOp: Op0<EyeAttributes> =
    Op0(
        "eye",
        Loop { attributes, _, outputs ->
            val y = outputs[0]
            for (i in 0 until y.count) y.set(i, if (i / attributes.columns == i % attributes.columns) 1L else 0L)
        },
        { call -> arrayOf(Spec(call.attributes.dtype, Sizes.of(call.attributes.rows, call.attributes.columns))) },
        Names("eye", "eye"),
    )

/**
 * The matrix with ones on the diagonal and zeros elsewhere. `-> [rows, columns]`
 *
 * @throws ShapeException if a size is negative.
 */
@ShapeRule("rows=? columns=rows -> [rows, columns]")
@JvmOverloads
public fun eye(rows: Int, columns: Int = rows, dtype: DType = DType.DEFAULT, backend: Backend = Backends.current): Value =
    eyeOp.on(backend, EyeAttributes(rows, columns, dtype))
