package dev.rankine.optim

import dev.rankine.ops.Value
import dev.rankine.ops.div
import dev.rankine.ops.mm
import dev.rankine.ops.plus
import dev.rankine.ops.t
import dev.rankine.ops.times

private const val A = 3.4445
private const val B = -4.7750
private const val C = 2.0315

/**
 * Nearly the orthogonal factor of the matrix [x]: singular values other than 0 come to lie between 0.7 and 1.2. `[n, m] -> [n, m]`. The iteration
 * `x = a x + (b x x' + c (x x')^2) x` on `x / |x|`; the coefficients are those of Jordan's post on Muon, chosen for few [iterations].
 */
internal fun orthogonal(x: Value, iterations: Int): Value {
    val isTall = x.sizes[0] > x.sizes[1]
    val wide = if (isTall) t(x) else x
    var y = wide / (norm(wide) + 1e-7)
    repeat(iterations) {
        val square = mm(y, t(y)) // of the shorter side
        y = y * A + mm(square * B + mm(square, square) * C, y)
    }
    return if (isTall) t(y) else y
}
