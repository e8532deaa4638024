package dev.rankine.nn

import dev.rankine.ops.PadMode
import dev.rankine.shapes.ShapeRule

/**
 * Adds the elements mirrored at the edge, which is not repeated around each volume. `[N, C, D, H, W] -> [N, C, D', H', W']`, with or
 * without `N`. It has no parameters.
 *
 * @param padding how many are added left, right, top, bottom, front and back; a negative number cuts off.
 * @throws dev.rankine.shapes.ShapeException unless there are 6 numbers, or one for all sides.
 */
@ShapeRule(
    PAD3D_RULE,
    "left = padding[0]",
    "right = padding[1]",
    "top = padding[2]",
    "bottom = padding[3]",
    "front = padding[4]",
    "back = padding[5]",
)
public class ReflectionPad3d(padding: List<Int>) : Pad3d("reflection_pad3d", PadMode.REFLECT, padding) {
    /** The same on all sides. */
    public constructor(padding: Int) : this(listOf(padding))
}
