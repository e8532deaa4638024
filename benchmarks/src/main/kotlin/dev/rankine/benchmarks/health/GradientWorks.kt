package dev.rankine.benchmarks.health

import dev.rankine.autodiff.gradients
import dev.rankine.benchmarks.compare.Inputs
import dev.rankine.nn.GRU
import dev.rankine.nn.LSTM
import dev.rankine.nn.Module
import dev.rankine.nn.RNN
import dev.rankine.ops.Value
import dev.rankine.ops.batchNorm
import dev.rankine.ops.conv2d
import dev.rankine.ops.gelu
import dev.rankine.ops.groupNorm
import dev.rankine.ops.layerNorm
import dev.rankine.ops.linear
import dev.rankine.ops.logSoftmax
import dev.rankine.ops.maxPool2d
import dev.rankine.ops.nllLoss
import dev.rankine.ops.requireGradient
import dev.rankine.ops.scaledDotProductAttention
import dev.rankine.ops.softmax
import dev.rankine.ops.sum
import dev.rankine.shapes.Dim

/**
 * Kernels of both ways: a result, and the gradients of all operands but targets.
 * What grows are objects of a few hundred bytes for each image or matrix.
 */
internal val gradientWorks: List<Work> =
    listOf(
        ways("linear") { n -> listOf(uniform(128 * n, 300), uniform(200, 300), uniform(200)) to { (x, w, b) -> linear(x, w, b) } },
        ways("conv2d 3 x 3", growth = 3 * 384) { n ->
            listOf(uniform(n, 64, 16, 16), uniform(64, 64, 3, 3)) to
                { (x, w) -> conv2d(x, w, padding = 1) }
        },
        ways("conv2d 1 x 1") { n -> listOf(uniform(n, 64, 16, 16), uniform(128, 64, 1, 1)) to { (x, w) -> conv2d(x, w) } },
        ways("conv2d 3 x 3, stride 2", growth = 6 * 480) { n ->
            listOf(uniform(2 * n, 32, 16, 16), uniform(64, 32, 3, 3)) to { (x, w) -> conv2d(x, w, stride = 2, padding = 1) }
        },
        ways("conv2d, depthwise", growth = 6 * 224) { n ->
            listOf(uniform(2 * n, 64, 16, 16), uniform(64, 1, 3, 3)) to { (x, w) -> conv2d(x, w, padding = 1, groups = 64) }
        },
        ways("max_pool2d") { n -> listOf(uniform(4 * n, 32, 32, 32)) to { (x) -> maxPool2d(x, 2) } },
        ways("softmax") { n -> listOf(uniform(128 * n, 1000)) to { (x) -> softmax(x, 1) } },
        ways("log_softmax and nll_loss") { n ->
            val target = below(1000, 128 * n)
            listOf(uniform(128 * n, 1000)) to { (x) -> nllLoss(logSoftmax(x, 1), target) }
        },
        ways("layer_norm") { n ->
            listOf(uniform(128 * n, 768), uniform(768), uniform(768)) to { (x, w, b) -> layerNorm(x, listOf(768), w, b) }
        },
        ways("batch_norm") { n ->
            listOf(uniform(8 * n, 32, 16, 16), uniform(32), uniform(32)) to { (x, w, b) -> batchNorm(x, null, null, w, b, training = true) }
        },
        ways("group_norm") { n -> listOf(uniform(8 * n, 32, 16, 16), uniform(32), uniform(32)) to { (x, w, b) -> groupNorm(x, 8, w, b) } },
        ways("gelu") { n -> listOf(uniform(n, 100_000)) to { (x) -> gelu(x) } },
        ways("sum of columns") { n -> listOf(uniform(400 * n, 250)) to { (x) -> sum(x, listOf(1)) } },
        ways("attention", growth = 12 * 1444) { n ->
            List(3) { uniform(n, 4, 128, 64) } to { (q, k, v) -> scaledDotProductAttention(q, k, v) }
        },
        ways("attention, causal", growth = 12 * 1444) { n ->
            List(3) { uniform(n, 4, 128, 64) } to { (q, k, v) -> scaledDotProductAttention(q, k, v, isCausal = true) }
        },
        layer("lstm") { LSTM(Feature, Memory).let { it to it::call } },
        layer("gru") { GRU(Feature, Memory).let { it to it::call } },
        layer("rnn") { RNN(Feature, Memory).let { it to it::call } },
    )

private const val UNITS = 64
private const val STEPS = 16

private object Feature : Dim<Feature>(UNITS)

private object Memory : Dim<Memory>(UNITS)

/** A recurrent layer over a batch that grows. */
private fun layer(name: String, make: () -> Pair<Module, (Value) -> Value>): Work =
    ways(name) { n ->
        val (module, run) = make()
        (listOf(uniform(STEPS, 8 * n, UNITS)) + module.parameters().map { it.value }) to { run(it[0]) }
    }

private fun ways(name: String, growth: Long = 0, open: Inputs.(Int) -> Pair<List<Value>, (List<Value>) -> Value>): Work =
    Work("$name, both ways", growth) { n ->
        val inputs = Inputs()
        val (leaves, run) = inputs.open(n)
        for (leaf in leaves) leaf.requireGradient()
        val upstream = inputs.uniform(*run(leaves).sizes.toIntArray());
        { run(leaves).let { y -> listOf(y) + gradients(y, leaves, upstream) } }
    }
