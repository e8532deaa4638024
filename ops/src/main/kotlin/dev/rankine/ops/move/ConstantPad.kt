@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Layout
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes

/**
 * How many elements are added before and after an axis ([pads], in pairs from the last axis on, negative cuts off), and the number that
 * they get ([value]): a `Double` for floating types, a `Long` for others.
 */
public data class PadAttributes(public val pads: List<Int>, public val value: Number)

/** Adds elements of one number around, or cuts off. The row behind [constantPad]. */
public val constantPadOp: Op1<PadAttributes> =
    Op1(
        "constant_pad_nd",
        Loop { attributes, inputs, outputs ->
            val y = outputs[0]
            val value = attributes.value
            for (i in 0 until y.count) if (value is Long) y.set(i, value) else y.set(i, value.toDouble())
            val (from, into) = overlap(inputs[0], y, attributes.pads)
            for (i in 0 until from.count) into.take(i, from, i)
        },
        { call -> arrayOf(Spec(call.dtype(), padded(call.name, call.sizes(), call.attributes.pads))) },
        gradients(gradient { unpad(dy, attributes.pads) }),
        null,
        Names("constant_pad_nd", "pad"),
    )

/**
 * [x] with elements [value] added around: [pads] are pairs `(before, after)` from the last axis on; a negative number cuts elements off.
 *
 * @throws ShapeException if there are more pairs than axes, an odd number, or more is cut off than there is.
 */
@JvmOverloads
public fun constantPad(x: Value, pads: List<Int>, value: Number = 0): Value {
    val number: Number = if (x.dtype.isFloating) value.toDouble() else value.toLong()
    return constantPadOp(PadAttributes(pads.toList(), number), x)
}

/** The adjoint of padding with [pads]. */
private fun unpad(dy: Value, pads: List<Int>): Value {
    if (pads.any { it < 0 }) return constantPadOp(PadAttributes(pads.map { -it }, 0L), dy)
    var result = dy
    for (i in 0 until pads.size / 2) {
        val axis = dy.rank - 1 - i
        if (pads[2 * i] != 0 || pads[2 * i + 1] != 0) {
            result = narrow(result, axis, pads[2 * i], dy.sizes[axis] - pads[2 * i] - pads[2 * i + 1])
        }
    }
    return result
}

internal fun padded(op: String, sizes: Sizes, pads: List<Int>): Sizes {
    if (pads.size % 2 != 0 || pads.size / 2 > sizes.rank) {
        throw ShapeException("$op: pads must be at most ${sizes.rank} pairs: $pads", listOf("input" to sizes))
    }
    var result = sizes
    for (i in 0 until pads.size / 2) {
        val axis = sizes.rank - 1 - i
        val size = sizes[axis].toLong() + pads[2 * i] + pads[2 * i + 1]
        if (size !in 0..Int.MAX_VALUE) {
            throw ShapeException(
                "$op: axis $axis of size ${sizes[axis]} cannot take pads ${pads[2 * i]} and ${pads[2 * i + 1]}",
                listOf("input" to sizes),
            )
        }
        result = result.with(axis, size.toInt())
    }
    return result
}

/** The part of [x] that stays, and the part of [y] where it goes. */
private fun overlap(x: Elements, y: Elements, pads: List<Int>): Pair<Elements, Elements> {
    val (from, into) = overlap(x.layout, y.layout, pads)
    return Elements(x.storage, from) to Elements(y.storage, into)
}

/** The layout of what stays of [x], and of its place in [y]. */
internal fun overlap(x: Layout, y: Layout, pads: List<Int>): Pair<Layout, Layout> {
    var from = x
    var into = y
    for (i in 0 until pads.size / 2) {
        val axis = x.rank - 1 - i
        val first = maxOf(0, -pads[2 * i])
        val count = maxOf(0, minOf(x.sizes[axis], x.sizes[axis] + pads[2 * i + 1]) - first)
        from = from.slice(axis, first, count, 1)
        into = into.slice(axis, maxOf(0, pads[2 * i]), count, 1)
    }
    return from to into
}
