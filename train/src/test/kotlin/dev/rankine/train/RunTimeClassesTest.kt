package dev.rankine.train

import dev.rankine.data.DataLoader
import dev.rankine.data.Labelled
import dev.rankine.data.TensorDataset
import dev.rankine.io.ModelFile
import dev.rankine.io.SafetensorsFile
import dev.rankine.nn.Layer
import dev.rankine.nn.Linear
import dev.rankine.nn.StateException
import dev.rankine.nn.forInference
import dev.rankine.nn.linear
import dev.rankine.nn.relu
import dev.rankine.ops.manualSeed
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.valueOf
import dev.rankine.optim.Adam
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Vec
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.crossEntropy
import dev.rankine.tensor.normal
import dev.rankine.tensor.typed
import dev.rankine.train.progress.Progress
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe

private object Photo : Dim<Photo>()

private object Trait : Dim<Trait>(6)

/** How many there are only the data say. */
private object Breed : Dim<Breed>()

private fun model(breeds: Axis<Breed>): Layer<Trait, Breed> = Linear(Trait, 16).relu().linear(breeds)

internal class RunTimeClassesTest :
    FunSpec({
        val file = tempdir().toPath().resolve("breeds.safetensors")
        val names = listOf("elk", "cat", "dog", "cat", "eel", "dog", "cat", "eel", "elk", "cat")

        test("a number of classes that only the data know: batches, loss, checkpoint and answers are typed") {
            manualSeed(1)
            val known = names.distinct().sorted()
            val breeds = Breed of known.size
            val photos: Tensor<Mat<Photo, Trait>> = normal(Photo of names.size, Trait)
            val labels: Tensor<Vec<Photo>> =
                valueOf(LongArray(names.size) { known.indexOf(names[it]).toLong() }, names.size).typed(Photo of names.size)
            val examples: DataLoader<Labelled<Mat<Photo, Trait>, Vec<Photo>>> = DataLoader(TensorDataset(photos, labels), 4, shuffle = true)
            val learnt = model(breeds)
            val trainer =
                Trainer(learnt, Adam(learnt.parameters(), 0.05), examples, Progress.SILENT) { (x, y) ->
                    val scores: Tensor<Mat<Photo, Breed>> = learnt(x)
                    accuracy(scores, y)
                    crossEntropy(scores, y)
                }
            trainer.fitBlocking(30)
            evaluateBlocking(learnt, examples) { (x, y) ->
                val scores = learnt(x)
                accuracy(scores, y)
                crossEntropy(scores, y)
            }.accuracy shouldBe 1.0
            ModelFile.save(file, learnt)

            val stored = SafetensorsFile.open(file)
            val loaded = model(Breed of stored.tensors.getValue("2.weight").sizes[0])
            ModelFile.load(stored, loaded)
            val answers: Tensor<Mat<Photo, Breed>> = loaded.forInference()(photos)
            answers.sizes.toString() shouldBe "[Photo = 10, Breed = 4]"
            answers.value.toFloatArray().toList() shouldBe
                learnt
                    .forInference()(photos)
                    .value
                    .toFloatArray()
                    .toList()
            learnt.isTraining shouldBe true
        }

        test("a checkpoint of another number of classes names the axis") {
            ModelFile.save(file, model(Breed of 4))
            shouldThrow<StateException> {
                ModelFile.load(
                    file,
                    model(Breed of 5),
                )
            }.message!!.lines().filter { "mismatched  " in it } shouldBe
                listOf(
                    "  mismatched  2.weight [4, 16], the model has [Breed = 5, Dyn = 16]",
                    "  mismatched  2.bias   [4], the model has [Breed = 5]",
                )
        }

        test("a dim without a size needs one where a model is built") {
            shouldThrow<ShapeException> { Linear(Trait, Breed) }.message shouldBe "axis: Breed declares no size\n  hint: write `Breed of n`"
        }
    })
