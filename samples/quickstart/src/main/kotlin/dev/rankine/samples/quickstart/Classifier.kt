package dev.rankine.samples.quickstart

import dev.rankine.nn.Layer
import dev.rankine.nn.Module
import dev.rankine.nn.Net
import dev.rankine.shapes.Mat
import dev.rankine.tensor.Tensor

/** Pixels of images in, a score for each digit out: what a [Layer] of the last axis and a [Net] of whole images both are. */
internal class Classifier private constructor(
    val module: Module,
    private val scores: (Tensor<Mat<Batch, Pixels>>) -> Tensor<Mat<Batch, Digit>>,
) {
    constructor(layer: Layer<Pixels, Digit>) : this(layer, { layer(it) })

    constructor(net: Net<Mat<Batch, Pixels>, Mat<Batch, Digit>>) : this(net, { net(it) })

    /** The scores of a batch of images. */
    operator fun invoke(images: Tensor<Mat<Batch, Pixels>>): Tensor<Mat<Batch, Digit>> = scores(images)
}
