package dev.rankine.ops.random

import dev.rankine.ops.Generator
import dev.rankine.ops.alphaDropout
import dev.rankine.ops.featureAlphaDropout
import dev.rankine.ops.featureDropout
import dev.rankine.ops.full
import dev.rankine.ops.ones
import dev.rankine.ops.rrelu
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.zeros
import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlin.math.abs
import kotlin.math.sqrt

internal class DroppedTest :
    FunSpec({
        test("what is dropped gets the least value of selu, all is scaled and shifted") {
            val p = 0.25
            val least = -1.0507009873554805 * 1.6732632423543772
            val scale = 1 / sqrt((1 - p) * (1 + p * least * least))
            val y = alphaDropout(zeros(Sizes.of(1000), DType.F64), p, generator = Generator(3)).toDoubleArray()
            val kept = -scale * p * least
            val dropped = scale * least * (1 - p)
            y.all { abs(it - kept) < 1e-6 || abs(it - dropped) < 1e-6 } shouldBe true
            y.count { abs(it - dropped) < 1e-6 } / 1000.0 shouldBe (p plusOrMinus 0.05)
        }

        test("channels are dropped whole; the next call drops others") {
            val x = ones(Sizes.of(4, 16, 5))
            val generator = Generator(9)
            val first = featureDropout(x, 0.5, generator = generator).toDoubleArray().toList()
            first.chunked(5).all { it.toSet().size == 1 } shouldBe true
            first.toSet() shouldBe setOf(0.0, 2.0)
            (featureDropout(x, 0.5, generator = generator).toDoubleArray().toList() == first) shouldBe false
            featureDropout(x, 0.5, generator = Generator(9)).toDoubleArray().toList() shouldBe first
            featureAlphaDropout(x, 0.5, generator = generator)
                .toDoubleArray()
                .toList()
                .chunked(5)
                .all { it.toSet().size == 1 } shouldBe true
        }

        test("slopes below zero are drawn between the bounds") {
            val y = rrelu(full(Sizes.of(500), -1.0, DType.F64), 0.1, 0.3, true, Generator(1)).toDoubleArray()
            y.all { -it in 0.1..0.3 } shouldBe true
            y.toSet().size shouldBe 500
            rrelu(full(Sizes.of(1), -1.0, DType.F64), 0.1, 0.3).toDoubleArray()[0] shouldBe (-0.2 plusOrMinus 1e-12)
        }

        test("bad arguments are refused") {
            val x = ones(Sizes.of(3))
            shouldThrow<IllegalArgumentException> { alphaDropout(x, 2.0) }.message shouldBe
                "alpha_dropout: the probability must be in [0, 1]: 2.0"
            shouldThrow<IllegalArgumentException> { featureDropout(x, -1.0) }.message shouldBe
                "feature_dropout: the probability must be in [0, 1]: -1.0"
            shouldThrow<ShapeException> { featureDropout(x) }.message!!.lines().first() shouldBe
                "feature_dropout: needs at least two axes, batch and channels: 1 given"
            shouldThrow<IllegalArgumentException> { rrelu(x, 0.5, 0.25) }.message shouldBe "rrelu: lower is above upper: 0.5, 0.25"
        }
    })
