package dev.rankine.nn

import dev.rankine.autodiff.gradients
import dev.rankine.ops.Value
import dev.rankine.ops.manualSeed
import dev.rankine.ops.narrow
import dev.rankine.ops.normal
import dev.rankine.ops.requireGradient
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.to
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.ops.zeros
import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.typed
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlin.math.cos
import kotlin.math.pow
import kotlin.math.sin

private object PositionsSpot : Dim<PositionsSpot>()

private object Feature : Dim<Feature>(6)

private infix fun Value.shouldBeNear(expected: List<Double>) {
    val found = toDoubleArray()
    found.size shouldBe expected.size
    for (i in expected.indices) found[i] shouldBe (expected[i] plusOrMinus 1e-6)
}

/** The paper's matrix of turns, written out, times a row of features. */
private fun turned(row: List<Double>, place: Int, pair: (Int) -> Pair<Int, Int>): List<Double> {
    val matrix = Array(row.size) { DoubleArray(row.size) }
    for (i in 0 until row.size / 2) {
        val (a, b) = pair(i)
        val angle = place / 10_000.0.pow(2.0 * i / row.size)
        matrix[a][a] = cos(angle)
        matrix[a][b] = -sin(angle)
        matrix[b][a] = sin(angle)
        matrix[b][b] = cos(angle)
    }
    return matrix.map { line -> line.indices.sumOf { line[it] * row[it] } }
}

