// The untyped loss does not broadcast either: a column is no vector.
// caught: plugin

import dev.rankine.ops.*
import dev.rankine.shapes.*

fun wrong() {
    val predictions = zeros(Sizes.of(16, 1))
    val targets = ones(Sizes.of(16))
    val loss = mseLoss(predictions, targets)
}

fun right() {
    val predictions = zeros(Sizes.of(16, 1))
    val targets = ones(Sizes.of(16))
    val loss = mseLoss(squeeze(predictions, 1), targets)
}

// message:
// shape: mseLoss: sizes differ: [16, 1] != [16]; input [16, 1], target [16]
