package dev.rankine.samples.resnet

import dev.rankine.nn.Module
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Half
import dev.rankine.shapes.Rank4
import dev.rankine.tensor.Tensor

/** Two blocks, the first of which halves the planes. `[N, In, H, W] -> [N, Out, H/2, W/2]` */
internal class Stage<In : Dim<*>, Out : Dim<*>>(input: Axis<In>, output: Axis<Out>) : Module() {
    private val first = add("0", HalvingBlock(input, output))
    private val second = add("1", BasicBlock(output))

    operator fun <N : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(x: Tensor<Rank4<N, In, H, W>>): Tensor<Rank4<N, Out, Half<H>, Half<W>>> =
        second(first(x))
}

/** Two blocks that keep all axes. `[N, C, H, W] -> [N, C, H, W]` */
internal class KeepingStage<C : Dim<*>>(channels: Axis<C>) : Module() {
    private val first = add("0", BasicBlock(channels))
    private val second = add("1", BasicBlock(channels))

    operator fun <N : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(x: Tensor<Rank4<N, C, H, W>>): Tensor<Rank4<N, C, H, W>> = second(first(x))
}
