@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** The [count] numbers [start], `start + step`, ..., [step] apart; both are `Long` if [dtype] is an integer type, else `Double`. */
public data class ArangeAttributes(public val start: Number, public val step: Number, public val count: Int, public val dtype: DType)

/** Numbers at equal distances. The row behind [arange]. */
public val arangeOp: Op0<ArangeAttributes> =
    Op0(
        "arange",
        Loop { attributes, _, outputs ->
            val y = outputs[0]
            val (start, step) = attributes
            for (i in 0 until y.count) {
                if (start is Long && step is Long) y.set(i, start + i * step) else y.set(i, start.toDouble() + i * step.toDouble())
            }
        },
        { call -> arrayOf(Spec(call.attributes.dtype, Sizes.of(call.attributes.count))) },
        Names("arange", "arange"),
    )

/**
 * The numbers `start, start + step, ...` before [end]: `ceil((end - start) / step)` of them. `-> [n]`
 *
 * @param dtype int64 if left out and all numbers are integral, else the default floating type.
 * @throws ShapeException if [step] is 0, leads away from [end], or a number is not finite.
 */
@ShapeRule("start=? end=? step=1 -> [ceil_div(end - start, step)]")
@JvmOverloads
public fun arange(start: Number, end: Number, step: Number = 1, dtype: DType? = null, backend: Backend = Backends.current): Value {
    val chosen = dtype ?: if (listOf(start, end, step).all(::isIntegral)) DType.I64 else DType.DEFAULT
    if (listOf(
            start,
            end,
            step,
        ).any { !it.toDouble().isFinite() }
    ) {
        throw ShapeException("arange: numbers must be finite: $start, $end, $step")
    }
    val isExact = chosen == DType.I64
    val walk: Number = if (isExact) step.toLong() else step
    if (walk.toDouble() == 0.0) throw ShapeException("arange: the step must not be 0")
    val distance = if (isExact) (end.toLong() - start.toLong()).toDouble() else end.toDouble() - start.toDouble()
    if (distance != 0.0 &&
        (distance > 0) != (walk.toDouble() > 0)
    ) {
        throw ShapeException("arange: step $step leads away from the end: $start to $end")
    }
    val count = if (isExact) ceilDivide(end.toLong() - start.toLong(), walk.toLong()).toDouble() else Math.ceil(distance / walk.toDouble())
    if (count > Int.MAX_VALUE) throw ShapeException("arange: too many elements: ${count.toLong()} exceeds ${Int.MAX_VALUE}")
    val isInteger = !chosen.isFloating
    return arangeOp.on(
        backend,
        ArangeAttributes(
            if (isInteger) start.toLong() else start.toDouble(),
            if (isInteger) step.toLong() else step.toDouble(),
            count.toInt(),
            chosen,
        ),
    )
}

/** The numbers `0, 1, ...` before [end]; see the other [arange]. */
@ShapeRule("end=? -> [end]")
@JvmOverloads
public fun arange(end: Number, dtype: DType? = null, backend: Backend = Backends.current): Value = arange(0, end, 1, dtype, backend)

private fun isIntegral(number: Number): Boolean = number is Long || number is Int || number is Short || number is Byte

private fun ceilDivide(distance: Long, step: Long): Long = distance / step + if (distance % step != 0L) 1 else 0
