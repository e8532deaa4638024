package dev.rankine.ops.elementwise

import dev.rankine.ops.Value
import dev.rankine.ops.to
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toLongArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import io.kotest.matchers.shouldBe

internal const val NAN = Double.NaN
internal const val INF = Double.POSITIVE_INFINITY

/** A float64 vector. */
internal fun doubles(vararg x: Double): Value = valueOf(x, x.size)

/** A float32 vector. */
internal fun floats(vararg x: Double): Value = to(doubles(*x), DType.F32)

/** An int64 vector. */
internal fun longs(vararg x: Long): Value = valueOf(x, x.size)

/** A bool vector. */
internal fun flags(vararg x: Boolean): Value = valueOf(x, x.size)

/** Every element equal: NaN is NaN; zeros have the same sign where the expected one is negative. */
internal infix fun Value.shouldHold(expected: List<Double>) {
    val got = toDoubleArray().toList()
    val same = got.size == expected.size && got.indices.all { got[it] == expected[it] || (got[it].isNaN() && expected[it].isNaN()) }
    if (!same) got shouldBe expected
}

/** Every element within [tolerance] of the expected one, relative to it from 1 on. */
internal fun Value.shouldBeNear(vararg expected: Double, tolerance: Double = 1e-14) {
    val got = toDoubleArray().toList()
    val near =
        got.size == expected.size &&
            got.indices.all {
                val x = expected[it]
                got[it] == x || (got[it].isNaN() && x.isNaN()) || Math.abs(got[it] - x) <= tolerance * maxOf(1.0, Math.abs(x))
            }
    if (!near) got shouldBe expected.toList()
}

internal infix fun Value.shouldCount(expected: List<Long>) {
    dtype.isFloating shouldBe false
    toLongArray().toList() shouldBe expected
}

internal infix fun Value.shouldFlag(expected: String) {
    dtype shouldBe DType.BOOL
    toLongArray().joinToString("") shouldBe expected
}
