package dev.rankine.samples.resnet

import dev.rankine.nn.BatchNorm2d
import dev.rankine.nn.Conv2d
import dev.rankine.nn.FanMode
import dev.rankine.nn.GlobalAvgPool2d
import dev.rankine.nn.Linear
import dev.rankine.nn.Net
import dev.rankine.nn.Nonlinearity
import dev.rankine.nn.kaimingNormal
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.relu

/**
 * The residual network of 18 layers, He et al., arXiv:1512.03385, for images of 32 x 32: the first convolution keeps them, without a pool.
 * Names are those of PyTorch's `resnet18`.
 *
 * Planes have 32 x 32, 16 x 16, 8 x 8 and 4 x 4 pixels; their axes are `Rows`, `Half<Rows>`, `Half<Half<Rows>>` ..., which nobody declares.
 *
 * @param width how many channels the first stage has; each of the others has twice as many as the one before it. 64 in the paper.
 */
internal class ResNet18(width: Int) : Net<Pictures, Scores>() {
    private val stage1 = Stage1 of width
    private val stage2 = Stage2 of 2 * width
    private val stage3 = Stage3 of 4 * width
    private val stage4 = Stage4 of 8 * width

    private val conv1 by Conv2d(Colors, stage1, kernel = 3, padding = 1, bias = false)
    private val bn1 by BatchNorm2d(stage1)
    private val layer1 by KeepingStage(stage1)
    private val layer2 by Stage(stage1, stage2)
    private val layer3 by Stage(stage2, stage3)
    private val layer4 by Stage(stage3, stage4)
    private val avgpool by GlobalAvgPool2d()
    private val fc by Linear(stage4, Kind)

    init {
        for (weight in parameters().filter { it.value.rank == 4 }) {
            weight.initialize { kaimingNormal(it, mode = FanMode.FAN_OUT, nonlinearity = Nonlinearity.RELU) }
        }
    }

    override fun forward(x: Tensor<Pictures>): Tensor<Scores> {
        val edges = bn1(conv1(x)).relu()
        return fc(avgpool(layer4(layer3(layer2(layer1(edges))))))
    }
}
