package dev.rankine.kernels

import dev.rankine.ops.Backend
import dev.rankine.ops.Value
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.ops.slice
import dev.rankine.ops.to
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.toLongArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.floatToBFloat16
import dev.rankine.shapes.floatToFloat16
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.util.Random

/** Casts in blocks against the row of the portable backend, where numbers do not fit as well. */
internal class CastKernelsTest :
    FunSpec({
        val random = Random(3)
        val numbers = SPECIAL + DoubleArray(2500) { Math.scalb(random.nextGaussian(), random.nextInt(-160, 160)) }
        for (backend in Exactness.backends) {
            for (from in DType.entries) {
                for (target in DType.entries) {
                    if (from == target) continue
                    test("$from to $target with ${backend.bits} bits") {
                        for (n in listOf(0, 1, 16, 513, numbers.size)) {
                            val expected = to(given(numbers, n, from, PLAIN), target)
                            val y = to(given(numbers, n, from, backend), target)
                            withClue("$n numbers") { bits(y) shouldBe bits(expected) }
                        }
                    }
                }
            }
        }

        for (backend in Exactness.backends) {
            test("finite float32 to float64 with ${backend.bits} bits") {
                val finite = numbers.filter { it.toFloat().isFinite() }.toDoubleArray()
                val x = given(finite, finite.size, DType.F32, backend)
                bits(to(x, DType.F64)) shouldBe bits(to(given(finite, finite.size, DType.F32, PLAIN), DType.F64))
            }
        }

        test("a cast of a part that does not begin at a line") {
            val x = given(numbers, 1000, DType.F32, Exactness.backends.last())
            bits(to(slice(x, 0, 3, 900), DType.F64)) shouldBe bits(to(slice(given(numbers, 1000, DType.F32, PLAIN), 0, 3, 900), DType.F64))
        }
    }) {
    private companion object {
        val PLAIN = PlainBackend()
        val SPECIAL =
            doubleArrayOf(
                0.0,
                -0.0,
                0.5,
                -1.5,
                1e-45,
                -1e-40,
                3e38,
                1e39,
                65504.0,
                65519.9,
                65520.0,
                6e-8,
                2147483647.0,
                2147483648.0,
                -2147483648.0,
                -2147483649.0,
                9.223372036854775e18,
                9.3e18,
                -9.3e18,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                1.00390625,
                1.01171875,
                16777217.0,
                9007199254740993.0,
            )

        /** The first [n] of [numbers] as the portable backend casts them. */
        fun given(numbers: DoubleArray, n: Int, dtype: DType, backend: Backend): Value {
            val x = to(valueOf(numbers.copyOf(n), DType.F64, Sizes.of(n), PLAIN), dtype)
            val array: Any =
                when (dtype) {
                    DType.F64 -> x.toDoubleArray()
                    DType.F32 -> x.toFloatArray()
                    DType.F16 -> x.toFloatArray().let { all -> ShortArray(n) { floatToFloat16(all[it]) } }
                    DType.BF16 -> x.toFloatArray().let { all -> ShortArray(n) { floatToBFloat16(all[it]) } }
                    DType.I64 -> x.toLongArray()
                    DType.I32 -> x.toLongArray().let { all -> IntArray(n) { all[it].toInt() } }
                    DType.I16 -> x.toLongArray().let { all -> ShortArray(n) { all[it].toShort() } }
                    DType.BOOL, DType.U8, DType.I8 -> x.toLongArray().let { all -> ByteArray(n) { all[it].toByte() } }
                }
            return valueOf(array, dtype, Sizes.of(n), backend)
        }

        fun bits(x: Value): List<Long> = if (x.dtype.isFloating) x.toDoubleArray().map { it.toBits() } else x.toLongArray().asList()
    }
}
