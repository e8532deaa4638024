package dev.rankine.benchmarks.compare

import dev.rankine.ops.Value
import dev.rankine.ops.valueOf
import java.util.Random

/** Numbers to compute with; the same ones for the same [seed]. */
internal class Inputs(seed: Long = 1) {
    private val random = Random(seed)

    /** Uniform numbers between -1 and 1. */
    fun uniform(vararg sizes: Int): Value = valueOf(FloatArray(sizes.elements) { random.nextFloat() * 2 - 1 }, *sizes)

    /** Uniform numbers between 0.5 and 1.5. */
    fun fractions(vararg sizes: Int): Value = valueOf(FloatArray(sizes.elements) { random.nextFloat() + 0.5f }, *sizes)

    /** Normal numbers. */
    fun normal(vararg sizes: Int): Value = valueOf(FloatArray(sizes.elements) { random.nextGaussian().toFloat() }, *sizes)

    /** Whole numbers below [end]. */
    fun below(end: Int, vararg sizes: Int): Value = valueOf(LongArray(sizes.elements) { random.nextInt(end).toLong() }, *sizes)

    /** Fair coins. */
    fun coins(vararg sizes: Int): Value = valueOf(BooleanArray(sizes.elements) { random.nextBoolean() }, *sizes)

    private val IntArray.elements: Int get() = fold(1) { product, size -> product * size }
}
