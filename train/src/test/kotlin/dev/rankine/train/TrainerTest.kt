package dev.rankine.train

import dev.rankine.data.DataLoader
import dev.rankine.nn.Linear
import dev.rankine.nn.Module
import dev.rankine.ops.Generator
import dev.rankine.ops.ReleasedException
import dev.rankine.ops.fillInPlace
import dev.rankine.ops.item
import dev.rankine.ops.keep
import dev.rankine.ops.manualSeed
import dev.rankine.ops.noGrad
import dev.rankine.ops.times
import dev.rankine.ops.toFloatArray
import dev.rankine.optim.SGD
import dev.rankine.shapes.Scalar
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.times
import dev.rankine.tensor.unchecked
import dev.rankine.train.progress.Progress
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

private fun trainer(model: Linear<Inputs, Outputs>, examples: DataLoader<Points>, learningRate: Double = 0.1) =
    Trainer(model, SGD(model.parameters(), learningRate), examples, Progress.SILENT) { squaredError(model, it) }

@OptIn(UncheckedShape::class)
internal class TrainerTest :
    FunSpec({
        test("two steps by hand") {
            // points (0,0) (1,2) | (2,4); loss mean((w x - 2 x)^2), gradient mean(2 x^2 (w - 2))
            val model = slope()
            val history = trainer(model, DataLoader(Line(3), 2)).fitBlocking(1)
            val first = 0.5 - 0.1 * (0.0 + 2 * (0.5 - 2)) / 2
            val second = first - 0.1 * 2 * 4 * (first - 2)
            model.slope shouldBe (second plusOrMinus 1e-6)
            val losses = listOf((0.5 - 2) * (0.5 - 2) / 2, (2 * first - 4) * (2 * first - 4))
            history.epochs
                .single()
                .training.loss shouldBe ((2 * losses[0] + losses[1]) / 3 plusOrMinus 1e-6)
            history.epochs
                .single()
                .training.examples shouldBe 3
            history.epochs.single().validation shouldBe null
        }
        test("epochs go on where they stopped, in the loader's order") {
            fun losses(parts: List<Int>): List<Double> {
                val model = slope()
                val trainer = trainer(model, DataLoader(Line(9), 2, shuffle = true, seed = 4), 0.003)
                return parts.flatMap { trainer.fitBlocking(it).epochs.map { epoch -> epoch.training.loss } } +
                    trainer.finishedEpochs.toDouble()
            }
            losses(listOf(1, 2)) shouldBe losses(listOf(3))
            losses(listOf(3)).last() shouldBe 3.0
            losses(listOf(0, 3)) shouldBe losses(listOf(3))
        }
        test("a trainer that is training does not begin again") {
            val model = slope()
            lateinit var trainer: Trainer<Points>
            trainer =
                Trainer(model, SGD(model.parameters(), 0.1), DataLoader(Line(3), 2), Progress.SILENT) {
                    trainer.fitBlocking(1)
                    squaredError(model, it)
                }
            shouldThrow<IllegalStateException> { trainer.fitBlocking(1) }.message shouldBe "fit: this trainer is training already"
        }
        test("parameters that the optimizer does not change neither add up gradients nor count when clipping") {
            val model = slope()
            val pair =
                object : Module() {
                    val moved by model
                    val still by slope()
                }
            val trainer =
                Trainer(pair, SGD(model.parameters(), 0.1), DataLoader(Line(4), 2), Progress.SILENT, clipNorm = 1.0) {
                    squaredError(pair.moved, it) + squaredError(pair.still, it) * 1e6
                }
            // every step is clipped to norm 1: twice 0.1 towards 2
            trainer.fitBlocking(1)
            model.slope shouldBe (0.5 + 0.2 plusOrMinus 1e-6)
            pair.still.weight.gradient!!
                .item() shouldBe (-1e6 * 2 * (4 + 9) / 2 * 1.5 plusOrMinus 1e2)
        }
        test("history: numbers, validation, time") {
            val model = slope()
            val history = trainer(model, DataLoader(Line(8), 4), 0.01).fitBlocking(2, validation = DataLoader(Line(3), 3))
            history.epochs.map { it.number } shouldBe listOf(1, 2)
            history.last!!.validation!!.loss shouldBe ((0 + 1 + 4) / 3.0 * (model.slope - 2) * (model.slope - 2) plusOrMinus 1e-5)
            history.last!!.training.examplesPerSecond shouldBeGreaterThan 0.0
            history.seconds shouldBe (history.epochs.sumOf { it.training.seconds } plusOrMinus 1e-12)
        }
        test("what a step computes is gone when it ends") {
            val model = slope()
            val seen = ArrayList<Tensor<Scalar>>()
            val trainer =
                Trainer(
                    model,
                    SGD(model.parameters(), 0.001),
                    DataLoader(Line(4), 2),
                    Progress.SILENT,
                ) { squaredError(model, it).also(seen::add) }
            trainer.fitBlocking(1)
            seen.forEach { loss -> shouldThrow<ReleasedException> { loss.value.item() } }
            model.slope shouldBeGreaterThan 0.5
        }
        test("a batch ends with its step, in training and in evaluation, unless it is kept") {
            for (prefetch in listOf(0, 2)) {
                val model = slope()
                val seen = ArrayList<Points>()
                val kept = ArrayList<Points>()
                val examples = DataLoader(Line(6), 2, prefetch = prefetch)
                val trainer =
                    Trainer(model, SGD(model.parameters(), 0.01), examples, Progress.SILENT) {
                        (if ((seen.size + kept.size) % 2 == 0) seen else kept).add(it)
                        if (it in kept) it.heldValues().forEach { value -> value.keep() }
                        squaredError(model, it)
                    }
                trainer.fitBlocking(1)
                trainer.evaluateBlocking(examples)
                (seen.size + kept.size) shouldBe 6
                seen.forEach { shouldThrow<ReleasedException> { it.inputs.value.toFloatArray() } }
                kept.forEach {
                    it.inputs.value
                        .toFloatArray()
                        .size shouldBe 2
                }
            }
        }
        test("random draws follow the coroutine, whatever threads it runs on") {
            val model = slope()
            val counters = ArrayList<Long>()
            val trainer =
                Trainer(model, SGD(model.parameters(), 0.0), DataLoader(Line(200), 1), Progress.SILENT) {
                    counters.add(Generator.current.draw(4))
                    squaredError(model, it)
                }
            withContext(Dispatchers.Default) {
                manualSeed(1)
                trainer.fit(1)
            }
            counters shouldBe (0L until 200L).toList()
        }
        test("a loss that is not finite stops before the step") {
            var steps = 0
            val model = slope()
            val trainer =
                Trainer(model, SGD(model.parameters(), 0.001), DataLoader(Line(6), 2), Progress.SILENT) {
                    val loss = squaredError(model, it)
                    if (++steps == 5) (loss.value * Double.NaN).unchecked() else loss
                }
            trainer.fitBlocking(1)
            val thrown = shouldThrow<NotFiniteLossException> { trainer.fitBlocking(1) }
            thrown.message shouldBe
                "fit: loss is NaN (epoch 2, step 2)\n  hint: lower the learning rate (0.001), or train with checking = true to find the op"
            listOf(thrown.epoch, thrown.step, trainer.optimizer.steps) shouldBe listOf(2, 2, 4)
            model.slope.isFinite() shouldBe true
        }
        test("with checking the op is named") {
            val model = slope()
            val trainer =
                Trainer(
                    model,
                    SGD(model.parameters(), 1e30),
                    DataLoader(Line(6), 2),
                    Progress.SILENT,
                    checking = true,
                ) { squaredError(model, it) }
            val thrown = shouldThrow<NotFiniteLossException> { trainer.fitBlocking(1) }
            thrown.message!!.lines().first() shouldBe "fit: mul: gave Infinity at element 0 (epoch 1, step 2)"
            thrown.message!!.lines().last() shouldBe "  hint: lower the learning rate (1.0E30)"
            listOf(thrown.epoch, thrown.step) shouldBe listOf(1, 2)
        }
        test("with checking, numbers that were bad before are not blamed on the learning rate") {
            val model = slope()
            noGrad {
                model
                    .parameters()
                    .single()
                    .value
                    .fillInPlace(Double.NaN)
            }
            val checked =
                Trainer(
                    model,
                    SGD(model.parameters(), 1e-3),
                    DataLoader(Line(6), 2),
                    Progress.SILENT,
                    checking = true,
                ) { squaredError(model, it) }
            val said = shouldThrow<NotFiniteLossException> { checked.fitBlocking(1) }.message!!.lines()
            said.first() shouldBe "fit: linear: gave NaN at element 0 (epoch 1, step 1)"
            said.any { it.endsWith(", has NaN already") } shouldBe true
            said.last() shouldBe "  hint: look at the examples, and at the parameters before training"
        }
        test("a part of the model that the loss does not use is left alone, and training goes on") {
            val pair =
                object : Module() {
                    val used by slope()
                    val unused by slope()
                }
            val trainer =
                Trainer(pair, SGD(pair.parameters(), 0.1), DataLoader(Line(3), 2), Progress.SILENT, clipNorm = 100.0) {
                    squaredError(pair.used, it)
                }
            val alone = slope()
            trainer.fitBlocking(1)
            trainer(alone, DataLoader(Line(3), 2)).fitBlocking(1)
            listOf(pair.used.slope, pair.unused.slope) shouldBe listOf(alone.slope, 0.5)
        }
        test("nothing to learn from") {
            val model = slope()
            shouldThrow<IllegalArgumentException> { trainer(model, DataLoader(Line(0), 2)).fitBlocking(1) }.message shouldBe
                "fit: there is nothing to learn from: 0 examples, batch size 2"
            shouldThrow<IllegalArgumentException> { trainer(model, DataLoader(Line(3), 2)).fitBlocking(-1) }.message shouldBe
                "fit: the number of epochs cannot be negative: -1"
        }
    })
