// A file with transparency has four channels; the kernels were made for three.
// source: https://github.com/sjmoran/deeplpf-image-enhancement/issues/16
// caught: plugin

import dev.rankine.ops.*
import dev.rankine.shapes.*

fun wrong() {
    val picture = zeros(Sizes.of(1, 4, 34, 51))
    val kernels = ones(Sizes.of(16, 3, 3, 3))
    val maps = conv2d(picture, kernels)
}

fun right() {
    val picture = zeros(Sizes.of(1, 4, 34, 51))
    val kernels = ones(Sizes.of(16, 3, 3, 3))
    val maps = conv2d(narrow(picture, 1, 0, 3), kernels)
}

// message:
// shape: conv2d: channels do not fit the weight: 4 != 3; input [1, 4, 34, 51], weight [16, 3, 3, 3]
