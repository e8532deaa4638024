package dev.rankine.nn

import dev.rankine.ops.PadMode
import dev.rankine.shapes.ShapeRule

/**
 * Adds one number around each plane. `[N, C, H, W] -> [N, C, H', W']`, with or without `N`. It has no parameters.
 *
 * @param padding how many are added left, right, top and bottom; a negative number cuts off.
 * @param number what is added.
 * @throws dev.rankine.shapes.ShapeException unless there are 4 numbers, or one for all sides.
 */
@ShapeRule(
    PAD2D_RULE,
    "left = padding[0]",
    "right = padding[1]",
    "top = padding[2]",
    "bottom = padding[3]",
)
public class ConstantPad2d(padding: List<Int>, number: Double) : Pad2d("constant_pad2d", PadMode.CONSTANT, padding, number) {
    /** The same on all sides. */
    public constructor(padding: Int, number: Double) : this(listOf(padding), number)
}
