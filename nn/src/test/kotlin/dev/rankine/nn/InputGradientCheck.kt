package dev.rankine.nn

import dev.rankine.autodiff.backward
import dev.rankine.ops.Value
import dev.rankine.ops.gradient
import dev.rankine.ops.requireGradient
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.Sizes
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

private const val STEP = 1e-5

/** Numbers that differ by more than the step of the check, in no order. */
internal fun scattered(vararg sizes: Int): Value = valueOf(DoubleArray(Sizes.of(*sizes).elements) { (it * 37 % 101) / 50.0 - 0.97 }, *sizes)

/** Compares the gradient of a weighed sum of what [call] gives for [x] with differences. */
internal fun checkGradient(x: Value, call: (Value) -> Value) {
    fun weighed(numbers: DoubleArray): Value {
        val y = call(valueOf(numbers, *x.sizes.toIntArray()))
        return sum(y * scattered(*y.sizes.toIntArray()))
    }

    val numbers = x.toDoubleArray()
    val leaf = valueOf(numbers, *x.sizes.toIntArray()).requireGradient()
    val y = call(leaf)
    sum(y * scattered(*y.sizes.toIntArray())).backward()
    val found = leaf.gradient!!.toDoubleArray()
    for (i in numbers.indices) {
        fun at(step: Double) = weighed(numbers.copyOf().also { it[i] += step }).toDoubleArray()[0]
        found[i] shouldBe ((at(STEP) - at(-STEP)) / (2 * STEP) plusOrMinus 1e-6)
    }
}
