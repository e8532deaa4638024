// An untyped buffer for a screen has its width first, the picture that is added to it its height.
// source: https://github.com/pimoroni/st7789-python/issues/15
// caught: plugin

import dev.rankine.ops.*
import dev.rankine.shapes.*

fun wrong() {
    val screen = zeros(Sizes.of(320, 240, 3))
    val picture = ones(Sizes.of(240, 320, 3))
    val shown = screen + picture
}

fun right() {
    val screen = zeros(Sizes.of(240, 320, 3))
    val picture = ones(Sizes.of(240, 320, 3))
    val shown = screen + picture
}

// message:
// shape: plus: sizes do not broadcast: 320 against 240 on axis -3; left [320, 240, 3], right [240, 320, 3]
