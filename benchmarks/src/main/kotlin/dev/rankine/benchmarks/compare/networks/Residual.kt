package dev.rankine.benchmarks.compare.networks

import dev.rankine.nn.Mapping

/**
 * [ResNet] on both sides. `[N, 3, H, W] -> [N, kinds]`
 *
 * @property blocks how many blocks each stage has.
 * @property isDeep whether blocks are bottlenecks.
 * @property isLarge whether the first convolution is that of 7 x 7 with a stride of 2, and a pool follows.
 */
internal class Residual private constructor(
    private val blocks: List<Int>,
    private val isDeep: Boolean,
    private val isLarge: Boolean,
    private val kinds: Int,
) : Network {
    override fun make(): Mapping = ResNet(blocks, isDeep, isLarge, kinds)

    override fun text(program: Statements, x: String): String =
        with(program) {
            val edges = conv2d(x, "conv1", stride = if (isLarge) 2 else 1, padding = if (isLarge) 3 else 1)
            var y = relu(batchNorm(edges, "bn1"))
            if (isLarge) y = let("torch.max_pool2d($y, [3, 3], [2, 2], [1, 1], [1, 1], False)")
            for ((stage, count) in blocks.withIndex()) {
                for (index in 0 until count) y = block(y, "layer${stage + 1}_$index", stage, index)
            }
            linear(let("torch.flatten(torch.adaptive_avg_pool2d($y, [1, 1]), 1)"), "fc")
        }

    private fun Statements.block(x: String, name: String, stage: Int, index: Int): String {
        val stride = if (stage > 0 && index == 0) 2 else 1
        var y = x
        if (isDeep) {
            y = relu(batchNorm(conv2d(y, "$name.conv1", 1, 0), "$name.bn1"))
            y = relu(batchNorm(conv2d(y, "$name.conv2", stride, 1), "$name.bn2"))
            y = batchNorm(conv2d(y, "$name.conv3", 1, 0), "$name.bn3")
        } else {
            y = relu(batchNorm(conv2d(y, "$name.conv1", stride, 1), "$name.bn1"))
            y = batchNorm(conv2d(y, "$name.conv2", 1, 1), "$name.bn2")
        }
        val changes = index == 0 && (stage > 0 || isDeep)
        val around = if (changes) batchNorm(conv2d(x, "$name.downsample.0", stride, 0), "$name.downsample.1") else x
        return relu(let("torch.add_($y, $around)"))
    }

    /** In place, as PyTorch's own networks do it. */
    private fun Statements.relu(x: String): String = let("torch.relu_($x)")

    companion object {
        /** For images of 32 x 32, of ten kinds. */
        val eighteen: Residual = Residual(listOf(2, 2, 2, 2), isDeep = false, isLarge = false, kinds = 10)

        /** For images of 224 x 224, of a thousand kinds. */
        val fifty: Residual = Residual(listOf(3, 4, 6, 3), isDeep = true, isLarge = true, kinds = 1000)
    }
}
