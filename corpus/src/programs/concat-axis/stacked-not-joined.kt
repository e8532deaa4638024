// Planes of one and of two channels are stacked, which makes a new axis and wants equal sizes; they
// were to be joined.
// source: https://github.com/pytorch/pytorch/issues/15037
// caught: plugin

import dev.rankine.ops.*
import dev.rankine.shapes.Sizes

fun wrong() {
    val brightness = ones(Sizes.of(1, 32, 32))
    val color = ones(Sizes.of(2, 32, 32))
    val image = stack(listOf(brightness, color))
}

fun right() {
    val brightness = ones(Sizes.of(1, 32, 32))
    val color = ones(Sizes.of(2, 32, 32))
    val image = cat(listOf(brightness, color))
}

// message:
// shape: stack: sizes differ: [1, 32, 32] != [2, 32, 32]; left [1, 32, 32], right [2, 32, 32]
