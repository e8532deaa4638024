package dev.rankine.benchmarks.jmh

import dev.rankine.ops.Padding
import dev.rankine.ops.Value
import dev.rankine.ops.conv2d
import kotlinx.benchmark.Param

/** Kernels of 3 x 3 on a batch of 8 at the sizes of ResNet's stages: as many channels out as in. */
open class Convolution : OneOp() {
    @Param("64 32", "128 16", "256 8", "512 4")
    var channelsAndRows: String = ""

    override fun open(): () -> Value {
        val (channels, rows) = channelsAndRows.split(" ").map { it.toInt() }
        val (x, weight) = numbers(8, channels, rows, rows) to numbers(channels, channels, 3, 3)
        return { conv2d(x, weight, null, Padding.Both(1)) }
    }
}
