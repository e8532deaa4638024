@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Layout
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** The matrices of the axes [rows] and [columns], and which of their diagonals ([offset]): 0 is the main one, positive ones lie above it. */
public data class MatrixDiagonalAttributes(public val offset: Int, public val rows: Int, public val columns: Int)

/** The diagonals of matrices, without a copy. The row behind [diagonal]. */
public val diagonalOp: Op1<MatrixDiagonalAttributes> =
    view(
        "diagonal",
        Names("diagonal", "diagonal"),
        gradient { diagonalScatterOf(attributes, full(x.sizes, 0, dy.dtype, dy.backend), dy) },
        sizes = { call -> diagonalSizes(call.sizes(), call.attributes) },
        layout = { attributes, layout -> diagonalOf(layout, attributes) },
    )

/** A copy with the diagonals of matrices replaced. The row behind [diagonalScatter]. */
public val diagonalScatterOp: Op2<MatrixDiagonalAttributes> =
    Op2(
        "diagonal_scatter",
        Loop { attributes, inputs, outputs ->
            val y = outputs[0]
            for (i in 0 until y.count) y.take(i, inputs[0], i)
            val part = Elements(y.storage, diagonalOf(y.layout, attributes))
            for (i in 0 until part.count) part.take(i, inputs[1], i)
        },
        { call ->
            val expected = diagonalSizes(call.sizes(), call.attributes)
            if (call.sizes(1) != expected) {
                throw ShapeException(
                    "${call.name}: the source has not the sizes of the diagonal: ${call.sizes(1)} != $expected",
                    listOf("input" to call.sizes(0), "source" to call.sizes(1)),
                )
            }
            arrayOf(Spec(sameType(call, 0, 1), call.sizes()))
        },
        gradients(gradient { diagonalScatterOf(attributes, dy, zerosLike(b)) }, gradient { diagonalOp(attributes, dy) }),
        null,
        Names("diagonal_scatter"),
    )

/** The sizes of a diagonal of `s`. */
private const val DIAGONAL_SIZES =
    "[*reduce(s, [rows, columns], 0), " +
        "max(0, min(at(s, rows) - max(0 - offset, 0), at(s, columns) - max(offset, 0)))]"

/** The rule of [diagonal]. */
internal const val DIAGONAL_RULE: String = "s offset=0 rows=0 columns=1 -> $DIAGONAL_SIZES"

/**
 * The diagonals of the matrices in the axes [rows] and [columns], as a new last axis, without a copy. `[n, m, *p] -> [*p, min(n, m)]`
 *
 * @throws ShapeException if the two axes are the same.
 */
@ShapeRule(DIAGONAL_RULE)
@JvmOverloads
public fun diagonal(x: Value, offset: Int = 0, rows: Int = 0, columns: Int = 1): Value =
    diagonalOp(matrixDiagonal("diagonal", x.sizes, offset, rows, columns), x)

/** The rule of [diagonalScatter]. */
internal const val DIAGONAL_SCATTER_RULE: String =
    "s source:t offset=0 rows=0 columns=1 -> s where t == $DIAGONAL_SIZES \"the source has not the sizes of the diagonal\""

/** A copy of [x] in which [source] stands where `diagonal(x, offset, rows, columns)` was. */
@ShapeRule(DIAGONAL_SCATTER_RULE)
@JvmOverloads
public fun diagonalScatter(x: Value, source: Value, offset: Int = 0, rows: Int = 0, columns: Int = 1): Value =
    diagonalScatterOp(matrixDiagonal("diagonal_scatter", x.sizes, offset, rows, columns), x, source)

/**
 * Square matrices in the new axes [rows] and [columns] with the last axis of [x] on a diagonal, zero elsewhere.
 * `[*p, n] -> [*p, n + |offset|, n + |offset|]`
 *
 * @throws ShapeException if [x] is a scalar or the two axes are the same.
 */
@JvmOverloads
public fun diagEmbed(x: Value, offset: Int = 0, rows: Int = -2, columns: Int = -1): Value {
    val axis = slicedAxis("diag_embed", x.sizes, -1)
    val side = x.sizes[axis] + Math.abs(offset)
    val sizes = x.sizes.filterAxes { it < axis } + Sizes.of(side, side)
    val square = diagonalScatterOp(MatrixDiagonalAttributes(offset, axis, axis + 1), full(sizes, 0, x.dtype, x.backend), x)
    val chosen = matrixDiagonal("diag_embed", sizes, offset, rows, columns)
    return movedim(square, listOf(axis, axis + 1), listOf(chosen.rows, chosen.columns))
}

/** The sum of the main diagonal. `[n, m] -> []` */
@ShapeRule("[n, m, *p] -> []")
public fun trace(x: Value): Value = sum(diagonal(x))

private fun matrixDiagonal(op: String, sizes: Sizes, offset: Int, rows: Int, columns: Int): MatrixDiagonalAttributes {
    val (first, second) = slicedAxis(op, sizes, rows) to slicedAxis(op, sizes, columns)
    if (first == second) throw ShapeException("$op: rows and columns are the same axis: $first", listOf("input" to sizes))
    return MatrixDiagonalAttributes(offset, first, second)
}

private fun diagonalScatterOf(attributes: MatrixDiagonalAttributes, x: Value, source: Value): Value =
    diagonalScatterOp(attributes, x, source)

private fun diagonalSizes(sizes: Sizes, attributes: MatrixDiagonalAttributes): Sizes =
    sizes.filterAxes { it != attributes.rows && it != attributes.columns } + Sizes.of(length(sizes, attributes))

private fun length(sizes: Sizes, attributes: MatrixDiagonalAttributes): Int {
    val (offset, rows, columns) = attributes
    val below = sizes[rows] - maxOf(-offset.toLong(), 0L)
    val right = sizes[columns] - maxOf(offset.toLong(), 0L)
    return maxOf(0L, minOf(below, right)).toInt()
}

internal fun diagonalOf(layout: Layout, attributes: MatrixDiagonalAttributes): Layout {
    val (offset, rows, columns) = attributes
    val others = (0 until layout.rank).filter { it != rows && it != columns }
    val strides = (others.map { layout.stride(it) } + (layout.stride(rows) + layout.stride(columns))).toIntArray()
    val sizes = diagonalSizes(layout.sizes, attributes)
    val shift =
        when {
            sizes[-1] == 0 -> 0
            offset >= 0 -> offset * layout.stride(columns)
            else -> -offset * layout.stride(rows)
        }
    return Layout(sizes, strides, layout.offset + shift)
}
