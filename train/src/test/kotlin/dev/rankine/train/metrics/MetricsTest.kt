package dev.rankine.train

import dev.rankine.ops.valueOf
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Vec
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

private object Classes : Dim<Classes>(3)

@OptIn(UncheckedShape::class)
internal class MetricsTest :
    FunSpec({
        test("accuracy counts the rows whose largest score is the target's") {
            val metrics = Metrics()
            val scores = valueOf(floatArrayOf(1f, 2f, 0f, 5f, -1f, 4f, 0f, 0f, 1f, -3f, -1f, -2f), 4, 3).unchecked<Mat<Batch, Classes>>()
            metrics.accuracy(scores, valueOf(longArrayOf(1, 0, 0, 1), 4).unchecked<Vec<Batch>>())
            metrics.values shouldBe mapOf("accuracy" to 0.75)
            metrics.accuracy(
                valueOf(floatArrayOf(0f, 0f, 9f), 1, 3).unchecked<Mat<Batch, Classes>>(),
                valueOf(longArrayOf(1), 1).unchecked<Vec<Batch>>(),
            )
            metrics.values.getValue("accuracy") shouldBe (0.6 plusOrMinus 1e-12)
        }
        test("means are weighted by the number of examples") {
            val metrics = Metrics()
            metrics.report("error", 3.0, 3)
            metrics.report("error", 5.0, 1)
            metrics.report("error", 0.0, 0)
            metrics.report("other", 0.0, 0)
            metrics.values shouldBe mapOf("error" to 2.0)
            shouldThrow<IllegalArgumentException> { metrics.report("error", 1.0, -1) }
        }
        test("numbers as text") {
            "${Measured(0.07314, mapOf("accuracy" to 0.98214, "error" to 1.5e-5), 10, 2.0)}" shouldBe
                "loss 0.0731  accuracy 98.21 %  error 1.500e-05"
            listOf(clock(5.9), clock(65.0), clock(3725.0)) shouldBe listOf("0:05", "1:05", "1:02:05")
            listOf(short(0.0), short(123456.0), short(Double.NaN)) shouldBe listOf("0.0000", "1.235e+05", "NaN")
        }
    })
