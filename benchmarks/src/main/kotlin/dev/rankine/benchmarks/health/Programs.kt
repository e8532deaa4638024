package dev.rankine.benchmarks.health

import dev.rankine.autodiff.backward
import dev.rankine.benchmarks.compare.Inputs
import dev.rankine.nn.Module
import dev.rankine.ops.Value
import dev.rankine.ops.batchNorm
import dev.rankine.ops.conv2d
import dev.rankine.ops.crossEntropy
import dev.rankine.ops.flatten
import dev.rankine.ops.item
import dev.rankine.ops.linear
import dev.rankine.ops.maxPool2d
import dev.rankine.ops.ones
import dev.rankine.ops.relu
import dev.rankine.ops.scope
import dev.rankine.ops.times
import dev.rankine.ops.zeros
import dev.rankine.optim.Adam
import dev.rankine.optim.Optimizer
import dev.rankine.shapes.Sizes

/** A small program that trains on images of [sizes]: what a process has usually done before one looks at it. */
internal abstract class Program(vararg sizes: Int) : Module() {
    private val inputs = Inputs()
    private var step = 0
    private val optimizer: Optimizer by lazy { Adam(parameters()) }

    // labels go with other images each time: what could be learned by heart would end in denormal numbers, which are slow
    private val images = List(IMAGES) { inputs.uniform(BATCH, *sizes) }
    private val labels = List(LABELS) { inputs.below(CLASSES, BATCH) }

    /** Scores of the classes, `[BATCH, CLASSES]`. */
    protected abstract fun scores(images: Value): Value

    /** One step; returns the loss. */
    fun train(): Double =
        scope("training step") {
            optimizer.zeroGradients()
            val loss = crossEntropy(scores(images[step % IMAGES]), labels[step % LABELS])
            loss.backward()
            optimizer.step()
            step++
            loss.item()
        }

    /** Small random numbers to start from. */
    protected fun weight(name: String, scale: Double, vararg sizes: Int): Value = addParameter(name, inputs.uniform(*sizes) * scale).value

    /** Zeros to start from. */
    protected fun bias(name: String, size: Int): Value = addParameter(name, zeros(Sizes.of(size))).value

    companion object {
        const val CLASSES: Int = 10
        private const val BATCH = 128
        private const val IMAGES = 16
        private const val LABELS = 17

        /** The programs by their names. */
        val all: Map<String, () -> Program> = mapOf("mlp" to ::Perceptron, "cnn" to ::Convolutions)
    }
}

/** 784-256-10, as the quickstart's. */
internal class Perceptron : Program(784) {
    private val w1 = weight("w1", 0.04, 256, 784)
    private val b1 = bias("b1", 256)
    private val w2 = weight("w2", 0.06, CLASSES, 256)
    private val b2 = bias("b2", CLASSES)

    override fun scores(images: Value): Value = linear(relu(linear(images, w1, b1)), w2, b2)
}

/** Two convolutions with norms and pools, and a linear layer, as the quickstart's. */
internal class Convolutions : Program(1, 28, 28) {
    private val w1 = weight("w1", 0.3, 16, 1, 3, 3)
    private val s1 = addParameter("s1", ones(Sizes.of(16))).value
    private val b1 = bias("b1", 16)
    private val w2 = weight("w2", 0.08, 32, 16, 3, 3)
    private val s2 = addParameter("s2", ones(Sizes.of(32))).value
    private val b2 = bias("b2", 32)
    private val w3 = weight("w3", 0.03, CLASSES, 32 * 7 * 7)
    private val b3 = bias("b3", CLASSES)

    override fun scores(images: Value): Value {
        val strokes = relu(norm(maxPool2d(conv2d(images, w1, padding = 1), 2), s1, b1))
        val shapes = relu(norm(maxPool2d(conv2d(strokes, w2, padding = 1), 2), s2, b2))
        return linear(flatten(shapes, 1), w3, b3)
    }

    private fun norm(x: Value, scale: Value, shift: Value) = batchNorm(x, null, null, scale, shift, training = true)
}
