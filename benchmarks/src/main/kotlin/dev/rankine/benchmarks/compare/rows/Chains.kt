package dev.rankine.benchmarks.compare.rows

import dev.rankine.autodiff.gradients
import dev.rankine.benchmarks.compare.Inputs
import dev.rankine.benchmarks.compare.Ours
import dev.rankine.benchmarks.compare.Row
import dev.rankine.ops.Value
import dev.rankine.ops.detach
import dev.rankine.ops.exp
import dev.rankine.ops.minus
import dev.rankine.ops.noGrad
import dev.rankine.ops.plus
import dev.rankine.ops.relu
import dev.rankine.ops.requireGradient
import dev.rankine.ops.sigmoid
import dev.rankine.ops.sum
import dev.rankine.ops.tanh
import dev.rankine.ops.times
import dev.rankine.ops.unaryMinus

/** Chains of elementwise ops that the user wrote one by one; also ending in a sum, and backward through that. */
internal val chains: List<Row> by lazy {
    listOf(1 shl 16, 1 shl 20, 10_000_000).flatMap { size ->
        listOf(five, seven, ten).flatMap { listOf(it.read(size), it.summed(size), it.backward(size)) }
    }
}

/** A chain over two operands, [ours] and as a statement of TorchScript that sets `y` from `x` and `z`. */
private class ChainOf(val name: String, val torch: String, val numpy: String?, val ours: (Value, Value) -> Value) {
    fun read(size: Int) =
        Row(
            "chains",
            "$name, read, $size",
            TARGET,
            "x = x0\nz = x1\n$torch\nreturn [y]",
            numpy?.let { "[$it]" },
            bytes = 12.0 * size,
        ) {
            val (x, z) = operands(size)
            Ours(listOf(x, z)) { listOf(noGrad { ours(x, z) }) }
        }

    fun summed(size: Int) =
        Row("chains", "$name, sum, $size", TARGET, "x = x0\nz = x1\n$torch\nreturn [torch.sum(y)]", bytes = 8.0 * size, tolerance = 1e-3) {
            val (x, z) = operands(size)
            Ours(listOf(x, z)) { listOf(noGrad { sum(ours(x, z)) }) }
        }

    fun backward(size: Int) =
        Row("chains", "$name, sum and backward, $size", TARGET, "$LEAVES$torch\n$BACKWARD", bytes = 24.0 * size, tolerance = 1e-3) {
            val (x, z) = operands(size)
            Ours(listOf(x, z)) {
                val leaves = listOf(x.detach().requireGradient(), z.detach().requireGradient())
                gradients(sum(ours(leaves[0], leaves[1])), leaves)
            }
        }

    private fun operands(size: Int): Pair<Value, Value> = Inputs().let { it.uniform(size) to it.uniform(size) }
}

private val five =
    ChainOf("5 ops", "y = torch.relu(x * 1.5 + z) * z - 0.5", "np.maximum(x0 * 1.5 + x1, 0) * x1 - 0.5") { x, z ->
        relu(x * 1.5 + z) * z - 0.5
    }

private val seven =
    ChainOf(
        "7 ops with exp and tanh",
        "y = torch.tanh(x * z + 0.5) * torch.exp(-(x * x))",
        "np.tanh(x0 * x1 + 0.5) * np.exp(-(x0 * x0))",
    ) { x, z ->
        tanh(x * z + 0.5) * exp(-(x * x))
    }

private val ten =
    ChainOf("10 ops with sigmoid", "a = x * 0.5 + z\nb = torch.sigmoid(a) * a\ny = (b - z) * (b + x) * 0.25 + b * z", null) { x, z ->
        val a = x * 0.5 + z
        val b = sigmoid(a) * a
        (b - z) * (b + x) * 0.25 + b * z
    }

private const val TARGET = 2.0
private const val LEAVES = "x = torch.requires_grad_(torch.detach(x0), True)\nz = torch.requires_grad_(torch.detach(x1), True)\n"
private const val BACKWARD =
    "gs = torch.grad([torch.sum(y)], [x, z], None, None, False, False)\n" +
        "g0 = gs[0]\ng1 = gs[1]\nassert g0 is not None\nassert g1 is not None\n" +
        "return [unchecked_cast(Tensor, g0), unchecked_cast(Tensor, g1)]"
