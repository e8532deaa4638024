package dev.rankine.benchmarks.compare.rows

import dev.rankine.benchmarks.compare.Inputs
import dev.rankine.benchmarks.compare.Ours
import dev.rankine.benchmarks.compare.Row
import dev.rankine.ops.Value
import dev.rankine.ops.amax
import dev.rankine.ops.argmax
import dev.rankine.ops.cumsum
import dev.rankine.ops.logsumexp
import dev.rankine.ops.mean
import dev.rankine.ops.prod
import dev.rankine.ops.std
import dev.rankine.ops.sum
import dev.rankine.ops.variance

/** A reduction: what libtorch, NumPy and we call it. `AXES` stands for the axes, `AXIS` for the first of them. */
private class Reduction(
    val name: String,
    val script: String,
    val numpy: String,
    val tolerance: Double = 1e-5,
    val ours: (Value, List<Int>) -> Value,
)

private val sums = Reduction("sum", "torch.sum(INPUT, AXES)", "x0.sum(axis=TUPLE)") { x, axes -> sum(x, axes) }
private val means = Reduction("mean", "torch.mean(INPUT, AXES)", "x0.mean(axis=TUPLE)") { x, axes -> mean(x, axes) }
private val largest = Reduction("amax", "torch.amax(INPUT, AXES)", "x0.max(axis=TUPLE)", 0.0) { x, axes -> amax(x, axes) }
private val places = Reduction("argmax", "torch.argmax(INPUT, AXIS)", "x0.argmax(axis=AXIS)", 0.0) { x, axes -> argmax(x, axes[0]) }
private val variances = Reduction("var", "torch.var(INPUT, AXES)", "x0.var(axis=TUPLE, ddof=1)") { x, axes -> variance(x, axes) }
private val deviations = Reduction("std", "torch.std(INPUT, AXES)", "x0.std(axis=TUPLE, ddof=1)") { x, axes -> std(x, axes) }
private val totals = Reduction("prod", "torch.prod(INPUT, AXIS)", "x0.prod(axis=AXIS)", 1e-3) { x, axes -> prod(x, axes[0]) }
private val logSums =
    Reduction("logsumexp", "torch.logsumexp(INPUT, AXES)", "np.log(np.exp(x0).sum(axis=TUPLE))") { x, axes -> logsumexp(x, axes) }
private val running = Reduction("cumsum", "torch.cumsum(INPUT, AXIS)", "x0.cumsum(axis=AXIS)") { x, axes -> cumsum(x, axes[0]) }

/** Reductions over inner and outer axes, and over everything. */
internal val reductions: List<Row> =
    listOf(sums, means, largest, places, variances).flatMap { op ->
        listOf(
            op.of(listOf(4096, 1000), 1),
            op.of(listOf(4096, 1000), 0),
            op.of(listOf(128, 512), 1),
            op.of(listOf(128, 512), 0),
            op.of(listOf(1 shl 20), 0),
        )
    } +
        listOf(sums, means, largest, variances).map { it.of(listOf(64, 64, 32, 32), 0, 2, 3) } +
        listOf(deviations, totals, logSums, running).flatMap { listOf(it.of(listOf(4096, 1000), 1), it.of(listOf(4096, 1000), 0)) } +
        listOf(sums, means, largest, variances).map { it.withGradient(listOf(4096, 1000), 1) } +
        listOf(sums, means, largest, variances, running, logSums).map { it.withGradient(listOf(128, 512), 0) }

private fun Reduction.of(sizes: List<Int>, vararg axes: Int): Row =
    Row(
        family = "reductions",
        name = "$name ${sizes.joinToString(" x ")}${over(sizes, axes)}",
        target = 1.2,
        script = "return [${script.filled("x0", axes)}]",
        numpy = "[${numpy.filled("x0", axes)}]",
        bytes = 4.0 * sizes.fold(1) { product, size -> product * size } * (if (this === running) 2 else 1),
        tolerance = tolerance,
    ) {
        val x = Inputs().uniform(*sizes.toIntArray())
        Ours(listOf(x)) { listOf(ours(x, axes.toList())) }
    }

private fun Reduction.withGradient(sizes: List<Int>, vararg axes: Int): Row =
    Row(
        family = "reductions",
        name = "$name ${sizes.joinToString(" x ")}${over(sizes, axes)}, with gradient",
        target = 1.2,
        script = recordedScript(script.filled("w0", axes), leaves = 1, inputs = 2),
    ) {
        val inputs = Inputs()
        val kept = if (this === running) sizes else sizes.filterIndexed { axis, _ -> axis !in axes }
        recorded(
            listOf(inputs.uniform(*sizes.toIntArray()), inputs.uniform(*kept.toIntArray())),
            leaves = 1,
        ) { (x) -> ours(x, axes.toList()) }
    }

private fun over(sizes: List<Int>, axes: IntArray): String =
    if (sizes.size == 1) {
        " over all"
    } else if (axes.size == 1) {
        " over axis ${axes[0]}"
    } else {
        " over axes ${axes.joinToString()}"
    }

private fun String.filled(x: String, axes: IntArray): String =
    replace("INPUT", x)
        .replace("AXES", "[${axes.joinToString()}]")
        .replace("TUPLE", "(${axes.joinToString("") { "$it," }})")
        .replace("AXIS", "${axes[0]}")
