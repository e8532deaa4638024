package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.manualSeed
import dev.rankine.ops.normal
import dev.rankine.ops.ones
import dev.rankine.ops.toDoubleArray
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

private val all: List<(Double) -> Mapping> =
    listOf(::Dropout, ::Dropout1d, ::Dropout2d, ::Dropout3d, ::AlphaDropout, ::FeatureAlphaDropout)

private val axes =
    mapOf(
        "Dropout" to 2,
        "Dropout1d" to 3,
        "Dropout2d" to 4,
        "Dropout3d" to 5,
        "AlphaDropout" to 2,
        "FeatureAlphaDropout" to 3,
    )

private fun input(module: Mapping): Value = ones(Sizes.of(*IntArray(axes.getValue(module::class.simpleName!!)) { if (it < 2) 8 else 3 }))

/** The numbers of each channel. */
private fun channels(y: Value): List<List<Double>> = y.toDoubleArray().toList().chunked(y.elements / (y.sizes[0] * y.sizes[1]))

internal class DropoutTest :
    FunSpec({
        for (make in all) {
            val name = make(0.25)::class.simpleName!!
            test("$name does nothing in evaluation, drops all with probability 1, none with 0") {
                val module = make(0.25)
                "$module" shouldBe "$name(p = 0.25)"
                module.stateDict().keys shouldBe emptySet()
                val x = input(module)
                module.eval()
                module.call(x).toDoubleArray().toList() shouldBe x.toDoubleArray().toList()
                make(0.0).call(x).toDoubleArray().toList() shouldBe x.toDoubleArray().toList()
                make(1.0).call(x).toDoubleArray().toSet() shouldBe setOf(0.0)
            }
        }

        test("whole channels are dropped, the others scaled") {
            manualSeed(3)
            for (module in listOf(Dropout1d(0.5), Dropout2d(0.5), Dropout3d(0.5))) {
                val y = channels(module.call(input(module)))
                y.all { it.toSet().size == 1 } shouldBe true
                y.map { it[0] }.toSet() shouldBe setOf(0.0, 2.0)
            }
            val y = channels(FeatureAlphaDropout(0.5).call(input(FeatureAlphaDropout(0.5))))
            y.all { it.toSet().size == 1 } shouldBe true
            y.map { it[0] }.toSet().size shouldBe 2
        }

        test("one example needs no axis of the batch") {
            manualSeed(3)
            Dropout1d()
                .call(ones(Sizes.of(8, 3)))
                .toDoubleArray()
                .toList()
                .chunked(3)
                .map { it.toSet().size }
                .toSet() shouldBe setOf(1)
            Dropout3d().call(ones(Sizes.of(8, 2, 2, 2))).sizes.toList() shouldBe listOf(8, 2, 2, 2)
        }

        test("alpha dropout keeps mean and variance") {
            manualSeed(5)
            val y = AlphaDropout(0.3).call(normal(Sizes.of(200_000))).toDoubleArray()
            val mean = y.average()
            mean shouldBe (0.0 plusOrMinus 0.01)
            y.sumOf { (it - mean) * (it - mean) } / y.size shouldBe (1.0 plusOrMinus 0.02)
        }

        test("other ranks are refused") {
            fun problem(module: Mapping, vararg sizes: Int) =
                shouldThrow<ShapeException> { module.call(ones(Sizes.of(*sizes))) }.message!!.lines().first()
            problem(Dropout1d(), 2) shouldBe "dropout1d: needs 2 or 3 axes: 1 given"
            problem(Dropout2d(), 2, 3) shouldBe "dropout2d: needs 3 or 4 axes: 2 given"
            problem(Dropout3d(), 2, 3, 4) shouldBe "dropout3d: needs 4 or 5 axes: 3 given"
            problem(FeatureAlphaDropout(), 2) shouldBe "feature_alpha_dropout: needs at least two axes, batch and channels: 1 given"
        }
    })
