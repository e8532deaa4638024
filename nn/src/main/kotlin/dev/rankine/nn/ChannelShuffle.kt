package dev.rankine.nn

import dev.rankine.ops.CHANNEL_SHUFFLE_RULE
import dev.rankine.ops.Value
import dev.rankine.ops.channelShuffle
import dev.rankine.ops.named
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * Takes the channels of [groups] groups in turn. `[N, C, ...] -> [N, C, ...]`. It has no parameters. Zhang et al., arXiv:1707.01083.
 *
 * @throws IllegalArgumentException if there is no group.
 */
@ShapeRule(CHANNEL_SHUFFLE_RULE)
@OptIn(UncheckedShape::class)
public class ChannelShuffle(private val groups: Int) : Mapping() {
    init {
        require(groups >= 1) { "channel_shuffle: groups must be at least 1: $groups" }
    }

    override fun gives(before: KnownAxis?): KnownAxis? = before

    override fun forward(x: Value): Value = channelShuffle(x, groups)

    /** The same sizes. Throws [ShapeException] if there are fewer than three axes, or the channels do not divide into groups. */
    public operator fun <S : Shape> invoke(x: Tensor<S>): Tensor<S> = call(x.value).named(x.sizes).unchecked()

    override fun details(): String = "groups = $groups"
}
