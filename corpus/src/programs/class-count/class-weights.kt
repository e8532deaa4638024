// Ten classes, and a weight for only nine of them.
// caught: run

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
// ShapeException: cross_entropy: weight has other sizes than [10]: [9]
//   input   [8, 10]
//   weight  [9]
