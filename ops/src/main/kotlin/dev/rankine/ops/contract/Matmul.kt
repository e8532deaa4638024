@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.promote

/** The shape rule of [matmulOp]. */
public const val MATMUL_RULE: String = "left:[*batch, n, inner] right:[*batch, inner, m] -> [*batch, n, m]"

private val rule = Rule.of(MATMUL_RULE)

/** Products of matrices, one per batch element. The row behind [matmul]. */
public val matmulOp: Op2<Unit> =
    Op2(
        "matmul",
        Loop { _, inputs, outputs ->
            val (a, b) = inputs
            val y = outputs[0]
            val (n, m) = y.sizes[-2] to y.sizes[-1]
            val k = a.sizes[-1]
            for (i in 0 until y.count) {
                val row = i / m * k
                val column = i / (n * m) * k * m + i % m
                if (a.dtype.isFloating) {
                    var total = 0.0
                    for (j in 0 until k) total += a.double(row + j) * b.double(column + j * m)
                    y.set(i, total)
                } else {
                    var total = 0L
                    for (j in 0 until k) total += a.long(row + j) * b.long(column + j * m)
                    y.set(i, total)
                }
            }
        },
        { call -> arrayOf(Spec(checked(call, Types.NUMBERS, 0), rule.apply(call.name, arrayOf(call.sizes(0), call.sizes(1)))[0])) },
        gradients(gradient { matmulOp(dy, transpose(b, -1, -2)) }, gradient { matmulOp(transpose(a, -1, -2), dy) }),
        { op, inputs -> broadcastBatch(op, inputs) },
        Names("matmul", "matmul"),
    )

/** The rule of [matmul]: a vector stands for a row or a column that is gone in the result. */
internal const val PRODUCT_RULE: String =
    "left:a right:b -> [*broadcast(part(a, 0, max(rank(a) - 2, 0)), part(b, 0, max(rank(b) - 2, 0))), " +
        "*part(a, max(rank(a) - 2, 0), rank(a) - 1), *part(b, max(rank(b) - 1, 1), rank(b))] where " +
        "rank(a) >= 1 \"needs at least one axis on both sides\", rank(b) >= 1 \"needs at least one axis on both sides\", " +
        "at(a, -1) == at(b, 0 - min(rank(b), 2)) \"inner differs\""

/**
 * The matrix product. `[*p, n, k] [*p, k, m] -> [*p, n, m]`; leading axes broadcast; a vector on the left is a row, on the right a column,
 * and its axis is gone in the result.
 *
 * @throws ShapeException if an operand is a scalar or the inner sizes differ.
 */
@ShapeRule(PRODUCT_RULE)
public fun matmul(a: Value, b: Value): Value {
    if (a.rank == 0 || b.rank == 0) {
        throw ShapeException(
            "matmul: needs at least one axis on both sides",
            listOf("left" to a.sizes, "right" to b.sizes),
            "multiply with *",
        )
    }
    val left = if (a.rank == 1) unsqueeze(a, 0) else a
    val right = if (b.rank == 1) unsqueeze(b, 1) else b
    var y = matmulOp(left, right)
    if (b.rank == 1) y = squeeze(y, -1)
    if (a.rank == 1) y = squeeze(y, if (b.rank == 1) -1 else -2)
    return y
}

private fun broadcastBatch(op: String, inputs: Array<Value>): Array<Value> {
    val (a, b) = inputs
    val dtype = promote(a.dtype, b.dtype)
    if (a.rank < 2 || b.rank < 2) return arrayOf(to(a, dtype), to(b, dtype))
    val left = a.sizes.filterAxes { it < a.rank - 2 }
    val right = b.sizes.filterAxes { it < b.rank - 2 }
    if (left == right) return if (a.dtype == b.dtype) inputs else arrayOf(to(a, dtype), to(b, dtype))
    val batch = Sizes.broadcast(op, left, right)
    return arrayOf(
        broadcastTo(to(a, dtype), batch + a.sizes.filterAxes { it >= a.rank - 2 }),
        broadcastTo(
            to(b, dtype),
            batch + b.sizes.filterAxes { it >= b.rank - 2 },
        ),
    )
}
