@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule

/** The [diagonal] that bounds a triangle: 0 is the main one, positive ones lie above it. */
public data class DiagonalAttributes(public val diagonal: Int)

/** Zero above a diagonal. The row behind [tril]. */
public val trilOp: Op1<DiagonalAttributes> =
    triangle("tril", { attributes, dy -> trilOf(attributes, dy) }) { row, column, k ->
        column - row <=
            k
    }

/** Zero below a diagonal. The row behind [triu]. */
public val triuOp: Op1<DiagonalAttributes> =
    triangle("triu", { attributes, dy -> triuOf(attributes, dy) }) { row, column, k ->
        column - row >=
            k
    }

/**
 * The lower triangle: elements above [diagonal] of each matrix are zero, whatever they were. `[..., n, m] -> [..., n, m]`
 *
 * @throws ShapeException if [x] has fewer than two axes.
 */
@ShapeRule(MATRICES_RULE)
@JvmOverloads
public fun tril(x: Value, diagonal: Int = 0): Value = trilOp(DiagonalAttributes(diagonal), x)

/**
 * The upper triangle: elements below [diagonal] of each matrix are zero, whatever they were. `[..., n, m] -> [..., n, m]`
 *
 * @throws ShapeException if [x] has fewer than two axes.
 */
@ShapeRule(MATRICES_RULE)
@JvmOverloads
public fun triu(x: Value, diagonal: Int = 0): Value = triuOp(DiagonalAttributes(diagonal), x)

private fun trilOf(attributes: DiagonalAttributes, x: Value): Value = trilOp(attributes, x)

private fun triuOf(attributes: DiagonalAttributes, x: Value): Value = triuOp(attributes, x)

private fun triangle(
    name: String,
    gradient: (DiagonalAttributes, Value) -> Value,
    keeps: (row: Long, column: Long, diagonal: Int) -> Boolean,
): Op1<DiagonalAttributes> =
    Op1(
        name,
        Loop { attributes, inputs, outputs ->
            val x = inputs[0]
            val y = outputs[0]
            val rows = x.sizes[-2]
            val columns = x.sizes[-1]
            for (i in 0 until y.count) {
                val isKept = keeps((i / columns % rows).toLong(), (i % columns).toLong(), attributes.diagonal)
                if (isKept) y.take(i, x, i) else y.set(i, 0L)
            }
        },
        { call ->
            if (call.sizes().rank <
                2
            ) {
                throw ShapeException(
                    "${call.name}: needs at least two axes: ${call.sizes().rank} given",
                    listOf("input" to call.sizes()),
                )
            }
            arrayOf(Spec(call.dtype(), call.sizes()))
        },
        gradients(gradient { gradient(attributes, dy) }),
        null,
        Names(name, name),
    )
