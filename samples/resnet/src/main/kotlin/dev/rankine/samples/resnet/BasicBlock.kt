package dev.rankine.samples.resnet

import dev.rankine.nn.BatchNorm2d
import dev.rankine.nn.Conv2d
import dev.rankine.nn.Module
import dev.rankine.ops.scope
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank4
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.relu

/**
 * Two convolutions, and what went in is added to what comes out: the sum compiles because no axis has changed.
 * `[N, C, H, W] -> [N, C, H, W]`. He et al., arXiv:1512.03385, figure 2.
 */
internal class BasicBlock<C : Dim<*>>(channels: Axis<C>) : Module() {
    private val conv1 by Conv2d(channels, channels, kernel = 3, padding = 1, bias = false)
    private val bn1 by BatchNorm2d(channels)
    private val conv2 by Conv2d(channels, channels, kernel = 3, padding = 1, bias = false)
    private val bn2 by BatchNorm2d(channels)

    operator fun <N : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(x: Tensor<Rank4<N, C, H, W>>): Tensor<Rank4<N, C, H, W>> =
        scope("block") { (bn2(conv2(bn1(conv1(x)).relu())) + x).relu() }
}
