// A net for photographs is given images of 32 by 32: before its last pool one pixel is left.
// source: https://github.com/creafz/pytorch-cnn-finetune/issues/4
// caught: plugin

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Colors : Dim<Colors>(3)

fun wrong() {
    val features =
        Sequential(
            Conv2d(Colors, Dyn of 16, kernel = 11, stride = 4, padding = 2),
            MaxPool2d(kernel = 3, stride = 2),
            Conv2d(Dyn of 16, Dyn of 32, kernel = 5, padding = 2),
            MaxPool2d(kernel = 3, stride = 2),
            Conv2d(Dyn of 32, Dyn of 32, kernel = 3, padding = 1),
            MaxPool2d(kernel = 3, stride = 2),
        )
    val images = normal(Batch of 2, Colors, Dyn of 32, Dyn of 32)
    val maps = features(images.untyped())
}

fun right() {
    val features =
        Sequential(
            Conv2d(Colors, Dyn of 16, kernel = 11, stride = 4, padding = 2),
            MaxPool2d(kernel = 3, stride = 2),
            Conv2d(Dyn of 16, Dyn of 32, kernel = 5, padding = 2),
            MaxPool2d(kernel = 3, stride = 2),
            Conv2d(Dyn of 32, Dyn of 32, kernel = 3, padding = 1),
            MaxPool2d(kernel = 3, stride = 2),
        )
    val images = normal(Batch of 2, Colors, Dyn of 64, Dyn of 64)
    val maps = features(images.untyped())
}

// message:
// shape: part 5, max_pool2d: kernel is taller than the padded input: 1 < 3; input [2, 32, 1, 1]
