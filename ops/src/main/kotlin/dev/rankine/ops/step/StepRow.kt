@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException

/**
 * The row of a rule by which an optimizer changes parameters, for [updateInPlace]: the vector backend makes one loop of it, which passes over the
 * memory of all parameters once. `stepOp<Double>("step", { 2 }) { rate, (p, g) -> arrayOf(p - g * rate) }` is gradient descent.
 *
 * Operands are a parameter, its gradient and what is remembered of it, all of the same sizes and floating type; results are what becomes of all but the
 * gradient. Calls with another number of operands throw [ShapeException].
 *
 * @param A numbers and switches that are the same for all elements, as for any row; those that change from step to step cost tracing [rule] anew.
 * @param operands how many there are.
 * @param rule calls elementwise ops; the results in the order of the operands. It reads no sizes.
 */
public fun <A : Any> stepOp(name: String, operands: (A) -> Int, rule: (A, Array<Value>) -> Array<Value>): OpN<A> =
    OpN(
        name,
        Definition(elementwise = true) { attributes, inputs ->
            val results = rule(attributes, inputs)
            if (results.size != inputs.size - 1) {
                throw ShapeException(
                    "$name: the rule needs a result for each operand but the gradient: ${results.size} != ${inputs.size - 1}",
                )
            }
            results
        },
        { call -> stepSpecs(call, operands(call.attributes)) },
        Gradients.Derived,
        null,
        Names(name),
    )

/** The results of the step of an optimizer that reads [count] inputs: of all but the gradient, like the parameter. */
internal fun stepSpecs(call: Call<*>, count: Int): Array<Spec> {
    val dtype = checked(call, Types.FLOATS_ONLY, 0)
    val sizes = call.sizes()
    if (call.inputs.size != count) throw ShapeException("${call.name}: needs $count inputs: ${call.inputs.size} given")
    for (i in 1 until count) {
        sameType(call, 0, i)
        if (call.sizes(i) != sizes) {
            throw ShapeException(
                "${call.name}: input ${i + 1} has other sizes than the parameter: ${call.sizes(i)} != $sizes",
                listOf("parameter" to sizes, "input ${i + 1}" to call.sizes(i)),
            )
        }
    }
    return Array(count - 1) { Spec(dtype, sizes) }
}
