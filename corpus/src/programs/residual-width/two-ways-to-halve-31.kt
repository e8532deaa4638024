// Of 31 rows, the convolution with padding leaves 16 and the pool beside it 15.
// source: https://github.com/moskomule/senet.pytorch/issues/64
// caught: plugin

import dev.rankine.ops.*
import dev.rankine.shapes.Sizes

fun wrong() {
    val x = zeros(Sizes.of(1, 8, 31, 31))
    val main = conv2d(x, zeros(Sizes.of(8, 8, 3, 3)), stride = 2, padding = 1)
    val shortcut = avgPool2d(x, kernel = 2)
    val y = main + shortcut
}

fun right() {
    val x = zeros(Sizes.of(1, 8, 31, 31))
    val main = conv2d(x, zeros(Sizes.of(8, 8, 3, 3)), stride = 2, padding = 1)
    val shortcut = avgPool2d(x, kernel = 2, ceilMode = true)
    val y = main + shortcut
}

// message:
// shape: plus: sizes do not broadcast: 16 against 15 on axis -2; left [1, 8, 16, 16], right [1, 8, 15, 15]
