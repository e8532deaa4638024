// Axis 0 is the batch: the largest score of each breed is found, not the breed with the largest
// score.
// source: https://github.com/d2l-ai/d2l-en/pull/2274
// caught: types

import dev.rankine.ops.*
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.DType

fun wrong() {
    val scores = zeros(Sizes.of(128, 120))
    val breeds = zeros(Sizes.of(128), DType.I64)
    val right = argmax(scores, axis = 0) eq breeds
}

fun right() {
    val scores = zeros(Sizes.of(128, 120))
    val breeds = zeros(Sizes.of(128), DType.I64)
    val right = argmax(scores, axis = 1) eq breeds
}

// message:
