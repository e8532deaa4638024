package dev.rankine.benchmarks.compare.rows

import dev.rankine.autodiff.gradients
import dev.rankine.benchmarks.compare.Inputs
import dev.rankine.benchmarks.compare.Ours
import dev.rankine.benchmarks.compare.Row
import dev.rankine.ops.linear
import dev.rankine.ops.requireGradient

/** Linear layers with bias: what they cost is their products. */
internal val linearLayers: List<Row> =
    listOf(
        listOf(128, 784, 512),
        listOf(128, 256, 10),
        listOf(32, 2048, 1000),
        listOf(1024, 256, 1024),
        listOf(64, 64, 64),
    ).flatMap { (m, k, n) -> listOf(forward(m, k, n), backward(m, k, n)) } + forward(1, 784, 512)

private fun forward(m: Int, k: Int, n: Int): Row =
    Row(
        family = "linear",
        name = "$m x $k x $n",
        target = TARGET,
        script = "return [torch.linear(x0, x1, x2)]",
        numpy = "[x0 @ x1.T + x2]",
        flops = 2.0 * m * k * n,
        tolerance = 1e-5,
    ) {
        val inputs = Inputs()
        val (x, weight, bias) = Triple(inputs.uniform(m, k), inputs.uniform(n, k), inputs.uniform(n))
        Ours(listOf(x, weight, bias)) { listOf(linear(x, weight, bias)) }
    }

/** The result and the gradients of input, weight and bias. */
private fun backward(m: Int, k: Int, n: Int): Row =
    Row(
        family = "linear",
        name = "$m x $k x $n and gradients",
        target = TARGET,
        script = BACKWARD,
        numpy = "[x3 @ x1, x3.T @ x0, x3.sum(0), x0 @ x1.T + x2]",
        flops = 6.0 * m * k * n,
        tolerance = 1e-5,
    ) {
        val inputs = Inputs()
        val leaves = listOf(inputs.uniform(m, k), inputs.uniform(n, k), inputs.uniform(n)).onEach { it.requireGradient() }
        val dy = inputs.uniform(m, n)
        Ours(leaves + dy) {
            val y = linear(leaves[0], leaves[1], leaves[2])
            gradients(y, leaves, dy) + y
        }
    }

private const val BACKWARD =
    "x = torch.requires_grad_(torch.detach(x0), True)\nw = torch.requires_grad_(torch.detach(x1), True)\n" +
        "b = torch.requires_grad_(torch.detach(x2), True)\ny = torch.linear(x, w, b)\n" +
        "gs = torch.grad([y], [x, w, b], annotate(List[Optional[Tensor]], [x3]), None, False, False)\n" +
        "dx = gs[0]\ndw = gs[1]\ndb = gs[2]\n" +
        "if torch.__is__(dx, None):\n  dx2 = y\nelse:\n  dx2 = unchecked_cast(Tensor, dx)\n" +
        "if torch.__is__(dw, None):\n  dw2 = y\nelse:\n  dw2 = unchecked_cast(Tensor, dw)\n" +
        "if torch.__is__(db, None):\n  db2 = y\nelse:\n  db2 = unchecked_cast(Tensor, db)\n" +
        "return [dx2, dw2, db2, torch.detach(y)]"

private const val TARGET = 0.85
