package dev.rankine.conformance

import java.util.SplittableRandom

/**
 * How the numbers of an operand are chosen: where the op is defined, and away from the places where it has no derivative.
 *
 * @property isWhole whether the numbers are integers, for operands of any type.
 * @property isNonzero whether zero must not occur, for integer types too: they round away from it.
 */
public class Draw(
    public val isWhole: Boolean = false,
    public val isNonzero: Boolean = false,
    private val numbers: (random: SplittableRandom, count: Int) -> DoubleArray,
) {
    /** [count] numbers; the same ones for the same state of [random]. */
    public fun take(random: SplittableRandom, count: Int): DoubleArray = numbers(random, count)

    public companion object {
        /** Numbers between [low] and [high], none closer than 0.05 to one of [kinks]. */
        public fun between(low: Double, high: Double, vararg kinks: Double): Draw =
            Draw(isNonzero = low > 0) { random, count -> DoubleArray(count) { away(random, low, high, kinks) } }

        /** Numbers between [low] and [high] that are not zero as integers either. */
        public fun nonzero(low: Double, high: Double): Draw =
            Draw(isNonzero = true) { random, count -> DoubleArray(count) { away(random, low, high, doubleArrayOf(0.0)) } }

        /** Numbers between [low] and [high], all different and evenly spaced, in random order. */
        public fun distinct(low: Double, high: Double): Draw =
            Draw(isNonzero = low > 0) { random, count ->
                val order = IntArray(count) { it }
                for (i in count - 1 downTo 1) {
                    val j = random.nextInt(i + 1)
                    order[i] = order[j].also { order[j] = order[i] }
                }
                DoubleArray(count) { low + (high - low) * (order[it] + 0.5) / count }
            }

        /** Integers from [low] up to but not including [high]. */
        public fun whole(low: Int, high: Int): Draw =
            Draw(isWhole = true, isNonzero = low > 0) { random, count -> DoubleArray(count) { random.nextInt(low, high).toDouble() } }

        /** Exactly these numbers; integers stay what they are in operands of any type, 1 is true. */
        public fun exactly(vararg numbers: Double): Draw =
            Draw(
                isWhole =
                    numbers.all {
                        it == Math.rint(it)
                    },
            ) { _, count -> numbers.copyOf().also { check(it.size == count) { "draw: ${it.size} numbers for $count elements" } } }

        private fun away(random: SplittableRandom, low: Double, high: Double, kinks: DoubleArray): Double {
            while (true) {
                val number = low + (high - low) * random.nextDouble()
                if (kinks.all { Math.abs(number - it) > CLEARANCE }) return number
            }
        }

        private const val CLEARANCE = 0.05
    }
}
