package dev.rankine.ops.random

import dev.rankine.ops.Generator
import dev.rankine.ops.Value
import dev.rankine.ops.bernoulli
import dev.rankine.ops.dropout
import dev.rankine.ops.normal
import dev.rankine.ops.ones
import dev.rankine.ops.randint
import dev.rankine.ops.randperm
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toLongArray
import dev.rankine.ops.uniform
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.ints.shouldBeLessThan
import io.kotest.matchers.shouldBe

private const val N = 200_000

private val many = Sizes.of(N)

private fun Value.mean(): Double = toDoubleArray().average()

/** The mean of the products of neighbours at a distance, after the mean was taken away, relative to the variance. */
private fun DoubleArray.correlation(distance: Int): Double {
    val mean = average()
    val variance = sumOf { (it - mean) * (it - mean) } / size
    return (0 until size - distance).sumOf { (this[it] - mean) * (this[it + distance] - mean) } / (size - distance) / variance
}

/** Pearson's statistic of equally likely cells: its mean is cells - 1, its deviation sqrt(2 (cells - 1)). */
private fun chiSquare(counts: IntArray): Double {
    val expected = counts.sum().toDouble() / counts.size
    return counts.sumOf { (it - expected) * (it - expected) / expected }
}

internal class DrawsTest :
    FunSpec({
        for (dtype in listOf(DType.F16, DType.BF16, DType.F32, DType.F64)) {
            test("uniform $dtype: range, mean, variance, cells, neighbours") {
                val x = uniform(many, dtype = dtype, generator = Generator(1)).toDoubleArray()
                x.all { it >= 0 && it < 1 } shouldBe true
                // cut to d digits, the mean is half a last digit below 1/2
                val digits = mapOf(DType.F16 to 11, DType.BF16 to 8).getOrDefault(dtype, 24)
                x.average() shouldBe ((0.5 - Math.scalb(0.5, -digits)) plusOrMinus 5 * Math.sqrt(1.0 / 12 / N))
                x.sumOf { it * it } / N shouldBe (1.0 / 3 plusOrMinus 0.006)
                val cells = IntArray(128)
                x.forEach { cells[(it * 128).toInt()]++ }
                chiSquare(cells) shouldBe (127.0 plusOrMinus 5 * Math.sqrt(254.0))
                for (distance in 1..8) Math.abs(x.correlation(distance)) shouldBeLessThan 5 / Math.sqrt(N.toDouble())
            }
        }
        for (dtype in listOf(DType.F32, DType.F64)) {
            test("normal $dtype: moments, tails, neighbours") {
                val x = normal(many, 3.0, 2.0, dtype, Generator(2)).toDoubleArray().let { all -> DoubleArray(N) { (all[it] - 3) / 2 } }
                x.average() shouldBe (0.0 plusOrMinus 5 / Math.sqrt(N.toDouble()))
                x.sumOf { it * it } / N shouldBe (1.0 plusOrMinus 5 * Math.sqrt(2.0 / N))
                x.sumOf { it * it * it } / N shouldBe (0.0 plusOrMinus 5 * Math.sqrt(15.0 / N))
                x.sumOf { it * it * it * it } / N shouldBe (3.0 plusOrMinus 5 * Math.sqrt(96.0 / N))
                // beyond 3 deviations lie 0.2699796 % of all
                x.count { Math.abs(it) > 3 }.toDouble() / N shouldBe (0.002699796 plusOrMinus 5 * Math.sqrt(0.0027 / N))
                for (distance in 1..8) Math.abs(x.correlation(distance)) shouldBeLessThan 5 / Math.sqrt(N.toDouble())
            }
        }
        test("an element depends on key, counter and its number, not on the sizes") {
            for (dtype in listOf(DType.F32, DType.F64)) {
                val long = uniform(Sizes.of(100), dtype = dtype, generator = Generator(3)).toDoubleArray()
                val plane = uniform(Sizes.of(7, 3), dtype = dtype, generator = Generator(3)).toDoubleArray()
                plane.asList() shouldBe long.take(21)
                val perBlock = if (dtype == DType.F64) 2 else 4
                val later = Generator(3).also { it.draw(20) }
                uniform(Sizes.of(10), dtype = dtype, generator = later).toDoubleArray().asList() shouldBe long.drop(5 * perBlock).take(10)
            }
        }
        test("a saved state gives the same numbers again, a new draw other ones") {
            val generator = Generator(4)
            uniform(Sizes.of(3), generator = generator)
            val state = generator.state
            val first = uniform(Sizes.of(9), generator = generator).toDoubleArray().asList()
            (uniform(Sizes.of(9), generator = generator).toDoubleArray().asList() == first) shouldBe false
            generator.state = state
            uniform(Sizes.of(9), generator = generator).toDoubleArray().asList() shouldBe first
        }
        test("bernoulli: share, and both certain ends") {
            bernoulli(many, 0.3, generator = Generator(5)).mean() shouldBe (0.3 plusOrMinus 5 * Math.sqrt(0.21 / N))
            bernoulli(many, 0.0, generator = Generator(5)).mean() shouldBe 0.0
            bernoulli(many, 1.0, generator = Generator(5)).mean() shouldBe 1.0
        }
        test("randint: every number, equally often") {
            val counts = IntArray(13)
            randint(-6, 7, many, generator = Generator(6)).toLongArray().forEach { counts[(it + 6).toInt()]++ }
            chiSquare(counts) shouldBe (12.0 plusOrMinus 5 * Math.sqrt(24.0))
            // three quarters of 2^31: with 32 bits a third of the numbers would come twice as often, and even and odd ones differ
            val range = 3L shl 29
            val large = randint(0, range, many, generator = Generator(7)).toLongArray()
            val thirds = IntArray(3)
            large.forEach { thirds[(it % 3).toInt()]++ }
            chiSquare(thirds) shouldBeLessThan 25.0
            shouldThrow<IllegalArgumentException> { randint(Long.MIN_VALUE, Long.MAX_VALUE, many) }
        }
        test("randperm: a permutation, every order equally often") {
            randperm(1000, generator = Generator(8)).toLongArray().sorted() shouldBe (0L until 1000).toList()
            val orders = HashMap<List<Long>, Int>()
            val generator = Generator(9)
            repeat(24_000) { orders.merge(randperm(4, generator = generator).toLongArray().asList(), 1, Int::plus) }
            orders.size shouldBe 24
            chiSquare(orders.values.toIntArray()) shouldBe (23.0 plusOrMinus 5 * Math.sqrt(46.0))
        }
        test("dropout: share of zeros, scale, both ends") {
            val x = ones(many)
            val y = dropout(x, 0.25, generator = Generator(10)).toDoubleArray()
            y.count { it == 0.0 }.toDouble() / N shouldBe (0.25 plusOrMinus 5 * Math.sqrt(0.1875 / N))
            y.filter { it != 0.0 }.toSet() shouldBe setOf((1 / 0.75f).toDouble())
            dropout(x, 1.0, generator = Generator(10)).mean() shouldBe 0.0
            (dropout(x, 0.0) === x) shouldBe true
            (dropout(x, 0.5, training = false) === x) shouldBe true
            shouldThrow<IllegalArgumentException> { dropout(x, 1.5) }
            y.toSet().size shouldBeLessThan 3
        }
    })
