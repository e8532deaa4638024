@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.promote

/** The [axis] of an op, not negative. */
public data class AxisAttributes(public val axis: Int)

/** Joins values along an axis. The row behind [cat]. */
public val catOp: OpN<AxisAttributes> =
    OpN(
        "cat",
        Loop { attributes, inputs, outputs ->
            val y = outputs[0]
            var before = 0
            for (x in inputs) {
                if (x.count == 0) continue
                val part = Elements(y.storage, y.layout.slice(attributes.axis, before, x.sizes[attributes.axis], 1))
                for (i in 0 until x.count) part.take(i, x, i)
                before += x.sizes[attributes.axis]
            }
        },
        { call -> arrayOf(Spec(call.dtype(), joined(call))) },
        Gradients.EachInput { i -> part(i) },
        { _, inputs -> promoteAll(inputs) },
        Names("cat", "concatenate"),
    )

/**
 * The [values] one after another along [axis]; all other sizes must agree. Element types are promoted.
 * As in PyTorch, values of sizes `[0]` are left out whatever the rank of the others.
 *
 * @throws ShapeException if there are no values or their sizes differ elsewhere.
 */
@ShapeRule("values* axis=0 -> cat(values, axis)")
@JvmOverloads
public fun cat(values: List<Value>, axis: Int = 0): Value {
    if (values.isEmpty()) throw ShapeException("cat: needs at least one value")
    val model = values.firstOrNull { !isLeftOut(it.sizes) } ?: values[0]
    return catOp(AxisAttributes(slicedAxis("cat", model.sizes, axis)), values)[0]
}

/**
 * The [values], all of the same sizes, one after another along a new axis inserted before [axis].
 *
 * @throws ShapeException if there are no values or their sizes differ.
 */
@ShapeRule("values* axis=0 -> stack(values, axis)")
@JvmOverloads
public fun stack(values: List<Value>, axis: Int = 0): Value {
    if (values.isEmpty()) throw ShapeException("stack: needs at least one value")
    val wrong = values.firstOrNull { it.sizes != values[0].sizes }
    if (wrong != null) throw ShapeException("stack: sizes differ", listOf("first" to values[0].sizes, "other" to wrong.sizes))
    return cat(values.map { unsqueeze(it, axis) }, if (axis < 0) axis + values[0].rank + 1 else axis)
}

private fun isLeftOut(sizes: Sizes): Boolean = sizes.rank == 1 && sizes[0] == 0

private fun promoteAll(inputs: Array<Value>): Array<Value> {
    var dtype: DType = inputs[0].dtype
    for (input in inputs) dtype = promote(dtype, input.dtype)
    return if (inputs.all { it.dtype == dtype }) inputs else Array(inputs.size) { to(inputs[it], dtype) }
}

private fun joined(call: Call<out AxisAttributes>): Sizes {
    val axis = call.attributes.axis
    val operands = call.inputs.indices.map { call.sizes(it) }
    val kept = operands.filter { !isLeftOut(it) }
    if (kept.isEmpty()) return operands[0]
    var total = 0L
    for (sizes in kept) {
        val differs = sizes.rank != kept[0].rank || sizes.with(axis, kept[0][axis]) != kept[0]
        if (differs) {
            throw ShapeException(
                "${call.name}: sizes differ beside axis $axis: ${kept[0]} and $sizes",
                operands.mapIndexed { i, all ->
                    "input ${i + 1}" to
                        all
                },
            )
        }
        total += sizes[axis]
    }
    if (total > Int.MAX_VALUE) throw ShapeException("${call.name}: too many elements on axis $axis: $total exceeds ${Int.MAX_VALUE}")
    return kept[0].with(axis, total.toInt())
}

/** The gradient of input [i]: its part of the gradient of the result. */
private fun GradientCall<out AxisAttributes>.part(i: Int): Value {
    val own = input(i).sizes
    if (isLeftOut(own)) return zerosLike(input(i))
    var before = 0
    for (j in 0 until i) if (!isLeftOut(input(j).sizes)) before += input(j).sizes[attributes.axis]
    return narrow(dy, attributes.axis, before, own[attributes.axis])
}
