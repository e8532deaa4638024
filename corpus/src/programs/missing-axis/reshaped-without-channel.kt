// Rows and columns are made of a flat vector, but no channel: the two images are taken for two
// channels of one.
// source: https://github.com/keras-team/keras/issues/3385
// caught: plugin

import dev.rankine.ops.*
import dev.rankine.shapes.Sizes

fun wrong() {
    val examples = zeros(Sizes.of(2, 2679))
    val kernels = zeros(Sizes.of(10, 1, 5, 5))
    val maps = conv2d(reshape(examples, 2, 57, 47), kernels)
}

fun right() {
    val examples = zeros(Sizes.of(2, 2679))
    val kernels = zeros(Sizes.of(10, 1, 5, 5))
    val maps = conv2d(reshape(examples, 2, 1, 57, 47), kernels)
}

// message:
// shape: conv2d: channels do not fit the weight: 2 != 1; input [2, 57, 47], weight [10, 1, 5, 5]
