package dev.rankine.benchmarks.compare.rows

import dev.rankine.benchmarks.compare.Inputs
import dev.rankine.benchmarks.compare.Ours
import dev.rankine.benchmarks.compare.Row
import dev.rankine.ops.Conv2dAttributes
import dev.rankine.ops.Conv2dGradientAttributes
import dev.rankine.ops.conv2d
import dev.rankine.ops.conv2dInputGradient
import dev.rankine.ops.conv2dWeightGradient

/** Convolutions at the sizes of residual networks: 32 images at 32 x 32 in training, one image at 224 x 224 and at 32 x 32. */
internal val convolutions: List<Row> =
    listOf(
        Convolution(64, 64, 32, target = 1.5),
        Convolution(128, 128, 16),
        Convolution(256, 256, 8),
        Convolution(512, 512, 4),
        Convolution(64, 128, 32, stride = 2),
        Convolution(256, 512, 8, stride = 2),
        Convolution(64, 128, 32, kernel = 1),
        Convolution(256, 256, 16, kernel = 1),
        Convolution(64, 128, 32, kernel = 1, stride = 2),
        Convolution(3, 64, 32),
        Convolution(3, 64, 64, kernel = 7, stride = 2),
        Convolution(3, 64, 224, kernel = 7, stride = 2, images = 4),
        Convolution(128, 128, 32, groups = 128),
    ).flatMap { listOf(it.forward(), it.forInput(), it.forWeight()) } +
        listOf(
            Convolution(3, 64, 224, kernel = 7, stride = 2, images = 1),
            Convolution(64, 64, 56, images = 1),
            Convolution(64, 256, 56, kernel = 1, images = 1),
            Convolution(128, 128, 56, stride = 2, images = 1),
            Convolution(128, 128, 28, images = 1),
            Convolution(512, 128, 28, kernel = 1, images = 1),
            Convolution(128, 512, 28, kernel = 1, images = 1),
            Convolution(256, 512, 56, kernel = 1, stride = 2, images = 1),
            Convolution(256, 256, 14, images = 1),
            Convolution(1024, 256, 14, kernel = 1, images = 1),
            Convolution(256, 1024, 14, kernel = 1, images = 1),
            Convolution(512, 512, 7, images = 1),
            Convolution(512, 2048, 7, kernel = 1, images = 1),
            Convolution(2048, 512, 7, kernel = 1, images = 1),
            Convolution(512, 512, 14, stride = 2, images = 1),
            Convolution(64, 64, 32, images = 1),
            Convolution(64, 128, 32, stride = 2, images = 1),
            Convolution(128, 128, 16, images = 1),
            Convolution(128, 256, 16, stride = 2, images = 1),
            Convolution(256, 256, 8, images = 1),
            Convolution(256, 512, 8, stride = 2, images = 1),
            Convolution(512, 512, 4, images = 1),
            Convolution(256, 512, 8, kernel = 1, stride = 2, images = 1),
        ).map { it.forward() }

/** One layer on square planes of [size], padded so that a stride of 1 keeps them. */
private class Convolution(
    private val channels: Int,
    private val outputs: Int,
    private val size: Int,
    private val kernel: Int = 3,
    private val stride: Int = 1,
    private val groups: Int = 1,
    private val images: Int = 32,
    private val target: Double = 0.85,
) {
    private val padding = kernel / 2
    private val result = (size + 2 * padding - kernel) / stride + 1
    private val attributes = Conv2dAttributes(listOf(stride, stride), List(4) { padding }, listOf(1, 1), groups)
    private val inputSizes = intArrayOf(images, channels, size, size)
    private val weightSizes = intArrayOf(outputs, channels / groups, kernel, kernel)
    private val resultSizes = intArrayOf(images, outputs, result, result)
    private val name =
        (if (groups > 1) "depthwise " else "") + "$kernel x $kernel" + (if (stride > 1) " stride $stride" else "") + ", $images x " +
            (if (channels == outputs) "$channels" else "$channels to $outputs") + " x $size x $size"

    fun forward(): Row =
        row("forward", target, "torch.conv2d(x0, x1, None, [$stride, $stride], [$padding, $padding], [1, 1], $groups)") {
            val x = uniform(*inputSizes)
            val weight = uniform(*weightSizes)
            Ours(listOf(x, weight)) { listOf(conv2d(x, weight, stride = stride, padding = padding, groups = groups)) }
        }

    fun forInput(): Row =
        row("gradient of input", GRADIENT, backward("x0", "torch.empty(${inputSizes.asList()})", "x1", 0)) {
            val dy = uniform(*resultSizes)
            val weight = uniform(*weightSizes)
            Ours(listOf(dy, weight)) { listOf(conv2dInputGradient(Conv2dGradientAttributes(attributes, size, size), dy, weight)) }
        }

    fun forWeight(): Row =
        row("gradient of weight", GRADIENT, backward("x1", "x0", "torch.empty(${weightSizes.asList()})", 1)) {
            val x = uniform(*inputSizes)
            val dy = uniform(*resultSizes)
            Ours(listOf(x, dy)) { listOf(conv2dWeightGradient(Conv2dGradientAttributes(attributes, kernel, kernel), x, dy)) }
        }

    private fun backward(dy: String, x: String, weight: String, which: Int): String {
        val wanted = if (which == 0) "[True, False, False]" else "[False, True, False]"
        val slide = "[$stride, $stride], [$padding, $padding], [1, 1], False, [0, 0], $groups"
        return "torch.convolution_backward($dy, $x, $weight, None, $slide, $wanted)[$which]"
    }

    private fun row(work: String, target: Double, call: String, open: Inputs.() -> Ours): Row =
        Row(
            family = "convolutions",
            name = "$work, $name",
            target = target,
            script = "return [$call]",
            flops = 2.0 * images * outputs * result * result * channels / groups * kernel * kernel,
        ) { Inputs().open() }

    private companion object {
        const val GRADIENT = 0.85
    }
}
