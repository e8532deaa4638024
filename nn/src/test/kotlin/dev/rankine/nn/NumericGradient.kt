package dev.rankine.nn

import dev.rankine.autodiff.gradients
import dev.rankine.ops.Value
import dev.rankine.ops.noGrad
import dev.rankine.ops.requireGradient
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import kotlin.math.abs
import kotlin.math.sin

private const val STEP = 1e-5
private const val TOLERANCE = 1e-6

/** Numbers between -1.5 and 1.5, none close to another or to zero, in float64; [seed] tells them from others. */
internal fun spread(vararg sizes: Int, seed: Int = 0): Value {
    val count = sizes.fold(1) { product, size -> product * size }
    return valueOf(DoubleArray(count) { 1.5 * sin(1.0 + 2.3 * it + 0.7 * seed) }, *sizes)
}

/**
 * What is wrong with the gradients of [module] for its inputs and parameters, against central differences in float64, one sentence each. The
 * module is converted to float64.
 */
internal fun gradientProblems(module: Module, vararg inputs: Value, call: (List<Value>) -> Value): List<String> {
    module.to(DType.F64)
    val leaves = inputs.map { it.requireGradient() }
    val parameters = module.namedParameters()
    val y = call(leaves)
    val weights = spread(*y.sizes.toList().toIntArray(), seed = 5)
    val wanted = leaves + parameters.values.map { it.value }
    val names = inputs.indices.map { "input $it" } + parameters.keys
    val found = gradients(sum(y * weights), wanted)
    return wanted.indices.flatMap { i ->
        val numbers = wanted[i].toDoubleArray()
        val analytic = found[i].toDoubleArray()
        numbers.indices.mapNotNull { k ->
            fun loss(shift: Double): Double =
                noGrad {
                    val moved = valueOf(numbers.copyOf().also { it[k] += shift }, *wanted[i].sizes.toList().toIntArray())
                    val operands = leaves.mapIndexed { place, leaf -> if (place == i) moved else leaf }
                    if (i >= leaves.size) parameters.values.elementAt(i - leaves.size).assign(moved)
                    sum(call(operands) * weights).toDoubleArray()[0]
                }
            val numeric = (loss(STEP) - loss(-STEP)) / (2 * STEP)
            loss(0.0) // puts a parameter back
            "${names[i]} element $k: ${analytic[k]} != $numeric".takeIf { abs(analytic[k] - numeric) > TOLERANCE * (1 + abs(numeric)) }
        }
    }
}

/** As the other form, for a mapping of one input. */
internal fun gradientProblems(module: Mapping, x: Value): List<String> = gradientProblems(module, x) { module.call(it[0]) }
