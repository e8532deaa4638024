// Axis 0 is the batch: the largest score of each breed is found, not the breed with the largest
// score.
// source: https://github.com/d2l-ai/d2l-en/pull/2274
// caught: plugin

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
// shape: eq: sizes do not broadcast: 120 against 128 on axis -1; left [120], right [128]
