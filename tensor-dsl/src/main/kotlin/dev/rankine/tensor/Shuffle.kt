package dev.rankine.tensor

import dev.rankine.ops.CHANNEL_SHUFFLE_RULE
import dev.rankine.ops.channelShuffle
import dev.rankine.ops.named
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule

/**
 * The channels, on the second axis, of [groups] groups in turn: the first of each, then the second of each, and so on. `[n, c, ...] -> [n,
 * c, ...]`
 *
 * @throws dev.rankine.shapes.ShapeException if there are fewer than three axes, or the channels do not divide into groups.
 */
@ShapeRule(CHANNEL_SHUFFLE_RULE)
public fun <S : Shape> Tensor<S>.channelShuffle(groups: Int): Tensor<S> = Tensor(channelShuffle(value, groups).named(value.sizes))
