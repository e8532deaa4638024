package dev.rankine.train

import dev.rankine.ops.Value
import dev.rankine.ops.crossEntropy
import dev.rankine.ops.softmax
import dev.rankine.ops.to
import dev.rankine.optim.Adam
import dev.rankine.shapes.DType
import dev.rankine.shapes.FormatException
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Vec
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import java.nio.file.Files

@OptIn(UncheckedShape::class)
private fun Metrics.everything(scores: Value, y: Value) {
    val rows = scores.unchecked<Mat<Batch, Kind>>()
    val targets = y.unchecked<Vec<Batch>>()
    for (average in listOf(Average.MICRO, Average.MACRO, Average.WEIGHTED)) {
        precision(rows, targets, average, "precision $average")
        recall(rows, targets, average, "recall $average")
        f1(rows, targets, average, "f1 $average")
    }
    confusion(rows, targets)
    topKAccuracy(rows, targets, 2)
    auc(rows, targets)
    perplexity(crossEntropy(scores, y).unchecked<Scalar>(), y.elements)
    val chances = softmax(scores, -1)
    val columns = to(y, DType.F32)
    rmse(chances.unchecked<Mat<Batch, Kind>>(), scores.unchecked())
    mae(columns.unchecked<Vec<Batch>>(), columns.unchecked())
    r2(chances.unchecked<Mat<Batch, Kind>>(), scores.unchecked())
}

internal class MetricsResumeTest :
    FunSpec({
        val recipe = Recipe("adam", more = { scores, y -> everything(scores, y) }) { Adam(it.parameters(), 0.02) }

        fun epochs(run: TinyRun, count: Int) =
            run.trainer
                .fitBlocking(count)
                .epochs
                .map { it.training.metrics to "${it.training.confusion}" }

        test("stopped in the middle of an epoch, every metric is what it had been") {
            val whole = epochs(TinyRun(recipe, 1), 2)
            whole[1].first.size shouldBe 1 + 9 + 1 + 1 + 1 + 3
            val stopped = TinyRun(recipe, 1)
            stopped.before = { if (it == 7 + 4) stopped.trainer.stop() }
            epochs(stopped, 2) shouldBe whole.take(1)
            val file = tempdir().toPath().resolve("stopped.safetensors")
            Checkpoint.save(file, stopped.trainer)
            val resumed = TinyRun(recipe, 2)
            resumed.trainer.resume(file)
            epochs(resumed, 1) shouldBe whole.drop(1)
            stopped.before = {}
            epochs(stopped, 1) shouldBe whole.drop(1)
        }
        test("numbers that are of no metric are damage") {
            for ((kind, numbers) in listOf(
                "f1 macro" to doubleArrayOf(1.0, 2.0, 3.0),
                "f1 macro" to doubleArrayOf(1.0, 2.0, 3.0, -1.0),
                "confusion" to doubleArrayOf(0.5),
                "exponential of the mean" to doubleArrayOf(1.0, 0.0),
                "auc" to doubleArrayOf(2.0, 1.0),
                "auc" to doubleArrayOf(),
                "r2" to doubleArrayOf(1.0, 2.0),
                "loudness" to doubleArrayOf(1.0),
            )) {
                Statistic.of(kind, numbers) shouldBe null
            }
            val stopped = TinyRun(recipe, 1)
            stopped.fitUntil(3, 1)
            val file = tempdir().toPath().resolve("good.safetensors")
            Checkpoint.save(file, stopped.trainer)
            // the file's bytes are JSON in front: the same length keeps the rest in place
            val text = String(Files.readAllBytes(file), Charsets.ISO_8859_1).replace("f1 macro", "f2 macro")
            Files.write(file, text.toByteArray(Charsets.ISO_8859_1))
            shouldThrow<FormatException> { TinyRun(recipe, 2).trainer.resume(file) }.problem shouldBe
                "checkpoint is damaged: position.metrics.f1 MACRO.numbers are none of a metric of kind f2 macro"
        }
    })
