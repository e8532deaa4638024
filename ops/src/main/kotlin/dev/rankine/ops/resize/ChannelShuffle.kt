@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** Into how many [groups] channels are cut. */
public data class ChannelShuffleAttributes(public val groups: Int)

/** The rule of [channelShuffle]. */
public const val CHANNEL_SHUFFLE_RULE: String =
    "input:[n, c, *s] groups=? -> [n, c, *s] where rank(s) >= 1 \"needs a batch, channels and more: axes\", " +
        "groups >= 1 \"groups must be at least 1\", c % groups == 0 \"the channels do not divide into groups\""

private val rule = Rule.of(CHANNEL_SHUFFLE_RULE)

/** Mixes the channels of groups. The row behind [channelShuffle]. */
public val channelShuffleOp: Op1<ChannelShuffleAttributes> =
    composite1(
        "channel_shuffle",
        Names("nn.functional.channel_shuffle"),
        signature = { call -> arrayOf(Spec(call.dtype(), rule.apply(call.name, arrayOf(call.sizes()), call.attributes.groups)[0])) },
    ) { (groups), x ->
        val (n, c) = x.sizes.toList()
        val inner =
            x.sizes
                .toList()
                .drop(2)
                .fold(1) { product, size -> product * size }
        reshape(transpose(reshape(x, Sizes.of(n, groups, c / groups, inner)), 1, 2), x.sizes)
    }

/**
 * The channels of [groups] groups in turn: the first of each, then the second of each, and so on. `[n, c, ...] -> [n, c, ...]`.
 * Zhang et al., arXiv:1707.01083.
 *
 * @throws dev.rankine.shapes.ShapeException if the channels do not divide into groups.
 */
@ShapeRule(CHANNEL_SHUFFLE_RULE)
public fun channelShuffle(x: Value, groups: Int): Value = channelShuffleOp(ChannelShuffleAttributes(groups), x)
