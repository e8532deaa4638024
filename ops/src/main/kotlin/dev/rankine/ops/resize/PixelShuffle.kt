@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** By how much rows and columns grow or shrink ([factor]). */
public data class PixelShuffleAttributes(public val factor: Int)

/** The rule of [pixelShuffle]. */
public const val PIXEL_SHUFFLE_RULE: String =
    "input:[*p, c, h, w] factor=? -> [*p, c / (factor*factor), h*factor, w*factor] where " +
        "factor >= 1 \"the factor must be at least 1\", c % (factor*factor) == 0 \"the channels do not divide by the square of the factor\""

/** The rule of [pixelUnshuffle]. */
public const val PIXEL_UNSHUFFLE_RULE: String =
    "input:[*p, c, h, w] factor=? -> [*p, c*factor*factor, h / factor, w / factor] where factor >= 1 \"the factor must be at least 1\", " +
        "h % factor == 0 \"the rows do not divide by the factor\", w % factor == 0 \"the columns do not divide by the factor\""

private val shuffleRule = Rule.of(PIXEL_SHUFFLE_RULE)

private val unshuffleRule = Rule.of(PIXEL_UNSHUFFLE_RULE)

/** Moves channels into planes. The row behind [pixelShuffle]. */
public val pixelShuffleOp: Op1<PixelShuffleAttributes> =
    composite1(
        "pixel_shuffle",
        Names("nn.functional.pixel_shuffle"),
        signature = { call -> arrayOf(Spec(call.dtype(), shuffleRule.apply(call.name, arrayOf(call.sizes()), call.attributes.factor)[0])) },
    ) { (factor), x ->
        val (c, h, w) = x.sizes.toList().takeLast(3)
        val lead = x.sizes.toList().dropLast(3)
        val channels = c / (factor * factor)
        val parts = reshape(x, Sizes.of(listOf(maps(lead) * channels, factor, factor, h, w)))
        reshape(permute(parts, 0, 3, 1, 4, 2), Sizes.of(lead + listOf(channels, h * factor, w * factor)))
    }

/** Moves parts of planes into channels. The row behind [pixelUnshuffle]. */
public val pixelUnshuffleOp: Op1<PixelShuffleAttributes> =
    composite1(
        "pixel_unshuffle",
        Names("nn.functional.pixel_unshuffle"),
        signature = { call ->
            arrayOf(Spec(call.dtype(), unshuffleRule.apply(call.name, arrayOf(call.sizes()), call.attributes.factor)[0]))
        },
    ) { (factor), x ->
        val (c, h, w) = x.sizes.toList().takeLast(3)
        val lead = x.sizes.toList().dropLast(3)
        val parts = reshape(x, Sizes.of(listOf(maps(lead) * c, h / factor, factor, w / factor, factor)))
        reshape(permute(parts, 0, 2, 4, 1, 3), Sizes.of(lead + listOf(c * factor * factor, h / factor, w / factor)))
    }

/**
 * Squares of [factor] times [factor] elements, each of as many channels: `y[c, h f + i, w f + j] = x[(c f + i) f + j, h, w]`.
 * `[..., c f f, h, w] -> [..., c, h f, w f]`. Shi et al., arXiv:1609.05158.
 *
 * @throws dev.rankine.shapes.ShapeException if the channels do not divide by the square of the factor.
 */
@ShapeRule(PIXEL_SHUFFLE_RULE)
public fun pixelShuffle(x: Value, factor: Int): Value = pixelShuffleOp(PixelShuffleAttributes(factor), x)

/**
 * The inverse of [pixelShuffle]: each element of a square of [factor] times [factor] gets a channel of its own.
 * `[..., c, h f, w f] -> [..., c f f, h, w]`
 *
 * @throws dev.rankine.shapes.ShapeException if rows or columns do not divide by the factor.
 */
@ShapeRule(PIXEL_UNSHUFFLE_RULE)
public fun pixelUnshuffle(x: Value, factor: Int): Value = pixelUnshuffleOp(PixelShuffleAttributes(factor), x)

private fun maps(lead: List<Int>): Int = lead.fold(1) { product, size -> product * size }
