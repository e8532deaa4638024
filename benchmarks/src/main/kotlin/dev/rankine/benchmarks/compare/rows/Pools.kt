package dev.rankine.benchmarks.compare.rows

import dev.rankine.benchmarks.compare.Inputs
import dev.rankine.benchmarks.compare.Ours
import dev.rankine.benchmarks.compare.Row
import dev.rankine.ops.AvgPoolAttributes
import dev.rankine.ops.AvgPoolGradientAttributes
import dev.rankine.ops.PlaneAttributes
import dev.rankine.ops.PoolWindows
import dev.rankine.ops.avgPool2d
import dev.rankine.ops.avgPool2dGradient
import dev.rankine.ops.maxPool2dGradient
import dev.rankine.ops.maxPool2dWithIndices

/** Poolings of 64 channels: windows 2 x 2 on 32 images of 32 x 32, and those behind the first layer of a residual network. */
internal val pools: List<Row> =
    listOf(Pool(32, 32, 2, 2, 0), Pool(4, 112, 3, 2, 1)).flatMap { listOf(it.largest(), it.gradientOfLargest()) } +
        listOf(Pool(32, 32, 2, 2, 0), Pool(32, 8, 8, 8, 0)).flatMap { listOf(it.average(), it.gradientOfAverage()) }

/** Windows on square planes of [size]. */
private class Pool(
    private val images: Int,
    private val size: Int,
    private val kernel: Int,
    private val stride: Int,
    private val padding: Int,
) {
    private val result = (size + 2 * padding - kernel) / stride + 1
    private val windows = PoolWindows(List(2) { kernel }, List(2) { stride }, List(2) { padding }, listOf(1, 1), false)
    private val numbers = "[$kernel, $kernel], [$stride, $stride], [$padding, $padding]"
    private val planes = images * CHANNELS.toDouble()

    fun largest(): Row =
        row("max_pool2d", "torch.max_pool2d_with_indices(x0, $numbers, [1, 1], False)[0]", size * size * 4.0 + result * result * 12.0) {
            val x = uniform(images, CHANNELS, size, size)
            Ours(listOf(x)) { listOf(maxPool2dWithIndices(x, List(2) { kernel }, List(2) { stride }, List(2) { padding }).first) }
        }

    fun gradientOfLargest(): Row =
        row(
            "max_pool2d gradient",
            "torch.max_pool2d_with_indices_backward(x0, torch.empty([$images, $CHANNELS, $size, $size]), $numbers, [1, 1], False, x1)",
            size * size * 4.0 + result * result * 12.0,
        ) {
            val dy = uniform(images, CHANNELS, result, result)
            val x = uniform(images, CHANNELS, size, size)
            val places = maxPool2dWithIndices(x, List(2) { kernel }, List(2) { stride }, List(2) { padding }).second
            Ours(listOf(dy, places)) { listOf(maxPool2dGradient(PlaneAttributes(size, size), dy, places)) }
        }

    fun average(): Row =
        row("avg_pool2d", "torch.avg_pool2d(x0, $numbers)", (size * size + result * result) * 4.0) {
            val x = uniform(images, CHANNELS, size, size)
            Ours(listOf(x)) { listOf(avgPool2d(x, kernel, stride, padding)) }
        }

    fun gradientOfAverage(): Row =
        row(
            "avg_pool2d gradient",
            "torch.avg_pool2d_backward(x0, torch.empty([$images, $CHANNELS, $size, $size]), $numbers, False, True, None)",
            (size * size + result * result) * 4.0,
        ) {
            val dy = uniform(images, CHANNELS, result, result)
            val how = AvgPoolGradientAttributes(AvgPoolAttributes(windows, true, null), PlaneAttributes(size, size))
            Ours(listOf(dy)) { listOf(avgPool2dGradient(how, dy)) }
        }

    private fun row(work: String, call: String, bytes: Double, open: Inputs.() -> Ours): Row =
        Row(
            family = "pools",
            name = "$work $kernel x $kernel stride $stride, $images x $CHANNELS x $size x $size",
            target = 1.2,
            script = "return [$call]",
            bytes = planes * bytes,
        ) { Inputs().open() }

    private companion object {
        const val CHANNELS = 64
    }
}
