package dev.rankine.kernels

import dev.rankine.ops.Backend
import dev.rankine.ops.Conv2dAttributes
import dev.rankine.ops.Conv2dGradientAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.conv2d
import dev.rankine.ops.conv2dInputGradient
import dev.rankine.ops.conv2dWeightGradient
import dev.rankine.ops.on
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe
import java.util.SplittableRandom
import kotlin.math.abs

/** How far convolutions of 3 x 3 in float32, which multiply values of tiles at points, are from float64. */
internal class WinogradTest :
    FunSpec({
        val backends = listOf(128, 256, 512).map { VectorBackend(it, "vector-$it") }

        val one = Workers(1)

        for (planes in listOf(listOf(1, 64, 32, 32), listOf(6, 128, 8, 8), listOf(24, 256, 4, 4), listOf(1, 32, 260, 36))) {
            test("$planes: the error is at most 4e-6 of the largest number") {
                val exact = passes(PlainBackend(), planes, DType.F64)
                for (backend in backends) {
                    for ((found, expected) in passes(backend, planes, DType.F32).zip(exact)) differ(found, expected) shouldBeLessThan 4e-6
                }
            }
        }

        for (backend in backends) {
            test("${backend.name}: what is not finite spreads to what sees it, and no further") {
                for (number in listOf(Float.POSITIVE_INFINITY, Float.NaN)) {
                    val x = FloatArray(2 * 32 * 16 * 16) { 1f }.also { it[5 * 256 + 5 * 16 + 6] = number }
                    val y =
                        on(
                            backend,
                        ) { conv2d(valueOf(x, 2, 32, 16, 16), valueOf(FloatArray(32 * 32 * 9) { 1f }, 32, 32, 3, 3), padding = 1) }
                    val found = y.toDoubleArray()
                    found.indices.filter { !found[it].isFinite() } shouldBe
                        (0 until 32).flatMap { output -> (4..6).flatMap { row -> (5..7).map { output * 256 + row * 16 + it } } }
                }
            }

            test("${backend.name}: one image gives the same bits on 1 and on 4 threads, which share it otherwise") {
                fun results(workers: Workers) =
                    Workers.using(workers) { passes(backend, listOf(1, 64, 32, 32), DType.F32).map { it.toList() } }
                results(one) shouldBe Workers(4).use(::results)
            }

            test("${backend.name}: numbers near the largest do not overflow on the way") {
                val huge = FloatArray(2 * 32 * 16 * 16) { 1e38f }
                val y = on(backend) { conv2d(valueOf(huge, 2, 32, 16, 16), valueOf(FloatArray(32 * 32 * 9) { 1e-3f }, 32, 32, 3, 3)) }
                y.toDoubleArray().all { abs(it / 2.88e37 - 1) < 1e-5 } shouldBe true
            }
        }
    })

private fun passes(backend: Backend, planes: List<Int>, dtype: DType): List<DoubleArray> =
    on(backend) {
        val x = draw(1, dtype, planes)
        val weight = draw(2, dtype, listOf(planes[1], planes[1], 3, 3))
        val dy = draw(3, dtype, planes)
        val attributes = Conv2dAttributes(listOf(1, 1), List(4) { 1 }, listOf(1, 1), 1)
        listOf(
            conv2d(x, weight, draw(4, dtype, listOf(planes[1])), padding = 1),
            conv2dInputGradient(Conv2dGradientAttributes(attributes, planes[2], planes[3]), dy, weight),
            conv2dWeightGradient(Conv2dGradientAttributes(attributes, 3, 3), x, dy),
        ).map { it.toDoubleArray() }
    }

/** The same numbers, which both types have, in either. */
private fun draw(seed: Long, dtype: DType, sizes: List<Int>): Value {
    val random = SplittableRandom(seed)
    val numbers = FloatArray(sizes.fold(1, Int::times)) { (random.nextDouble() * 2 - 1).toFloat() }
    val of = sizes.toIntArray()
    return if (dtype == DType.F32) valueOf(numbers, *of) else valueOf(DoubleArray(numbers.size) { numbers[it].toDouble() }, *of)
}

/** The largest difference, as a part of the largest number. */
private fun differ(found: DoubleArray, expected: DoubleArray): Double =
    found.indices.maxOf { abs(found[it] - expected[it]) } / expected.maxOf { abs(it) }
