package dev.rankine.kernels

import dev.rankine.ops.Backend
import dev.rankine.ops.Backends
import dev.rankine.ops.Conv2dAttributes
import dev.rankine.ops.Conv2dGradientAttributes
import dev.rankine.ops.Padding
import dev.rankine.ops.PlaneAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.conv2d
import dev.rankine.ops.conv2dInputGradient
import dev.rankine.ops.conv2dWeightGradient
import dev.rankine.ops.maxPool2dGradient
import dev.rankine.ops.maxPool2dSelect
import dev.rankine.ops.maxPool2dWithIndices
import dev.rankine.ops.on
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.toLongArray
import dev.rankine.ops.valueOf
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe
import java.util.SplittableRandom

internal class ConvolutionTest :
    FunSpec({
        val backends = listOf(128, 256, 512).map { VectorBackend(it, "vector-$it") }

        for (backend in backends) {
            test("${backend.name}: planes too large for the cache are cut into strips") {
                val results = listOf(backend, PlainBackend()).map { large(it) }
                for ((found, expected) in results[0].zip(results[1])) differ(found, expected) shouldBeLessThan 1e-5
            }

            test("${backend.name}: many images are cut into blocks") {
                val results = listOf(backend, PlainBackend()).map { deep(it) }
                for ((found, expected) in results[0].zip(results[1])) differ(found, expected) shouldBeLessThan 1e-5
            }

            test("${backend.name}: kernels of one element over many channels are products") {
                val results = listOf(backend, PlainBackend()).map { pointwise(it) }
                for ((found, expected) in results[0].zip(results[1])) differ(found, expected) shouldBeLessThan 1e-5
            }

            test("${backend.name}: the same bits on one thread and on all") {
                fun all() = deep(backend) + large(backend) + pointwise(backend)
                val all = all()
                lateinit var alone: List<FloatArray>
                // a range inside a range runs on its own thread
                Workers.range(2, 1) { from, _ -> if (from == 0) alone = all() }
                for ((found, expected) in alone.zip(all)) found.contentEquals(expected) shouldBe true
            }

            test("${backend.name}: infinite weights and inputs meet no padding") {
                on(backend) {
                    val x = draw(1, 1, 2, 5, 6)
                    val weight = draw(2, 3, 2, 3, 3).toFloatArray().also { it[4] = Float.POSITIVE_INFINITY }
                    val infinite = valueOf(weight, 3, 2, 3, 3)
                    val expected = on(PlainBackend(kernels = false)) { conv2d(moved(x), moved(infinite), padding = 1).toFloatArray() }
                    val found = conv2d(x, infinite, padding = 1).toFloatArray()
                    found.indices.filter {
                        found[it].isNaN() != expected[it].isNaN() || found[it].isInfinite() != expected[it].isInfinite()
                    } shouldBe
                        emptyList()
                }
            }

            test("${backend.name}: a place outside its plane is refused") {
                on(backend) {
                    val dy = draw(1, 1, 1, 2, 2)
                    val places = valueOf(longArrayOf(0, 1, 99, 3), 1, 1, 2, 2)
                    shouldThrow<IndexOutOfBoundsException> { maxPool2dGradient(PlaneAttributes(4, 4), dy, places) }
                    shouldThrow<IndexOutOfBoundsException> { maxPool2dSelect(Unit, draw(1, 1, 1, 4, 4), places) }
                }
            }

            test("${backend.name}: the last of several NaN and the first of equal numbers are found") {
                on(backend) {
                    val nan = Float.NaN
                    val x = valueOf(floatArrayOf(nan, 1f, 2f, 2f, nan, 3f, 2f, 1f), 1, 1, 2, 4)
                    val (values, places) = maxPool2dWithIndices(x, listOf(2))
                    values.toFloatArray().map { it.isNaN() } shouldBe listOf(true, false)
                    places.toLongArray().toList() shouldBe listOf(4L, 2L)
                }
            }
        }
    })

private fun draw(seed: Long, vararg sizes: Int): Value {
    val random = SplittableRandom(seed)
    return valueOf(FloatArray(sizes.fold(1, Int::times)) { (random.nextDouble() * 2 - 1).toFloat() }, *sizes)
}

private fun moved(x: Value): Value = valueOf(x.toFloatArray(), *x.sizes.toIntArray())

/** A convolution whose planes are far larger than a block, and its gradients. */
private fun large(backend: Backend): List<FloatArray> = passes(backend, listOf(1, 3, 230, 301), 3, 2)

/** A convolution with many images, channels and outputs, and its gradients. */
private fun deep(backend: Backend): List<FloatArray> = passes(backend, listOf(37, 70, 9, 9), 30, 1)

/** A convolution with a kernel of one element, and its gradients. */
private fun pointwise(backend: Backend): List<FloatArray> = passes(backend, listOf(3, 70, 8, 12), 81, 1, kernel = 1)

private fun passes(backend: Backend, sizes: List<Int>, outputs: Int, stride: Int, kernel: Int = 3): List<FloatArray> =
    on(backend) {
        val x = draw(1, *sizes.toIntArray())
        val weight = draw(2, outputs, sizes[1], kernel, kernel)
        val padding = kernel / 2
        val y = conv2d(x, weight, draw(4, outputs), Padding.Both(padding), listOf(stride))
        val dy = draw(3, *y.sizes.toIntArray())
        val attributes = Conv2dAttributes(listOf(stride, stride), List(4) { padding }, listOf(1, 1), 1)
        listOf(
            y,
            conv2dInputGradient(Conv2dGradientAttributes(attributes, sizes[2], sizes[3]), dy, weight),
            conv2dWeightGradient(Conv2dGradientAttributes(attributes, kernel, kernel), x, dy),
        ).map { it.toFloatArray() }
    }

/** The largest difference, as a part of the largest number. */
private fun differ(found: FloatArray, expected: FloatArray): Double {
    val largest = expected.maxOf { Math.abs(it) }.toDouble()
    return found.indices.maxOf { Math.abs(found[it].toDouble() - expected[it]) } / largest
}
