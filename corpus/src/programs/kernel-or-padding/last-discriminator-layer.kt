// A discriminator has halved its image until 3 rows are left; the kernel of its last layer has 4.
// source: https://github.com/avalonstrel/GatedConvolution_pytorch/issues/31
// caught: plugin

import dev.rankine.ops.*
import dev.rankine.shapes.Sizes

fun wrong() {
    val maps = zeros(Sizes.of(8, 64, 3, 3))
    val score = conv2d(maps, zeros(Sizes.of(1, 64, 4, 4)))
}

fun right() {
    val maps = zeros(Sizes.of(8, 64, 3, 3))
    val score = conv2d(maps, zeros(Sizes.of(1, 64, 4, 4)), padding = 1)
}

// message:
// shape: conv2d: kernel is taller than the padded input: 3 < 4; input [8, 64, 3, 3], weight [1, 64, 4, 4]
