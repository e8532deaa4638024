@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

/**
 * `(sum |x|^p)^(1/p)` along [axis] (not negative): the largest and the smallest `|x|` for the infinities, how many are not zero for 0.
 * The gradient is zero where the length is.
 */
internal fun length(x: Value, p: Double, axis: Int, keepDim: Boolean): Value {
    val axes = if (x.rank == 0) emptyList() else listOf(axis)
    return when (p) {
        0.0 -> {
            to(sum(x ne 0, axes, keepDim), x.dtype)
        }

        1.0 -> {
            sum(abs(x), axes, keepDim)
        }

        2.0 -> {
            onPositive(sum(x * x, axes, keepDim), 0.0) { sqrt(it) }
        }

        Double.POSITIVE_INFINITY -> {
            amax(abs(x), axes, keepDim)
        }

        Double.NEGATIVE_INFINITY -> {
            amin(abs(x), axes, keepDim)
        }

        else -> {
            val powers = onPositive(abs(x), if (p > 0) 0.0 else Double.POSITIVE_INFINITY) { pow(it, p) }
            onPositive(sum(powers, axes, keepDim), if (p > 0) 0.0 else Double.POSITIVE_INFINITY) { pow(it, 1 / p) }
        }
    }
}

/** What [function] gives for elements above zero, [atZero] for zeros: there the function has no finite gradient. */
private inline fun onPositive(x: Value, atZero: Double, function: (Value) -> Value): Value {
    val isZero = x eq 0
    return where(isZero, atZero, function(where(isZero, 1.0, x)))
}
