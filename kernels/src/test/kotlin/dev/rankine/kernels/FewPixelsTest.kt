package dev.rankine.kernels

import dev.rankine.ops.Backend
import dev.rankine.ops.Padding
import dev.rankine.ops.Value
import dev.rankine.ops.conv2d
import dev.rankine.ops.on
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.valueOf
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe
import java.util.SplittableRandom

/** Convolutions of so few pixels that weights are not packed. */
internal class FewPixelsTest :
    FunSpec({
        val layers =
            listOf(
                Few(listOf(1, 20, 4, 4), 16, 3, 1),
                Few(listOf(1, 24, 8, 8), 24, 3, 2),
                Few(listOf(1, 5, 7, 7), 8, 3, 1),
                Few(listOf(3, 6, 7, 7), 8, 3, 1),
                Few(listOf(1, 260, 14, 14), 8, 3, 1),
                Few(listOf(2, 33, 8, 8), 8, 1, 1),
                Few(listOf(1, 33, 8, 8), 16, 1, 2),
                Few(listOf(1, 9, 2, 2), 8, 3, 1),
                // planes read where they lie, whose last vector reaches back; single pixels at the end
                Few(listOf(1, 40, 7, 7), 16, 1, 1),
                Few(listOf(1, 40, 7, 7), 16, 1, 1, hasBias = false),
                Few(listOf(1, 700, 14, 14), 8, 1, 1),
                Few(listOf(1, 700, 14, 13), 8, 1, 1, hasBias = false),
                Few(listOf(2, 33, 9, 11), 8, 1, 1, hasBias = false),
                Few(listOf(1, 20, 6, 10), 8, 1, 1, hasBias = false),
                Few(listOf(1, 20, 6, 10), 8, 3, 1, hasBias = false),
                Few(listOf(1, 20, 3, 1), 8, 1, 1, hasBias = false),
                // outputs enough for panels, with weights where they lie and packed, and of images side by side
                Few(listOf(1, 40, 55, 55), 96, 3, 2),
                Few(listOf(1, 6, 69, 69), 100, 3, 2, hasBias = false),
                Few(listOf(9, 20, 11, 11), 100, 3, 2),
            )
        val backends = listOf(128, 256, 512).map { VectorBackend(it, "vector-$it") }

        for (backend in backends) {
            for (layer in layers) {
                test("${backend.name}: $layer, as on the plain backend") {
                    val (found, expected) = listOf(backend, PlainBackend()).map { layer.run(it) }
                    val largest = expected.maxOf { Math.abs(it) }.toDouble()
                    found.indices.maxOf { Math.abs(found[it].toDouble() - expected[it]) } / largest shouldBeLessThan 1e-5
                }
            }

            test("${backend.name}: the same bits on one thread and on all") {
                val all = layers.map { it.run(backend) }
                lateinit var alone: List<FloatArray>
                // a range inside a range runs on its own thread
                Workers.range(2, 1) { from, _ -> if (from == 0) alone = layers.map { it.run(backend) } }
                alone.zip(all).all { (found, expected) -> found.contentEquals(expected) } shouldBe true
            }

            test("${backend.name}: infinite weights meet no padding") {
                val layer = Few(listOf(1, 5, 7, 7), 8, 3, 1) { it[4] = Float.POSITIVE_INFINITY }
                val (found, expected) = listOf(backend, PlainBackend(kernels = false)).map { layer.run(it) }
                found.indices.filter {
                    found[it].isNaN() != expected[it].isNaN() || found[it].isInfinite() != expected[it].isInfinite()
                } shouldBe
                    emptyList()
            }
        }
    })

private class Few(
    private val input: List<Int>,
    private val outputs: Int,
    private val kernel: Int,
    private val stride: Int,
    private val hasBias: Boolean = true,
    private val spoil: (FloatArray) -> Unit = {},
) {
    fun run(backend: Backend): FloatArray =
        on(backend) {
            val weight = numbers(2, outputs * input[1] * kernel * kernel).also(spoil)
            val x = valueOf(numbers(1, input.fold(1, Int::times)), *input.toIntArray())
            val y: Value =
                conv2d(
                    x,
                    valueOf(weight, outputs, input[1], kernel, kernel),
                    if (hasBias) valueOf(numbers(3, outputs), outputs) else null,
                    Padding.Both(kernel / 2),
                    listOf(stride),
                )
            y.toFloatArray()
        }

    private fun numbers(seed: Long, count: Int): FloatArray {
        val random = SplittableRandom(seed)
        return FloatArray(count) { (random.nextDouble() * 2 - 1).toFloat() }
    }

    override fun toString(): String = "$kernel x $kernel, stride $stride, ${input.joinToString(" x ")} to $outputs"
}
