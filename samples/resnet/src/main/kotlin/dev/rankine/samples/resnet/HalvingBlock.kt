package dev.rankine.samples.resnet

import dev.rankine.nn.BatchNorm2d
import dev.rankine.nn.Conv2d
import dev.rankine.nn.Module
import dev.rankine.ops.scope
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Half
import dev.rankine.shapes.Rank4
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.relu

/**
 * A block whose first convolution has a stride of 2 and more channels: what went in is brought to the same axes before it is added.
 * `[N, In, H, W] -> [N, Out, H/2, W/2]`. He et al., arXiv:1512.03385, option B.
 */
internal class HalvingBlock<In : Dim<*>, Out : Dim<*>>(input: Axis<In>, output: Axis<Out>) : Module() {
    private val conv1 by Conv2d(input, output, kernel = 3, stride = 2, padding = 1, bias = false)
    private val bn1 by BatchNorm2d(output)
    private val conv2 by Conv2d(output, output, kernel = 3, padding = 1, bias = false)
    private val bn2 by BatchNorm2d(output)
    private val downsample by Shortcut(input, output)

    operator fun <N : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(x: Tensor<Rank4<N, In, H, W>>): Tensor<Rank4<N, Out, Half<H>, Half<W>>> =
        scope("block") { (bn2(conv2(bn1(conv1.halving(x)).relu())) + downsample(x)).relu() }
}

/** The way around a [HalvingBlock]: every other pixel of every other row, in other channels. `[N, In, H, W] -> [N, Out, H/2, W/2]` */
internal class Shortcut<In : Dim<*>, Out : Dim<*>>(input: Axis<In>, output: Axis<Out>) : Module() {
    private val conv = add("0", Conv2d(input, output, kernel = 1, stride = 2, bias = false))
    private val norm = add("1", BatchNorm2d(output))

    operator fun <N : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(x: Tensor<Rank4<N, In, H, W>>): Tensor<Rank4<N, Out, Half<H>, Half<W>>> =
        norm(conv.halving(x))
}
