package dev.rankine.benchmarks.compare.networks

import dev.rankine.nn.BatchNorm2d
import dev.rankine.nn.Conv2d
import dev.rankine.nn.FanMode
import dev.rankine.nn.GlobalAvgPool2d
import dev.rankine.nn.Mapping
import dev.rankine.nn.MaxPool2d
import dev.rankine.nn.Nonlinearity
import dev.rankine.nn.kaimingNormal
import dev.rankine.nn.untypedLinear
import dev.rankine.ops.Value
import dev.rankine.ops.add
import dev.rankine.ops.relu
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.of

/** A residual network: its stages, whose first has 64 channels within a block. He et al., arXiv:1512.03385. */
internal class ResNet(private val blocks: List<Int>, private val isDeep: Boolean, private val isLarge: Boolean, private val kinds: Int) :
    Mapping() {
    private val conv1 by
        if (isLarge) convolution(3, 64, kernel = 7, stride = 2, padding = 3) else convolution(3, 64, kernel = 3, padding = 1)
    private val bn1 by BatchNorm2d(Dyn of 64)
    private val maxpool = MaxPool2d(kernel = 3, stride = 2, padding = 1)
    private val stages: List<Mapping>
    private val pool = GlobalAvgPool2d()

    init {
        var channels = 64
        val all = ArrayList<Mapping>()
        for ((stage, count) in blocks.withIndex()) {
            val inner = 64 shl stage
            for (index in 0 until count) {
                val stride = if (stage > 0 && index == 0) 2 else 1
                val block = if (isDeep) Bottleneck(channels, inner, stride) else BasicBlock(channels, inner, stride)
                all += add("layer${stage + 1}_$index", block)
                channels = if (isDeep) 4 * inner else inner
            }
        }
        stages = all
    }

    private val fc by untypedLinear(if (isDeep) 2048 else 512, kinds)

    init {
        for (weight in parameters().filter { it.value.rank == 4 }) {
            weight.initialize { kaimingNormal(it, mode = FanMode.FAN_OUT, nonlinearity = Nonlinearity.RELU) }
        }
    }

    override fun forward(x: Value): Value {
        val edges = relu(bn1.call(conv1.call(x)))
        val small = if (isLarge) maxpool.call(edges) else edges
        return fc.call(pool.call(stages.fold(small) { y, block -> block.call(y) }))
    }
}

/** Two convolutions of 3 x 3. `[N, C, H, W] -> [N, D, H / stride, W / stride]` */
internal class BasicBlock(input: Int, output: Int, stride: Int) : Mapping() {
    private val conv1 by convolution(input, output, kernel = 3, stride = stride, padding = 1)
    private val bn1 by BatchNorm2d(Dyn of output)
    private val conv2 by convolution(output, output, kernel = 3, padding = 1)
    private val bn2 by BatchNorm2d(Dyn of output)
    private val downsample = if (stride == 1 && input == output) null else add("downsample", Shortcut(input, output, stride))

    override fun forward(x: Value): Value {
        val y = bn2.call(conv2.call(relu(bn1.call(conv1.call(x)))))
        return relu(add(y, downsample?.call(x) ?: x))
    }
}

/** Convolutions of 1 x 1, 3 x 3 and 1 x 1. `[N, C, H, W] -> [N, 4 D, H / stride, W / stride]` */
internal class Bottleneck(input: Int, inner: Int, stride: Int) : Mapping() {
    private val conv1 by convolution(input, inner, kernel = 1)
    private val bn1 by BatchNorm2d(Dyn of inner)
    private val conv2 by convolution(inner, inner, kernel = 3, stride = stride, padding = 1)
    private val bn2 by BatchNorm2d(Dyn of inner)
    private val conv3 by convolution(inner, 4 * inner, kernel = 1)
    private val bn3 by BatchNorm2d(Dyn of 4 * inner)
    private val downsample = if (stride == 1 && input == 4 * inner) null else add("downsample", Shortcut(input, 4 * inner, stride))

    override fun forward(x: Value): Value {
        val middle = relu(bn2.call(conv2.call(relu(bn1.call(conv1.call(x))))))
        return relu(add(bn3.call(conv3.call(middle)), downsample?.call(x) ?: x))
    }
}

/** The way around a block that changes sizes. */
internal class Shortcut(input: Int, output: Int, stride: Int) : Mapping() {
    private val conv = add("0", convolution(input, output, kernel = 1, stride = stride))
    private val norm = add("1", BatchNorm2d(Dyn of output))

    override fun forward(x: Value): Value = norm.call(conv.call(x))
}

private fun convolution(input: Int, output: Int, kernel: Int, stride: Int = 1, padding: Int = 0): Conv2d<Dyn, Dyn> =
    Conv2d(Dyn of input, Dyn of output, kernel, stride, padding, bias = false)
