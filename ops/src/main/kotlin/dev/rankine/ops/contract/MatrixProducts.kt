@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/**
 * The product of two matrices. `[n, k] [k, m] -> [n, m]`. Nothing broadcasts; see [matmul].
 *
 * @throws ShapeException if an operand is no matrix or the inner sizes differ.
 */
@ShapeRule("left:[n, inner] right:[inner, m] -> [n, m]")
public fun mm(a: Value, b: Value): Value {
    requireRanks("mm", "both operands must be matrices", a, 2, b, 2)
    requireEqual("mm", "inner dimensions differ", a, a.sizes[1], b, b.sizes[0])
    return matmulOp(a, b)
}

/**
 * The products of matrices, batch by batch. `[b, n, k] [b, k, m] -> [b, n, m]`. Nothing broadcasts; see [matmul].
 *
 * @throws ShapeException if an operand has not three axes, or batch or inner sizes differ.
 */
@ShapeRule("left:[b, n, inner] right:[b, inner, m] -> [b, n, m]")
public fun bmm(a: Value, b: Value): Value {
    requireRanks("bmm", "both operands must have three axes", a, 3, b, 3)
    requireEqual("bmm", "batch sizes differ", a, a.sizes[0], b, b.sizes[0])
    requireEqual("bmm", "inner dimensions differ", a, a.sizes[2], b, b.sizes[1])
    return matmulOp(a, b)
}

/**
 * The product of a matrix and a vector. `[n, k] [k] -> [n]`.
 *
 * @throws ShapeException if the operands are no matrix and vector, or the inner sizes differ.
 */
@ShapeRule("left:[n, inner] right:[inner] -> [n]")
public fun mv(a: Value, b: Value): Value {
    requireRanks("mv", "needs a matrix and a vector", a, 2, b, 1)
    requireEqual("mv", "inner dimensions differ", a, a.sizes[1], b, b.sizes[0])
    return reshape(matmulOp(a, unsqueeze(b, 1)), a.sizes.filterAxes { it == 0 })
}

/**
 * The inner product of two vectors. `[n] [n] -> []`.
 *
 * @throws ShapeException if an operand is no vector or the sizes differ.
 */
@ShapeRule("left:[n] right:[n] -> []")
public fun dot(a: Value, b: Value): Value {
    requireRanks("dot", "both operands must be vectors", a, 1, b, 1)
    requireEqual("dot", "sizes differ", a, a.sizes[0], b, b.sizes[0])
    return reshape(matmulOp(unsqueeze(a, 0), unsqueeze(b, 1)), Sizes.SCALAR)
}

private fun requireRanks(op: String, problem: String, a: Value, aRank: Int, b: Value, bRank: Int) {
    if (a.rank == aRank && b.rank == bRank) return
    throw ShapeException("$op: $problem: ${a.rank} and ${b.rank} axes given", operands(a, b), "matmul takes any number of axes")
}

private fun requireEqual(op: String, problem: String, a: Value, left: Int, b: Value, right: Int) {
    if (left != right) throw ShapeException("$op: $problem: $left != $right", operands(a, b))
}

private fun operands(a: Value, b: Value): List<Pair<String, Sizes>> = listOf("left" to a.sizes, "right" to b.sizes)

/**
 * The products of all elements of one vector with all of the other. `[n] [m] -> [n, m]`.
 *
 * @throws ShapeException if an operand is no vector.
 */
public fun outer(a: Value, b: Value): Value {
    if (a.rank != 1 || b.rank != 1) {
        throw ShapeException("outer: needs two vectors: ${a.rank} and ${b.rank} axes", listOf("left" to a.sizes, "right" to b.sizes))
    }
    return mul(unsqueeze(a, 1), unsqueeze(b, 0))
}
