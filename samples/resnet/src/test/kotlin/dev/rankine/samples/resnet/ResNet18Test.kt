package dev.rankine.samples.resnet

import dev.rankine.autodiff.backward
import dev.rankine.data.DataLoader
import dev.rankine.data.DrawnShapes
import dev.rankine.data.Normalization
import dev.rankine.data.dataset
import dev.rankine.ops.manualSeed
import dev.rankine.ops.toFloatArray
import dev.rankine.shapes.Half
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.crossEntropy
import dev.rankine.tensor.normal
import dev.rankine.tensor.ones
import dev.rankine.tensor.tensorOf
import dev.rankine.train.progress.Progress
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe
import kotlin.math.abs

internal class ResNet18Test :
    FunSpec({
        /** Names as torchvision's resnet18 has them, in its order. */
        fun names(): List<String> {
            fun norm(name: String) = listOf("weight", "bias", "running_mean", "running_var", "num_batches_tracked").map { "$name.$it" }
            val blocks =
                (1..4).flatMap { layer ->
                    (0..1).flatMap { block ->
                        val convolutions = (1..2).flatMap { listOf("conv$it.weight") + norm("bn$it") }
                        val around = if (layer > 1 && block == 0) listOf("downsample.0.weight") + norm("downsample.1") else emptyList()
                        (convolutions + around).map { "layer$layer.$block.$it" }
                    }
                }
            return listOf("conv1.weight") + norm("bn1") + blocks + listOf("fc.weight", "fc.bias")
        }

        test("the state_dict has the names and sizes of PyTorch's resnet18, but for the first convolution") {
            val state = ResNet18(64).stateDict().mapValues { it.value.sizes.toList() }
            state.keys.toList() shouldBe names()
            state.size shouldBe 122
            state["conv1.weight"] shouldBe listOf(64, 3, 3, 3)
            state["layer1.1.conv2.weight"] shouldBe listOf(64, 64, 3, 3)
            state["layer2.0.conv1.weight"] shouldBe listOf(128, 64, 3, 3)
            state["layer2.0.downsample.0.weight"] shouldBe listOf(128, 64, 1, 1)
            state["layer4.1.bn2.running_var"] shouldBe listOf(512)
            state["fc.weight"] shouldBe listOf(10, 512)
        }
        test("11,173,962 numbers to learn") {
            // counted by hand: first convolution and its norm, then each stage, then the classifier
            fun block(from: Long, to: Long) = 9 * from * to + 9 * to * to + 4 * to
            val first = 27 * 64L + 2 * 64
            val keeping = 2 * block(64, 64)
            val halving = listOf(64L, 128L, 256L).sumOf { block(it, 2 * it) + it * 2 * it + 4 * it + block(2 * it, 2 * it) }
            first + keeping + halving + 512 * 10 + 10 shouldBe 11_173_962
            ResNet18(64).parameterCount() shouldBe 11_173_962
            ResNet18(64).toString().lines().count { "Conv2d(" in it } shouldBe 20
        }
        test("a block keeps all axes, a stage halves the planes, their names say so") {
            val x: Tensor<Rank4<Batch, Stage1, Rows, Columns>> = normal(Batch of 2, Stage1 of 3, Rows, Columns)
            val kept: Tensor<Rank4<Batch, Stage1, Rows, Columns>> = BasicBlock(Stage1 of 3)(x)
            kept.sizes.toString() shouldBe "[Batch = 2, Stage1 = 3, Rows = 32, Columns = 32]"
            val halved: Tensor<Rank4<Batch, Stage2, Half<Rows>, Half<Columns>>> = Stage(Stage1 of 3, Stage2 of 5)(x)
            halved.sizes.toString() shouldBe "[Batch = 2, Stage2 = 5, Rows/2 = 16, Columns/2 = 16]"
            Stage(Stage2 of 5, Stage3 of 2)(halved).sizes.toString() shouldBe "[Batch = 2, Stage3 = 2, Rows/4 = 8, Columns/4 = 8]"
            Stage(Stage1 of 3, Stage2 of 1)(ones(Batch of 1, Stage1 of 3, Kind, Kind)).sizes.toString() shouldBe
                "[Batch = 1, Stage2 = 1, Kind/2 = 5, Kind/2 = 5]"
        }
        test("a block whose convolutions say nothing hands on what went in") {
            val block = BasicBlock(Stage1 of 2)
            block.parameters().filter { it.name.endsWith("bn2.weight") }.forEach { it.initialize { sizes -> dev.rankine.ops.zeros(sizes) } }
            val x = tensorOf(FloatArray(2 * 4 * 4) { it - 9f }, Batch of 1, Stage1 of 2, Stage2 of 4, Stage3 of 4)
            block(x).value.toFloatArray().toList() shouldBe x.value.toFloatArray().map { maxOf(it, 0f) }
        }
        test("scores for every image, the same in evaluation mode whatever stands beside it in the batch") {
            manualSeed(1)
            val model = ResNet18(2)
            val x: Tensor<Pictures> = normal(Batch of 3, Colors, Rows, Columns)
            val scores: Tensor<Mat<Batch, Kind>> = model(x)
            scores.sizes.toString() shouldBe "[Batch = 3, Kind = 10]"
            model.eval()
            val all = model(x).value.toFloatArray()
            val first: Tensor<Pictures> = tensorOf(x.value.toFloatArray().copyOf(3 * 32 * 32), Batch of 1, Colors, Rows, Columns)
            for ((a, b) in model(first).value.toFloatArray().zip(all)) abs(a - b).toDouble() shouldBeLessThan 1e-4
        }
        test("every parameter has a gradient, and none is zero all over") {
            manualSeed(2)
            val model = ResNet18(2)
            val images = DrawnShapes.draw(20, 0).dataset(Batch, Colors, Rows, Columns, Normalization(0.5, 0.3))
            val (x, y) = images.batch(IntArray(20) { it })
            crossEntropy(model(x), y).value.backward()
            for ((name, parameter) in model.namedParameters()) {
                withClue(name) {
                    parameter.gradient!!
                        .toFloatArray()
                        .maxOf { abs(it) }
                        .toDouble() shouldBeGreaterThan 0.0
                }
            }
        }
        test("a few steps reduce the loss") {
            manualSeed(3)
            val model = ResNet18(4)
            val drawn = DrawnShapes.draw(40, 0)
            val examples = DataLoader(drawn.dataset(Batch, Colors, Rows, Columns, Normalization.ofChannels(drawn)), 20, shuffle = true)
            val history = trainer(model, examples, 10, 0.01, Progress.SILENT).fitBlocking(10)
            history.epochs
                .first()
                .training.loss shouldBeGreaterThan 2.0
            history.epochs
                .last()
                .training.loss shouldBeLessThan 0.75 *
                history.epochs
                    .first()
                    .training.loss
        }
        test("values that the compiler did not see are refused with their sizes") {
            val model = ResNet18(2)

            fun message(x: Tensor<*>) = shouldThrow<ShapeException> { model.call(x.value) }.message!!
            message(ones(Batch of 1, Stage1 of 4, Rows, Columns)).lines()[0] shouldBe
                "conv2d: channels do not fit the weight: 4 != 3"
            message(ones(Batch of 1, Colors, Stage1 of 34, Columns)).lines()[0] shouldBe
                "conv2d: the rows and columns are not halved: 17x16 became 9x8"
            shouldThrow<ShapeException> { ResNet18(-1) }.message shouldBe "axis: a size cannot be negative: Stage1 of -1"
        }
    })
