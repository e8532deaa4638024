package dev.rankine.train

import dev.rankine.data.DataLoader
import dev.rankine.io.ModelFile
import dev.rankine.io.Safetensors
import dev.rankine.io.SafetensorsFile
import dev.rankine.nn.StateException
import dev.rankine.ops.rankineVersion
import dev.rankine.ops.toDoubleArray
import dev.rankine.optim.Adam
import dev.rankine.optim.AdamW
import dev.rankine.optim.OneCycleSchedule
import dev.rankine.optim.SGD
import dev.rankine.optim.Schedule
import dev.rankine.optim.cosine
import dev.rankine.shapes.DType
import dev.rankine.shapes.FormatException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.string.shouldStartWith
import java.nio.file.Files
import java.nio.file.Path

/** Adam with settings of one's choice. */
private fun adam(rate: Double = 0.01, beta2: Double = 0.99, schedule: () -> Schedule? = { null }) =
    Recipe("adam", schedule) { Adam(it.parameters(), rate, beta2 = beta2) }

internal class CheckpointDifferencesTest :
    FunSpec({
        val folder = tempdir().toPath()
        val state = folder.resolve("state")

        /** Everything that a checkpoint of [run] would hold. */
        fun bytes(run: TinyRun): List<Byte> = state.also { Checkpoint.save(it, run.trainer) }.let { Files.readAllBytes(it).toList() }

        fun checkpoint(recipe: Recipe, epochs: Int = 1): Path =
            folder.resolve("checkpoint").also { path -> Checkpoint.save(path, TinyRun(recipe, 1).also { it.fit(epochs) }.trainer) }

        /** The lines of the refusal of [path] by a trainer that was made by [recipe], of which nothing is changed. */
        fun refused(path: Path, recipe: Recipe): List<String> {
            val run = TinyRun(recipe, 2)
            run.fit(1)
            val before = bytes(run)
            val message = shouldThrow<StateException> { run.trainer.resume(path) }.message!!
            bytes(run) shouldBe before
            return message.lines()
        }

        test("everything that differs, in one message") {
            val path = checkpoint(adam())
            val other =
                Recipe("sgd", { cosine(100) }, 1.0, accumulate = 2, examples = 40, batchSize = 4, seed = 6) {
                    it.last.bias!!.isTrainable = false
                    SGD(it.parameters(), 0.1, momentum = 0.5)
                }
            refused(path, other) shouldBe
                listOf(
                    "$path: the checkpoint is of another training: 16 differences; nothing was changed",
                    "  differs     optimizer: adam, the trainer has sgd",
                    "  differs     group 0 learningRate: 0.01, the trainer has 0.1",
                    "  differs     group 0 momentum: 0.9, the trainer has 0.5",
                    "  differs     group 0 dampening: nothing, the trainer has 0.0",
                    "  differs     group 0 nesterov: nothing, the trainer has false",
                    "  differs     schedule: none, the trainer has given",
                    "  differs     examples: 50, the trainer has 40",
                    "  differs     batchSize: 8, the trainer has 4",
                    "  differs     seed of the order: 5, the trainer has 6",
                    "  differs     seed of the examples: 5, the trainer has 6",
                    "  differs     accumulate: 1, the trainer has 2",
                    "  differs     clipNorm: none, the trainer has 1.0",
                    "  differs     group 0 beta2: 0.99, the trainer has nothing",
                    "  differs     group 0 epsilon: 1.0E-8, the trainer has nothing",
                    "  differs     group 0 amsgrad: false, the trainer has nothing",
                    "  differs     last.bias: group 0, the trainer has group 0, frozen",
                )
        }

        test("one setting") {
            refused(checkpoint(adam(beta2 = 0.999)), adam()) shouldBe
                listOf(
                    "${folder.resolve("checkpoint")}: the checkpoint is of another training: 1 difference; nothing was changed",
                    "  differs     group 0 beta2: 0.999, the trainer has 0.99",
                )
            refused(checkpoint(adam()), Recipe("w") { AdamW(it.parameters(), 0.01, beta2 = 0.99, weightDecay = 0.0) }).drop(1) shouldBe
                listOf("  differs     optimizer: adam, the trainer has adamw")
        }

        /** A trainer of a line, in the dataset's own order: [seed] is that of what the examples draw, and nothing else. */
        fun ofLine(seed: Long): Trainer<*> {
            val line = slope()
            return Trainer(line, SGD(line.parameters()), DataLoader(Line(50), 8, seed = seed)) { squaredError(line, it) }
        }

        test("the seed of what the examples draw, though their order needs none; older checkpoints do not say it") {
            val path = folder.resolve("line")
            Checkpoint.save(path, ofLine(seed = 1))
            shouldThrow<StateException> { ofLine(seed = 2).resume(path) }.message!!.lines().drop(1) shouldBe
                listOf("  differs     seed of the examples: 1, the trainer has 2")
            ofLine(seed = 1).resume(path) shouldBe emptyMap()
            val file = SafetensorsFile.open(path)
            val older =
                file.metadata +
                    ("checkpoint" to file.metadata.getValue("checkpoint").replace(Regex(",?\"seed of the examples\":\"1\""), ""))
            older shouldNotBe file.metadata
            Safetensors.save(path, file.tensors.keys.associateWith { file.read(it) }, older)
            ofLine(seed = 2).resume(path) shouldBe emptyMap()
        }

        test("another schedule, or other rates to begin with") {
            val rates = listOf(cosine(100), cosine(200)).map { it.learningRate(1, 0.01) }
            refused(checkpoint(adam { cosine(100) }), adam { cosine(200) }).drop(1) shouldBe
                listOf("  differs     schedule at step 1: learning rates [${rates[0]}], the trainer has [${rates[1]}]")
            refused(checkpoint(adam(0.01) { cosine(100) }), adam(0.02) { cosine(100) }).drop(1).first() shouldBe
                "  differs     group 0 learningRate: 0.01, the trainer has 0.02"
            refused(checkpoint(adam { OneCycleSchedule(0.1, 14) }, epochs = 2), adam { OneCycleSchedule(0.1, 7) }).drop(1) shouldBe
                listOf("  differs     schedule up to step 14: the trainer's fails: one cycle: there is no step 8: made for 7 steps")
        }

        test("other groups") {
            val two =
                Recipe("two") {
                    Adam(listOf(Adam.Group(it.first.parameters(), 0.01), Adam.Group(it.parameters() - it.first.parameters().toSet(), 0.01)))
                }
            val one = Recipe("one") { Adam(it.parameters(), 0.01) }
            refused(checkpoint(two), one).filter { "bias" in it } shouldBe
                listOf("norm", "middle", "last").map { "  differs     $it.bias: group 1, the trainer has group 0" }
        }

        test("another model: names, sizes and types") {
            val path = checkpoint(adam())
            val float64 = Recipe("float64", dtype = DType.F64) { Adam(it.parameters(), 0.01, beta2 = 0.99) }
            val lines = refused(path, float64)
            lines[1] shouldBe "  mismatched  first.weight      float32 [8, 6], the model has float64 [Wide = 8, Features = 6]"
            lines.any { it == "  mismatched  .optimizer.last.bias.exp_avg float32 [3], the trainer needs float64" } shouldBe true
            val line = slope()
            val trainer = Trainer(line, SGD(line.parameters()), DataLoader(Line(50), 8)) { squaredError(line, it) }
            val message = shouldThrow<StateException> { trainer.resume(path) }.message!!.lines()
            message[1] shouldBe "  missing     ${"weight".padEnd(24)} [Outputs = 1, Inputs = 1]"
            message[2] shouldBe "  unexpected  ${"first.weight".padEnd(24)} [8, 6]"
            message.any { it == "  unexpected  .optimizer.first.weight.exp_avg float32 [8, 6]" } shouldBe true
            line.slope shouldBe 0.5
        }

        test("the names do not depend on which part was asked for its parameters first") {
            val parts =
                Recipe("parts") { Adam(listOf(Adam.Group(it.first.parameters(), 0.01), Adam.Group(it.last.parameters(), 0.01))) }
            val named =
                Recipe("named") { model ->
                    model.parameters()
                    Adam(listOf(Adam.Group(model.first.parameters(), 0.01), Adam.Group(model.last.parameters(), 0.01)))
                }
            TinyRun(named, 2).trainer.resume(checkpoint(parts)) shouldBe emptyMap()
        }

        test("the model of a checkpoint loads as a model, with the configuration") {
            val run = TinyRun(adam(), 1)
            run.fit(1)
            val path = folder.resolve("with")
            Checkpoint.save(path, run.trainer, mapOf("mean" to "0.5"))
            val model = TinyNet()
            val metadata = ModelFile.load(path, model)
            listOf(metadata["mean"], metadata["rankine"]) shouldBe listOf("0.5", rankineVersion)
            for ((name, value) in run.model.stateDict()) {
                model.stateDict().getValue(name).toDoubleArray() shouldBe value.toDoubleArray()
            }
            TinyRun(adam(), 2).trainer.resume(path) shouldBe mapOf("mean" to "0.5")
            shouldThrow<IllegalArgumentException> { Checkpoint.save(path, run.trainer, mapOf("dims" to "")) }.message shouldBe
                "checkpoint: the configuration cannot have the names that checkpoints use: dims"
        }

        test("files that are no checkpoint") {
            val run = TinyRun(adam(), 1)
            val path = folder.resolve("model")
            ModelFile.save(path, run.model)
            shouldThrow<FormatException> { run.trainer.resume(path) }.message shouldBe
                "$path: is no checkpoint: it says nothing about training\n  hint: ModelFile.load reads models"
            Files.write(path, byteArrayOf(1, 2, 3))
            shouldThrow<FormatException> { run.trainer.resume(path) }.message!! shouldStartWith "$path: is no safetensors file"
            Safetensors.save(path, emptyMap(), mapOf("checkpoint" to "{\"format\": 2}"))
            shouldThrow<FormatException> { run.trainer.resume(path) }.message shouldBe
                "$path: checkpoint is damaged: format is 2, this version reads 1"
        }
    })
