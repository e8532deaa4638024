// A deep net was built of the blocks for shallow ones, which end with as many channels as they
// begin with inside.
// source: https://github.com/taki0112/ResNet-Tensorflow/issues/2
// caught: plugin

import dev.rankine.ops.*
import dev.rankine.shapes.Sizes

fun wrong() {
    val shortcut = zeros(Sizes.of(4, 32, 32, 128))
    val found = zeros(Sizes.of(4, 32, 32, 32))
    val y = found + shortcut
}

fun right() {
    val shortcut = zeros(Sizes.of(4, 32, 32, 128))
    val found = zeros(Sizes.of(4, 32, 32, 128))
    val y = found + shortcut
}

// message:
// shape: plus: sizes do not broadcast: 32 against 128 on axis -1; left [4, 32, 32, 32], right [4, 32, 32, 128]
