// Four inputs and weights of 4 by 3: the matrix on the left must be turned before it meets the
// vector.
// source: https://devsolus.com/array-of-1d-not-matching-matrix-shape/
// caught: plugin

import dev.rankine.ops.*
import dev.rankine.shapes.*

fun wrong() {
    val inputs = ones(Sizes.of(4))
    val weights = ones(Sizes.of(4, 3))
    val output = matmul(weights, inputs)
}

fun right() {
    val inputs = ones(Sizes.of(4))
    val weights = ones(Sizes.of(4, 3))
    val output = matmul(t(weights), inputs)
}

// message:
// shape: matmul: inner differs: 3 != 4; left [4, 3], right [4]
