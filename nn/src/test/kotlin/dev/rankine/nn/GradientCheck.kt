package dev.rankine.nn

import dev.rankine.autodiff.gradients
import dev.rankine.ops.Value
import dev.rankine.ops.copyFrom
import dev.rankine.ops.item
import dev.rankine.ops.noGrad
import dev.rankine.ops.requireGradient
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import java.util.Random
import kotlin.math.abs

private const val STEP = 1e-5

/** A value of float64 numbers from a normal distribution. */
internal fun drawn(seed: Long, vararg sizes: Int): Value {
    val random = Random(seed)
    return valueOf(DoubleArray(sizes.fold(1, Int::times)) { random.nextGaussian() }, *sizes)
}

/** Compares the gradients of a sum of squares, for all parameters and for [x], with central differences in float64. */
internal fun checkGradients(layer: Module, x: Value, call: (Value) -> Value) {
    layer.to(DType.F64)
    val leaves = layer.parameters().map { it.value } + x.requireGradient()
    val loss = { call(x).let { sum(it * it) } }
    val found = gradients(loss(), leaves)
    for ((leaf, gradient) in leaves.zip(found)) {
        val given = gradient.toDoubleArray()
        val numbers = leaf.toDoubleArray()
        for (i in numbers.indices) {
            val sides =
                listOf(STEP, -STEP).map { step ->
                    noGrad {
                        leaf.copy(numbers, i, step)
                        loss().item()
                    }
                }
            noGrad { leaf.copy(numbers, i, 0.0) }
            given[i] shouldBe ((sides[0] - sides[1]) / (2 * STEP) plusOrMinus 1e-6 * (1 + abs(given[i])))
        }
    }
}

private fun Value.copy(numbers: DoubleArray, moved: Int, step: Double) {
    copyFrom(valueOf(numbers.copyOf().also { it[moved] += step }, *sizes.toIntArray()))
}
