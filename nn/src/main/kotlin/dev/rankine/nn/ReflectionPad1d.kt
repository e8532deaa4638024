package dev.rankine.nn

import dev.rankine.ops.PadMode
import dev.rankine.shapes.ShapeRule

/**
 * Adds the elements mirrored at the edge, which is not repeated around each line. `[N, C, L] -> [N, C, L']`, with or without `N`. It has
 * no parameters.
 *
 * @param padding how many are added left and right; a negative number cuts off.
 * @throws dev.rankine.shapes.ShapeException unless there are 2 numbers, or one for all sides.
 */
@ShapeRule(
    PAD1D_RULE,
    "left = padding[0]",
    "right = padding[1]",
)
public class ReflectionPad1d(padding: List<Int>) : Pad1d("reflection_pad1d", PadMode.REFLECT, padding) {
    /** The same on all sides. */
    public constructor(padding: Int) : this(listOf(padding))
}
