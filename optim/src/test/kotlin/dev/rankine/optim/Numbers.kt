package dev.rankine.optim

import dev.rankine.nn.Module
import dev.rankine.nn.Parameter
import dev.rankine.ops.Value
import dev.rankine.ops.gradient
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlin.math.sin

/** Parameters `p0`, `p1` ... of the given sizes in float64, with numbers that differ. */
internal class Numbers(vararg sizes: List<Int>) : Module() {
    val all: List<Parameter<*>> =
        sizes.mapIndexed { i, size ->
            val count = size.fold(1, Int::times)
            addParameter("p$i", valueOf(wave(count, i.toDouble()), DType.F64, Sizes.of(size)))
        }
}

/** [count] numbers between -1 and 1. */
internal fun wave(count: Int, phase: Double): DoubleArray = DoubleArray(count) { sin(0.7 + 1.3 * it + 2.1 * phase) }

/** Gives the parameter a gradient. */
internal fun Parameter<*>.give(numbers: DoubleArray) {
    value.gradient = valueOf(numbers, DType.F64, value.sizes)
}

internal fun Parameter<*>.numbers(): DoubleArray = value.toDoubleArray()

internal infix fun DoubleArray.shouldBeNear(expected: DoubleArray) {
    size shouldBe expected.size
    for (i in indices) this[i] shouldBe (expected[i] plusOrMinus 1e-12)
}

/** The numbers called [key] that [optimizer] remembers of the parameter called [name]. */
internal fun remembered(optimizer: Optimizer, name: String, key: String): Value = optimizer.stateDict().getValue(name).getValue(key)

/** The message with which [block] is refused. */
internal fun refusal(block: () -> Unit): String? = shouldThrow<OptimizerException> { block() }.message
