// Halved and doubled again, 89 rows are 88: they do not go beside the 89 of the way down.
// source: https://github.com/keras-team/keras/issues/19964
// caught: plugin

import dev.rankine.ops.*
import dev.rankine.shapes.Sizes

fun wrong() {
    val skipped = zeros(Sizes.of(1, 16, 89, 89))
    val raised = zeros(Sizes.of(1, 16, 88, 88))
    val both = cat(listOf(raised, skipped), axis = 1)
}

fun right() {
    val skipped = zeros(Sizes.of(1, 16, 89, 89))
    val raised = zeros(Sizes.of(1, 16, 88, 88))
    val both = cat(listOf(raised, narrow(narrow(skipped, 2, 0, 88), 3, 0, 88)), axis = 1)
}

// message:
// shape: cat: sizes differ beside axis 1: [1, 16, 88, 88] and [1, 16, 89, 89]; left [1, 16, 88, 88], right [1, 16, 89, 89]
