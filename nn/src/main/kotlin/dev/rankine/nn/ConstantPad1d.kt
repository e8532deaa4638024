package dev.rankine.nn

import dev.rankine.ops.PadMode
import dev.rankine.shapes.ShapeRule

/**
 * Adds one number around each line. `[N, C, L] -> [N, C, L']`, with or without `N`. It has no parameters.
 *
 * @param padding how many are added left and right; a negative number cuts off.
 * @param number what is added.
 * @throws dev.rankine.shapes.ShapeException unless there are 2 numbers, or one for all sides.
 */
@ShapeRule(
    PAD1D_RULE,
    "left = padding[0]",
    "right = padding[1]",
)
public class ConstantPad1d(padding: List<Int>, number: Double) : Pad1d("constant_pad1d", PadMode.CONSTANT, padding, number) {
    /** The same on all sides. */
    public constructor(padding: Int, number: Double) : this(listOf(padding), number)
}
