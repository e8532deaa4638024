package dev.rankine.benchmarks

import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.int
import dev.rankine.autodiff.backward
import dev.rankine.kernels.Memory
import dev.rankine.kernels.VectorBackend
import dev.rankine.ops.Backend
import dev.rankine.ops.Value
import dev.rankine.ops.normal
import dev.rankine.ops.requireGradient
import dev.rankine.ops.scaledDotProductAttention
import dev.rankine.ops.scaledDotProductAttentionWithWeights
import dev.rankine.ops.scope
import dev.rankine.ops.sum
import dev.rankine.shapes.Sizes
import java.util.Locale

/** Attention forward and backward, in blocks of keys and with the matrix of all weights. */
internal class Attention : Benchmark("attention", "attention of 8 heads x 64, forward and backward: in blocks, and with all weights") {
    private val places by option(help = "how many places look at as many (default: 1024)").int().default(1024)
    private val form by option(help = "blocks or weights (default: both)").default("both")
    private val warmUp by option(help = "runs before the clock starts (default: 10)").int().default(10)
    private val runs by option(help = "runs by the clock (default: 20)").int().default(20)

    override fun measure(backend: Backend) {
        val memory = (backend as? VectorBackend)?.memory
        val inputs = List(3) { normal(Sizes.of(1, 8, places, 64)).also { it.requireGradient() } }
        if (form != "weights") time("blocks", memory) { scaledDotProductAttention(inputs[0], inputs[1], inputs[2]) }
        if (form != "blocks") time("weights", memory) { scaledDotProductAttentionWithWeights(inputs[0], inputs[1], inputs[2]).first }
    }

    private fun time(name: String, memory: Memory?, attention: () -> Value) {
        val before = memory?.live ?: 0
        memory?.resetPeak()
        val forward = Times.of(warmUp, runs) { scope("attention") { attention().let { } } }
        val both = Times.of(warmUp, runs) { scope("attention") { sum(attention()).backward() } }
        val most = memory?.let { ", at most %.1f MB".format(Locale.ROOT, (it.peak - before) / 1e6) }.orEmpty()
        echo("$name, $places places: forward ${forward.text(1e6, "ms")}, forward and backward ${both.text(1e6, "ms")}$most")
    }
}
