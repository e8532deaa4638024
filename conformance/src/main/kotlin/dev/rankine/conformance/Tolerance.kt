package dev.rankine.conformance

import dev.rankine.ops.Loop
import dev.rankine.ops.Op
import dev.rankine.shapes.DType

/**
 * How far a backend may be from the plain rows, in units of the last place. The units are those of each number for primitives that map
 * elements, and those of the largest number of the result for others, where sums may be taken in another order. Integers and booleans are exact.
 *
 * @property mapped for primitives that map elements, in float32 and float64.
 * @property summed for all other rows, in float32 and float64.
 * @property narrow for primitives in float16 and bfloat16: computed wider and rounded once.
 * @property composed for composites in float16 and bfloat16: a definition rounds after every step, a kernel once.
 */
public class Tolerance(
    public val mapped: Double = 4.0,
    public val summed: Double = 256.0,
    public val narrow: Double = 2.0,
    public val composed: Double = 16.0,
) {
    /** The first element of [found] that is too far from [expected], as a sentence, or null. */
    public fun difference(op: Op<*>, found: HostData, expected: HostData): String? {
        if (found.dtype != expected.dtype) return "element type ${found.dtype} instead of ${expected.dtype}"
        if (found.sizes != expected.sizes) return "sizes ${found.sizes} instead of ${expected.sizes}"
        if (!expected.dtype.isFloating) return integers(found, expected)
        val loop = op.body as? Loop<*>
        val isNarrow = expected.dtype.bytes == 2
        val units =
            if (isNarrow) {
                (if (loop != null) narrow else composed)
            } else if (loop?.elementwise == true) {
                mapped
            } else {
                summed
            }
        val unit = unit(expected.dtype)
        val floor = if (loop?.elementwise == true) 0.0 else units * unit.relative * largest(expected)
        for (i in 0 until expected.sizes.elements) {
            val a = found.double(i)
            val b = expected.double(i)
            if (a == b || (a.isNaN() && b.isNaN())) continue
            val allowed = maxOf(units * unit.relative * Math.abs(b), floor, units * unit.smallest)
            if (!(Math.abs(a - b) <= allowed) ||
                b.isInfinite()
            ) {
                return "element $i is $a instead of $b (${expected.dtype}, $units units allowed)"
            }
        }
        return null
    }

    private fun integers(found: HostData, expected: HostData): String? =
        (0 until expected.sizes.elements)
            .firstOrNull { found.long(it) != expected.long(it) }
            ?.let { "element $it is ${found.long(it)} instead of ${expected.long(it)}" }

    private fun largest(data: HostData): Double {
        var largest = 0.0
        for (i in 0 until data.sizes.elements) {
            val size = Math.abs(data.double(i))
            if (size > largest && !size.isInfinite()) largest = size
        }
        return largest
    }

    private class Unit(val relative: Double, val smallest: Double)

    private fun unit(dtype: DType): Unit =
        when (dtype) {
            DType.F64 -> {
                Unit(Math.ulp(1.0), java.lang.Double.MIN_VALUE)
            }

            DType.F32 -> {
                Unit(
                    Math.ulp(1f).toDouble(),
                    java.lang.Float.MIN_VALUE
                        .toDouble(),
                )
            }

            DType.F16 -> {
                Unit(1.0 / 1024, 1.0 / (1 shl 24))
            }

            else -> {
                Unit(
                    1.0 / 128,
                    java.lang.Float.MIN_VALUE
                        .toDouble() * 65536,
                )
            }
        }
}
