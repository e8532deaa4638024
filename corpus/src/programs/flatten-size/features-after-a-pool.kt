// The number of features behind the pool is that of the planes before it.
// caught: plugin

import dev.rankine.nn.Conv2d
import dev.rankine.nn.Flatten
import dev.rankine.nn.Linear
import dev.rankine.nn.MaxPool2d
import dev.rankine.nn.Sequential
import dev.rankine.ops.zeros
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Sizes

object Colors : Dim<Colors>(3)
object Maps : Dim<Maps>(8)
object Digit : Dim<Digit>(10)
object Wide : Dim<Wide>(8 * 28 * 28)
object Narrow : Dim<Narrow>(8 * 14 * 14)

fun wrong() {
    val net = Sequential(Conv2d(Colors, Maps, kernel = 3, padding = 1), MaxPool2d(2), Flatten(), Linear(Wide, Digit))
    net.call(zeros(Sizes.of(2, 3, 28, 28)))
}

fun right() {
    val net = Sequential(Conv2d(Colors, Maps, kernel = 3, padding = 1), MaxPool2d(2), Flatten(), Linear(Narrow, Digit))
    net.call(zeros(Sizes.of(2, 3, 28, 28)))
}

// message:
// shape: part 3, linear: the last axis is not what the layer takes: 1568 != 6272; input [2, 1568]
