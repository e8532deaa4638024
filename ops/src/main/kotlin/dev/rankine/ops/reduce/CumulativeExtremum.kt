@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType

/** The largest element so far along an axis, and its place. The row behind [cummax]. */
public val cummaxOp: Op1<AxisAttributes> =
    runningExtremum("cummax", Names("cummax", "maximum.accumulate"), { a, b -> a >= b }) { a, b -> a >= b }

/** The smallest element so far along an axis, and its place. The row behind [cummin]. */
public val cumminOp: Op1<AxisAttributes> =
    runningExtremum("cummin", Names("cummin", "minimum.accumulate"), { a, b -> a <= b }) { a, b -> a <= b }

/**
 * The largest of elements 0 to `i` along [axis]; NaN wins. The last of equal ones gets the gradient. `[*p] -> [*p]`.
 *
 * @throws dev.rankine.shapes.ShapeException if the axis is out of range.
 */
public fun cummax(x: Value, axis: Int): Value = cummaxOp(AxisAttributes(x.sizes.axisIndex("cummax", axis)), x)

/** [cummax] and, as int64, where along [axis] each is: the last place of equal ones. */
public fun cummaxWithIndices(x: Value, axis: Int): Pair<Value, Value> = withPlaces(cummaxOp, x, axis)

/**
 * The smallest of elements 0 to `i` along [axis]; NaN wins. The last of equal ones gets the gradient. `[*p] -> [*p]`.
 *
 * @throws dev.rankine.shapes.ShapeException if the axis is out of range.
 */
public fun cummin(x: Value, axis: Int): Value = cumminOp(AxisAttributes(x.sizes.axisIndex("cummin", axis)), x)

/** [cummin] and, as int64, where along [axis] each is: the last place of equal ones. */
public fun cumminWithIndices(x: Value, axis: Int): Pair<Value, Value> = withPlaces(cumminOp, x, axis)

private fun withPlaces(op: Op1<AxisAttributes>, x: Value, axis: Int): Pair<Value, Value> {
    val (values, places) = Evaluator.apply(op, AxisAttributes(x.sizes.axisIndex(op.name, axis)), arrayOf(x))
    return values to places
}

private fun runningExtremum(
    name: String,
    names: Names,
    intWins: (Long, Long) -> Boolean,
    floatWins: (Double, Double) -> Boolean,
): Op1<AxisAttributes> =
    Op1(
        name,
        Loop { attributes, inputs, outputs ->
            val x = inputs[0]
            val (y, places) = outputs
            forEachLine(x.sizes, attributes.axis) { first, step, size ->
                var best = first
                for (k in 0 until size) {
                    val i = first + k * step
                    if (takesOver(x, i, best, intWins, floatWins)) best = i
                    if (x.dtype.isFloating) y.set(i, x.double(best)) else y.set(i, x.long(best))
                    places.set(i, ((best - first) / step).toLong())
                }
            }
        },
        { call -> arrayOf(Spec(call.dtype(), call.sizes()), Spec(DType.I64, call.sizes())) },
        gradients(gradient { if (x.rank == 0) dy else scatterAdd(zerosLike(dy), attributes.axis, output(1), dy) }),
        null,
        names,
    )

/** Whether element [i] of [x] takes the place of element [best]: also the last of equal ones, and the last NaN. */
private inline fun takesOver(
    x: Elements,
    i: Int,
    best: Int,
    intWins: (Long, Long) -> Boolean,
    floatWins: (Double, Double) -> Boolean,
): Boolean {
    if (!x.dtype.isFloating) return intWins(x.long(i), x.long(best))
    val value = x.double(i)
    val champion = x.double(best)
    return value.isNaN() || (!champion.isNaN() && floatWins(value, champion))
}
