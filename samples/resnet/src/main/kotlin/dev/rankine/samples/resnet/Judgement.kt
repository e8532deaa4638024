package dev.rankine.samples.resnet

import dev.rankine.data.Dataset
import dev.rankine.ops.noGrad
import dev.rankine.ops.scope
import dev.rankine.shapes.Vec
import dev.rankine.shapes.axis
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.argmax
import dev.rankine.tensor.toLongArray

/** The kind that [model] sees in each of [images]. */
internal fun seen(model: ResNet18, images: Tensor<Pictures>): Tensor<Vec<Batch>> = model(images).argmax(Kind)

/** How many of the images of each kind [model] sees right, as a share of them, by the number of the kind; null if there is none. */
internal fun rightByKind(model: ResNet18, images: Dataset<Examples>, batch: Int): List<Double?> {
    model.eval()
    val right = IntArray(Kind.axis().size)
    val all = IntArray(right.size)
    for (numbers in (0 until images.size).chunked(batch)) {
        noGrad {
            scope("judge") {
                val (pictures, kinds) = images.batch(numbers.toIntArray())
                val found = seen(model, pictures).toLongArray()
                for ((at, kind) in kinds.toLongArray().withIndex()) {
                    all[kind.toInt()]++
                    if (found[at] == kind) right[kind.toInt()]++
                }
            }
        }
    }
    return all.indices.map { if (all[it] == 0) null else right[it].toDouble() / all[it] }
}
