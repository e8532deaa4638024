// A mirrored border can be no wider than what it mirrors: 46 pixels on each side of 36.
// source: https://github.com/pytorch/pytorch/issues/18413
// caught: run

import dev.rankine.ops.*
import dev.rankine.shapes.Sizes

fun wrong() {
    val images = ones(Sizes.of(1, 3, 128, 36))
    val framed = pad(images, listOf(46, 46, 46, 46), PadMode.REFLECT)
}

fun right() {
    val images = ones(Sizes.of(1, 3, 128, 36))
    val framed = pad(images, listOf(35, 35, 46, 46), PadMode.REFLECT)
}

// message:
// ShapeException: pad: too few elements on axis 3: 36 for pads 46 and 46
//   input  [1, 3, 128, 36]