internal class PositionsTest :
    FunSpec({
        val x = manualSeed(5).let { normal(Sizes.of(2, 4, 6), dtype = DType.F64) }
        val numbers = x.toDoubleArray().toList()
        val rows = numbers.chunked(6)

        test("rotary positions are the paper's matrix, for neighbours and for halves, from any place on") {
            rotaryPositions(x) shouldBeNear rows.flatMapIndexed { i, row -> turned(row, i % 4) { 2 * it to 2 * it + 1 } }
            rotaryPositions(x, interleaved = false) shouldBeNear rows.flatMapIndexed { i, row -> turned(row, i % 4) { it to it + 3 } }
            rotaryPositions(x, start = 7) shouldBeNear rows.flatMapIndexed { i, row -> turned(row, 7 + i % 4) { 2 * it to 2 * it + 1 } }
        }
        test("products depend on the distance only") {
            val (a, b) = listOf(0, 1).map { narrow(narrow(x, 0, it, 1), 1, 0, 1) }

            fun product(i: Int, j: Int) = sum(rotaryPositions(a, start = i) * rotaryPositions(b, start = j)).toDoubleArray()[0]
            product(3, 5) shouldBe (product(10, 12) plusOrMinus 1e-12)
        }
        test("the gradient is turned back") {
            val leaf = to(valueOf(numbers.toDoubleArray(), 2, 4, 6), DType.F64).also { it.requireGradient() }
            val up = manualSeed(6).let { normal(Sizes.of(2, 4, 6), dtype = DType.F64) }
            val rowsUp = up.toDoubleArray().toList().chunked(6)
            val gradient = gradients(sum(rotaryPositions(leaf) * up), listOf(leaf))[0]
            gradient shouldBeNear rowsUp.flatMapIndexed { i, row -> turned(row, -(i % 4)) { 2 * it to 2 * it + 1 } }
        }
        test("typed rotary positions keep their names") {
            val typed: Tensor<Mat<PositionsSpot, Feature>> = zeros(Sizes.of(4, 6)).typed(PositionsSpot of 4, Feature)
            rotaryPositions(typed).sizes.toString() shouldBe "[PositionsSpot = 4, Feature = 6]"
            rotaryPositions(typed, interleaved = false).sizes.toString() shouldBe "[PositionsSpot = 4, Feature = 6]"
        }
        test("the slopes of the paper's example of eight heads, and of twelve") {
            alibiSlopes(8) shouldBe List(8) { 1 / 2.0.pow(it + 1) }
            alibiSlopes(12).drop(8).zip(listOf(0.5, 1.5, 2.5, 3.5)).forEach { (slope, k) -> slope shouldBe (2.0.pow(-k) plusOrMinus 1e-15) }
        }
        test("biases grow with the distance; the last key is where the last query is") {
            alibiBias(2, 2, 3) shouldBeNear
                listOf(1 / 16.0, 1 / 256.0).flatMap { m -> listOf(-1.0, 0.0, -1.0, -2.0, -1.0, 0.0).map { it * m } }
            alibiBias(2, 2).sizes shouldBe Sizes.of(2, 2, 2)
            alibiBias(1, 1, dtype = DType.F64).dtype shouldBe DType.F64
        }
        test("an odd number of features ends with a sine") {
            val even = sinusoidalPositions(3, 5, 100.0, DType.F64)
            even.sizes shouldBe Sizes.of(3, 5)
            even shouldBeNear
                (0 until 3).flatMap { place ->
                    List(5) { i -> (place / 100.0.pow(i / 2 * 2 / 5.0)).let { if (i % 2 == 0) sin(it) else cos(it) } }
                }
        }
        test("places far away turn exactly") {
            val row = narrow(narrow(x, 0, 0, 1), 1, 0, 1)
            rotaryPositions(row, start = 1_000_003) shouldBeNear turned(rows[0], 1_000_003) { 2 * it to 2 * it + 1 }
        }
        test("sines and cosines of places, and the layer that adds them") {
            val expected =
                (0 until 4).flatMap { place ->
                    (0 until 6).map { i ->
                        val angle = place / 10_000.0.pow(i / 2 * 2 / 6.0)
                        if (i % 2 == 0) sin(angle) else cos(angle)
                    }
                }
            sinusoidalPositions(4, 6) shouldBeNear expected
            val layer = PositionalEncoding(Feature)
            layer.call(x) shouldBeNear numbers.mapIndexed { i, number -> number + expected[i % 24] }
            layer.stateDict().isEmpty() shouldBe true
            "$layer" shouldBe "PositionalEncoding(Feature = 6, dropout = 0.0)"
            val typed: Tensor<Mat<PositionsSpot, Feature>> = zeros(Sizes.of(4, 6)).typed(PositionsSpot of 4, Feature)
            layer(typed).sizes.toString() shouldBe "[PositionsSpot = 4, Feature = 6]"
            val dropped = PositionalEncoding(Feature, dropout = 1.0)
            dropped.call(x) shouldBeNear List(48) { 0.0 }
            dropped.eval()
            dropped.call(x) shouldBeNear numbers.mapIndexed { i, number -> number + expected[i % 24] }
        }

        fun refused(text: String, call: () -> Unit) = test(text) { shouldThrow<ShapeException>(call).problem shouldBe text }

        fun illegal(text: String, call: () -> Unit) = test(text) { shouldThrow<IllegalArgumentException>(call).message shouldBe text }

        refused("rotary: needs an axis of places and one of features: 1 given") { rotaryPositions(zeros(Sizes.of(6))) }
        refused("rotary: the features are no pairs: 5") { rotaryPositions(zeros(Sizes.of(4, 5))) }
        illegal("rotary: the base must be positive: 0.0") { rotaryPositions(x, base = 0.0) }
        illegal("rotary: the first place cannot be negative: -1") { rotaryPositions(x, start = -1) }
        test("rotary positions of integers") {
            shouldThrow<DTypeException> { rotaryPositions(valueOf(LongArray(4), 2, 2)) }.message shouldBe
                "rotary: does not take int64\n  hint: convert with to(dtype)"
        }
        illegal("alibi: there must be a head: 0") { alibiSlopes(0) }
        illegal("alibi: a number of places cannot be negative: -1 queries, 2 keys") { alibiBias(2, -1, 2) }
        illegal("alibi: too many biases: 8 heads, 100000 queries, 100000 keys") { alibiBias(8, 100_000) }
        illegal("positions: there must be places and features: 4, 0") { sinusoidalPositions(4, 0) }
        illegal("positions: the base must be positive: 0.0") { sinusoidalPositions(4, 2, 0.0) }
        illegal("positions: the base must be positive: -1.0") { PositionalEncoding(Feature, base = -1.0) }
        illegal("positions: the probability of a dropout must be in [0, 1]: 1.5") { PositionalEncoding(Feature, 1.5) }
        refused("positions: needs an axis of places: [6] given") { PositionalEncoding(Feature).call(zeros(Sizes.of(6))) }
        refused("positions: the features are others: 5 != 6") { PositionalEncoding(Feature).call(zeros(Sizes.of(4, 5))) }
    })
