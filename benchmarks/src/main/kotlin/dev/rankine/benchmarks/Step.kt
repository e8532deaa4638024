package dev.rankine.benchmarks

import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.int
import dev.rankine.autodiff.backward
import dev.rankine.nn.Linear
import dev.rankine.nn.relu
import dev.rankine.nn.then
import dev.rankine.ops.Backend
import dev.rankine.ops.scope
import dev.rankine.ops.valueOf
import dev.rankine.optim.Adam
import dev.rankine.shapes.Dim
import dev.rankine.shapes.of
import dev.rankine.tensor.crossEntropy
import dev.rankine.tensor.item
import dev.rankine.tensor.typed
import java.util.Random

internal object Batch : Dim<Batch>()

internal object Input : Dim<Input>(784)

internal object First : Dim<First>(512)

internal object Second : Dim<Second>(256)

internal object Output : Dim<Output>(10)

/** One step of a perceptron of two hidden layers: forward, cross-entropy, backward, Adam. */
internal class Step : Benchmark("step", "a training step of the perceptron 784-512-256-10, batch 128, Adam") {
    private val warmUp by option(help = "steps before the clock starts (default: 200)").int().default(200)
    private val steps by option(help = "steps by the clock (default: 200)").int().default(200)

    override fun measure(backend: Backend) {
        val model = Linear(Input, First).relu() then Linear(First, Second).relu() then Linear(Second, Output)
        val optimizer = Adam(model.parameters())
        val random = Random(1)
        val images =
            List(IMAGES) {
                valueOf(FloatArray(BATCH * Input.size!!) { random.nextFloat() }, BATCH, Input.size!!).typed(Batch of BATCH, Input)
            }
        val labels = List(LABELS) { valueOf(LongArray(BATCH) { random.nextInt(Output.size!!).toLong() }, BATCH).typed(Batch of BATCH) }
        var loss = 0.0
        var step = 0
        val times =
            Times.of(warmUp, steps) {
                loss =
                    scope("training step") {
                        optimizer.zeroGradients()
                        val mean = crossEntropy(model(images[step % IMAGES]), labels[step % LABELS])
                        mean.backward()
                        optimizer.step()
                        step++
                        mean.item()
                    }
            }
        echo(
            "step of 784-512-256-10, batch $BATCH, Adam: ${times.text(
                1e6,
                "ms",
            )}; $steps steps after $warmUp; loss now ${"%.4f".format(loss)}",
        )
    }

    private companion object {
        const val BATCH = 128

        // labels go with other images each time: what could be learned by heart would end in denormal numbers, which are slow
        const val IMAGES = 16
        const val LABELS = 17
    }
}
