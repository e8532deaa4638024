package dev.rankine.benchmarks.health

import dev.rankine.benchmarks.compare.Inputs
import dev.rankine.benchmarks.compare.rows.Held
import dev.rankine.ops.Value
import dev.rankine.ops.add
import dev.rankine.ops.argmax
import dev.rankine.ops.batchNorm
import dev.rankine.ops.cat
import dev.rankine.ops.contiguous
import dev.rankine.ops.conv2d
import dev.rankine.ops.crossEntropy
import dev.rankine.ops.dot
import dev.rankine.ops.embedding
import dev.rankine.ops.exp
import dev.rankine.ops.flip
import dev.rankine.ops.gelu
import dev.rankine.ops.layerNorm
import dev.rankine.ops.matmul
import dev.rankine.ops.maxPool2d
import dev.rankine.ops.mean
import dev.rankine.ops.minus
import dev.rankine.ops.pad
import dev.rankine.ops.plus
import dev.rankine.ops.relu
import dev.rankine.ops.scaledDotProductAttention
import dev.rankine.ops.softmax
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.to
import dev.rankine.ops.transpose
import dev.rankine.ops.variance
import dev.rankine.ops.where
import dev.rankine.optim.Adam
import dev.rankine.optim.SGD
import dev.rankine.shapes.DType

/**
 * A hot kernel at two sizes.
 *
 * @property growth bytes of objects that a call takes more for [FACTOR] times the work: its driver makes some for each image or plane. None is best.
 * @property open makes the operands of a size that grows with its argument, and gives one call.
 */
