package dev.rankine.nn

import dev.rankine.ops.PadMode
import dev.rankine.shapes.ShapeRule

/**
 * Adds the elements mirrored at the edge, which is not repeated around each plane. `[N, C, H, W] -> [N, C, H', W']`, with or without `N`.
 * It has no parameters.
 *
 * @param padding how many are added left, right, top and bottom; a negative number cuts off.
 * @throws dev.rankine.shapes.ShapeException unless there are 4 numbers, or one for all sides.
 */
@ShapeRule(
    PAD2D_RULE,
    "left = padding[0]",
    "right = padding[1]",
    "top = padding[2]",
    "bottom = padding[3]",
)
public class ReflectionPad2d(padding: List<Int>) : Pad2d("reflection_pad2d", PadMode.REFLECT, padding) {
    /** The same on all sides. */
    public constructor(padding: Int) : this(listOf(padding))
}
