package dev.rankine.samples.quickstart

import dev.rankine.nn.BatchNorm2d
import dev.rankine.nn.Conv2d
import dev.rankine.nn.Dropout
import dev.rankine.nn.Flatten
import dev.rankine.nn.Linear
import dev.rankine.nn.MaxPool2d
import dev.rankine.nn.Net
import dev.rankine.ops.Padding
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.half
import dev.rankine.shapes.times
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.relu
import dev.rankine.tensor.unflatten

internal object Gray : Dim<Gray>(1)

internal object Rows : Dim<Rows>(28)

internal object Columns : Dim<Columns>(28)

internal object Strokes : Dim<Strokes>(16)

internal object Shapes : Dim<Shapes>(32)

/** What is left of an image behind two pools: a number for each shape at each of 7 x 7 places. */
internal val Features = Shapes * Rows.half.half * Columns.half.half

/**
 * Two convolutions, each followed by a pool that halves the image, and a linear classifier of what they found.
 *
 * Pooling comes before normalization and relu: the same maxima, a quarter of the work.
 */
internal class ConvolutionalNet : Net<Mat<Batch, Pixels>, Mat<Batch, Digit>>() {
    private val conv1 by Conv2d(Gray, Strokes, kernel = 3, padding = Padding.SAME, bias = false)
    private val norm1 by BatchNorm2d(Strokes)
    private val conv2 by Conv2d(Strokes, Shapes, kernel = 3, padding = Padding.SAME, bias = false)
    private val norm2 by BatchNorm2d(Shapes)
    private val pool by MaxPool2d(2)
    private val flatten by Flatten()
    private val dropout by Dropout(0.25)
    private val head by Linear(Features, Digit)

    override fun forward(x: Tensor<Mat<Batch, Pixels>>): Tensor<Mat<Batch, Digit>> {
        val image = x.unflatten(Gray, Rows, Columns)
        val strokes = norm1(pool.halving(conv1(image))).relu()
        val shapes = norm2(pool.halving(conv2(strokes))).relu()
        return head(dropout(flatten(shapes)))
    }
}
