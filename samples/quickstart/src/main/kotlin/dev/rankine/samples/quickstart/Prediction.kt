package dev.rankine.samples.quickstart

import dev.rankine.data.Dataset
import dev.rankine.ops.argmax
import dev.rankine.ops.noGrad
import dev.rankine.ops.scope
import dev.rankine.ops.toLongArray

/** The digit that [model] sees in each of the images [numbers] of [images]. */
internal fun predict(model: Classifier, images: Dataset<Digits>, numbers: IntArray): List<Int> {
    model.module.eval()
    return noGrad {
        scope("predict") {
            val scores = model(images.batch(numbers).inputs)
            argmax(scores.value, -1).toLongArray().map { it.toInt() }
        }
    }
}
