package dev.rankine.samples.quickstart

import dev.rankine.data.Dataset
import dev.rankine.ops.noGrad
import dev.rankine.ops.scope
import dev.rankine.tensor.argmax
import dev.rankine.tensor.toLongArray

/** The digit that [model] sees in each of the images [numbers] of [images]. */
internal fun predict(model: Classifier, images: Dataset<Digits>, numbers: IntArray): List<Int> {
    model.module.eval()
    return noGrad {
        scope("predict") {
            val seen = model(images.batch(numbers).inputs).argmax(Digit)
            seen.toLongArray().map { it.toInt() }
        }
    }
}
