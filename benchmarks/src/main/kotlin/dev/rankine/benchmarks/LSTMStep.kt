package dev.rankine.benchmarks

import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.int
import dev.rankine.autodiff.backward
import dev.rankine.nn.LSTM
import dev.rankine.nn.Linear
import dev.rankine.ops.Backend
import dev.rankine.ops.crossEntropy
import dev.rankine.ops.item
import dev.rankine.ops.reshape
import dev.rankine.ops.scope
import dev.rankine.ops.valueOf
import dev.rankine.optim.Adam
import dev.rankine.shapes.Dim
import java.util.Random

internal object Features : Dim<Features>(256)

internal object Memory : Dim<Memory>(256)

internal object Letter : Dim<Letter>(64)

/** One step of a long short-term memory of two layers: forward, cross-entropy at every step of the sequences, backward, Adam. */
internal class LSTMStep : Benchmark("lstm", "a training step of an LSTM, 2 layers of 256, sequences of 64, batch 32, Adam") {
    private val warmUp by option(help = "steps before the clock starts (default: 30)").int().default(30)
    private val steps by option(help = "steps by the clock (default: 30)").int().default(30)

    override fun measure(backend: Backend) {
        val lstm = LSTM(Features, Memory, layers = 2)
        val head = Linear(Memory, Letter)
        val parameters = lstm.parameters() + head.parameters()
        val optimizer = Adam(parameters)
        val random = Random(1)
        val x = List(BATCHES) { valueOf(FloatArray(TIME * BATCH * 256) { random.nextFloat() - 0.5f }, TIME, BATCH, 256) }
        val y = List(BATCHES + 1) { valueOf(LongArray(TIME * BATCH) { random.nextInt(64).toLong() }, TIME * BATCH) }
        var step = 0
        val times =
            Times.of(warmUp, steps) {
                scope("training step") {
                    optimizer.zeroGradients()
                    val loss = crossEntropy(reshape(head.call(lstm.call(x[step % BATCHES])), -1, 64), y[step % (BATCHES + 1)])
                    loss.backward()
                    optimizer.step()
                    step++
                    loss.item()
                }
            }
        echo("step of an LSTM, 2 layers of 256, $TIME steps, batch $BATCH, Adam: ${times.text(1e6, "ms")}; $steps steps after $warmUp")
    }

    private companion object {
        const val TIME = 64
        const val BATCH = 32
        const val BATCHES = 7
    }
}
