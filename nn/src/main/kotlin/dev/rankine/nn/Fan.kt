package dev.rankine.nn

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes

/**
 * How many numbers a weight of sizes `[out, in, ...]` reads for one result, and how many results read one number: `in` and `out` times the
 * size of the kernel, as PyTorch counts them.
 *
 * @property input the numbers that one result is made of.
 * @property output the results that one number goes into.
 */
public data class Fan(public val input: Int, public val output: Int) {
    /** The number that [mode] asks for. */
    public operator fun get(mode: FanMode): Int = if (mode == FanMode.FAN_IN) input else output

    public companion object {
        /** The fan of a weight of [sizes], `[out, in, ...]`. Throws [ShapeException] if there are fewer than two axes; [name] is its word. */
        public fun of(sizes: Sizes, name: String = "fan"): Fan {
            if (sizes.rank < 2) throw ShapeException("$name: fan in and fan out need at least two axes: $sizes given")
            val kernel = (2 until sizes.rank).fold(1) { all, i -> all * sizes[i] }
            return Fan(sizes[1] * kernel, sizes[0] * kernel)
        }
    }
}

/** Whether [kaimingUniform] and [kaimingNormal] keep the variance of the values on the way forward, or of the gradients on the way back. */
public enum class FanMode {
    /** Values keep their variance. */
    FAN_IN,

    /** Gradients keep theirs. */
    FAN_OUT,
}
