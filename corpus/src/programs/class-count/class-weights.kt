// Ten classes, and a weight for only nine of them.
// caught: plugin

import dev.rankine.ops.*
import dev.rankine.shapes.*

fun wrong() {
    val scores = zeros(Sizes.of(8, 10))
    val labels = zeros(Sizes.of(8), DType.I64)
    val loss = crossEntropy(scores, labels, weight = ones(Sizes.of(9)))
}

fun right() {
    val scores = zeros(Sizes.of(8, 10))
    val labels = zeros(Sizes.of(8), DType.I64)
    val loss = crossEntropy(scores, labels, weight = ones(Sizes.of(10)))
}

// message:
// shape: crossEntropy: weight has not one number per class: [9] != [10]; input [8, 10], target [8], weight [9]