internal class Work(val name: String, val growth: Long = 0, val open: (Int) -> () -> List<Value>) {
    companion object {
        /** How much more work the larger size is. */
        const val FACTOR: Int = 4

        /** Kernels whose name contains the regular [expression]. */
        fun matching(expression: String): List<Work> = Regex(expression).let { regex -> all.filter { regex.containsMatchIn(it.name) } }

        /** A kernel of every kind; sizes are such that a call takes 0.02 to 5 ms. */
        val all: List<Work> =
            listOf(
                one("matmul 256 x 512 x 512") { n -> pair(uniform(256 * n, 512), uniform(512, 512)) { a, b -> matmul(a, b) } },
                one("matmul, transposed operands") { n ->
                    pair(uniform(300, 200 * n), uniform(100, 300)) { a, b -> matmul(transpose(a, 0, 1), transpose(b, 0, 1)) }
                },
                one("matmul 8 of 64 x 64 x 64") { n -> pair(uniform(8 * n, 64, 64), uniform(8 * n, 64, 64)) { a, b -> matmul(a, b) } },
                one("matmul 128 x 256 x 10") { n -> pair(uniform(128 * n, 256), uniform(256, 10)) { a, b -> matmul(a, b) } },
                one("dot") { n -> pair(uniform(100_000 * n), uniform(100_000 * n)) { a, b -> dot(a, b) } },
                one("matrix times vector") { n -> pair(uniform(1000 * n, 500), uniform(500)) { a, b -> matmul(a, b) } },
                one("conv2d 3 x 3") { n -> pair(uniform(n, 64, 16, 16), uniform(64, 64, 3, 3)) { x, w -> conv2d(x, w, padding = 1) } },
                one("conv2d 1 x 1") { n -> pair(uniform(n, 64, 16, 16), uniform(128, 64, 1, 1)) { x, w -> conv2d(x, w) } },
                one("conv2d 3 x 3, stride 2") { n ->
                    pair(uniform(2 * n, 32, 16, 16), uniform(64, 32, 3, 3)) { x, w -> conv2d(x, w, stride = 2, padding = 1) }
                },
                one("conv2d, depthwise") { n ->
                    pair(uniform(2 * n, 64, 16, 16), uniform(64, 1, 3, 3)) { x, w -> conv2d(x, w, padding = 1, groups = 64) }
                },
                one("max_pool2d") { n -> alone(uniform(4 * n, 32, 32, 32)) { maxPool2d(it, 2) } },
                one("softmax") { n -> alone(uniform(128 * n, 1000)) { softmax(it, 1) } },
                one("layer_norm") { n -> alone(uniform(128 * n, 768)) { layerNorm(it, listOf(768)) } },
                one("batch_norm") { n -> alone(uniform(8 * n, 32, 16, 16)) { batchNorm(it, null, null, training = true) } },
                one("cross_entropy") { n -> pair(uniform(128 * n, 100), below(100, 128 * n)) { x, t -> crossEntropy(x, t) } },
                one("add") { n -> pair(uniform(n, 100_000), uniform(n, 100_000)) { a, b -> add(a, b) } },
                one("add, broadcast") { n -> pair(uniform(400 * n, 250), uniform(250)) { a, b -> add(a, b) } },
                one("relu") { n -> alone(uniform(n, 100_000)) { relu(it) } },
                one("exp") { n -> alone(uniform(n, 100_000)) { exp(it) } },
                one("gelu") { n -> alone(uniform(n, 100_000)) { gelu(it) } },
                one("where") { n -> pair(coins(n, 100_000), uniform(n, 100_000)) { c, x -> where(c, x, 0) } },
                one("cast to int64") { n -> alone(uniform(n, 100_000)) { to(it, DType.I64) } },
                one("sum") { n -> alone(uniform(n, 100_000)) { sum(it) } },
                one("sum of rows") { n -> alone(uniform(400 * n, 250)) { sum(it, listOf(0)) } },
                one("mean of columns") { n -> alone(uniform(400 * n, 250)) { mean(it, listOf(1)) } },
                one("var") { n -> alone(uniform(400 * n, 250)) { variance(it, listOf(1)) } },
                one("argmax") { n -> alone(uniform(400 * n, 250)) { argmax(it, 1) } },
                one("flip") { n -> alone(uniform(400 * n, 250)) { contiguous(flip(it, 1)) } },
                one("chain of five, sum") { n ->
                    pair(uniform(n, 100_000), uniform(n, 100_000)) { a, b -> sum(exp(a * b - a) + b * b) }
                },
                one("copy of a transpose") { n -> alone(uniform(400 * n, 250)) { contiguous(transpose(it, 0, 1)) } },
                one("copy of an inner transpose") { n -> alone(uniform(8 * n, 64, 4, 64)) { contiguous(transpose(it, 1, 2)) } },
                one("cat of narrow rows") { n -> pair(uniform(2000 * n, 4), uniform(2000 * n, 4)) { a, b -> cat(listOf(a, b), 1) } },
                one("pad") { n -> alone(uniform(100 * n, 30, 32)) { pad(it, listOf(1, 1)) } },
                one("embedding") { n -> pair(uniform(1000, 256), below(1000, 400 * n)) { weight, places -> embedding(weight, places) } },
                // objects of 544 bytes for each of 12 more matrices
                one("attention", growth = 12 * 544) { n ->
                    val q = uniform(n, 4, 128, 64)
                    pair(uniform(n, 4, 128, 64), uniform(n, 4, 128, 64)) { k, v -> scaledDotProductAttention(q, k, v) }
                },
                one("attention, numbers as a mask", growth = 12 * 1184) { n ->
                    val mask = uniform(128, 128)
                    val q = uniform(n, 4, 128, 64)
                    pair(uniform(n, 4, 128, 64), uniform(n, 4, 128, 64)) { k, v -> scaledDotProductAttention(q, k, v, mask) }
                },
                Work("adam") { n ->
                    val held = Held(listOf(listOf(n, 100_000), listOf(n, 10_000)))
                    val optimizer = Adam(held.parameters());
                    { held.values.also { optimizer.step() } }
                },
                Work("sgd, momentum") { n ->
                    val held = Held(listOf(listOf(n, 100_000), listOf(n, 10_000)))
                    val optimizer = SGD(held.parameters(), 0.1, momentum = 0.9);
                    { held.values.also { optimizer.step() } }
                },
            ) + gradientWorks

        private fun one(name: String, growth: Long = 0, open: Inputs.(Int) -> () -> Value) =
            Work(name, growth) { n -> Inputs().open(n).let { call -> { listOf(call()) } } }

        private fun alone(x: Value, call: (Value) -> Value): () -> Value = { call(x) }

        private fun pair(a: Value, b: Value, call: (Value, Value) -> Value): () -> Value = { call(a, b) }
    }
}
