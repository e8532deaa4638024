@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeRule

/**
 * The largest element of every window of a line, and where it is: as [maxPool2dOp] finds it in a plane of one row. The row behind
 * [maxPool1d].
 */
public val maxPool1dOp: Op1<PoolWindows> =
    Op1(
        "max_pool1d",
        Definition { windows, inputs ->
            val results = Evaluator.apply(maxPool2dOp, windows.inOneRow(), arrayOf(unsqueeze(inputs[0], -2)))
            Array(2) { squeeze(results[it], -2) }
        },
        { call ->
            val sizes = call.attributes.pooled(call.name, call.sizes())
            arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), sizes), Spec(DType.I64, sizes))
        },
        Gradients.Derived,
        null,
        Names("nn.functional.max_pool1d"),
    )

/**
 * The largest element of every window; NaN is larger than all. `[n, c, l] -> [n, c, l']` or without `n`.
 *
 * @param stride the step from window to window, that of the kernel by default.
 * @param ceilMode whether a last, incomplete window counts.
 * @throws dev.rankine.shapes.ShapeException if the windows do not fit the lines.
 */
@ShapeRule(POOL1D_RULE)
@JvmOverloads
public fun maxPool1d(x: Value, kernel: Int, stride: Int = kernel, padding: Int = 0, dilation: Int = 1, ceilMode: Boolean = false): Value =
    maxPool1dOp(lineWindows(kernel, stride, padding, dilation, ceilMode), x)

/** [maxPool1d] and, as int64, the place of each maximum in its line. */
@JvmOverloads
public fun maxPool1dWithIndices(
    x: Value,
    kernel: Int,
    stride: Int = kernel,
    padding: Int = 0,
    dilation: Int = 1,
    ceilMode: Boolean = false,
): Pair<Value, Value> {
    val (values, indices) = Evaluator.apply(maxPool1dOp, lineWindows(kernel, stride, padding, dilation, ceilMode), arrayOf(x))
    return values to indices
}
