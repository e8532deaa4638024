package dev.rankine.tensor

import dev.rankine.ops.unfold
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.Half
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.half
import dev.rankine.shapes.of
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import dev.rankine.ops.conv1d as conv1dOf
import dev.rankine.ops.conv3d as conv3dOf
import dev.rankine.ops.convTranspose2d as convTranspose2dOf
import dev.rankine.ops.toDoubleArray as numbersOf

private object Tones : Dim<Tones>(2)

private object Chords : Dim<Chords>(4)

private object Six : Dim<Six>(6)

private object Four : Dim<Four>(4)

private object Rest : Dim<Rest>()

/** Convolutions of lines and volumes and transposed ones at run time: the names of the result, and what they say when its sizes are others. */
internal class SpaceTest :
    FunSpec({
        val lines = tensor(Batch of 3, Tones, Six) { n, c, i -> (n * 31 + c * 17 + i * 5) % 7 - 3 }
        val kernels = tensor(Chords, Tones, Dyn of 3) { o, c, i -> (o * 5 + c * 3 + i * 2) % 4 - 1 }
        val volumes = ones(Batch of 2, Tones, Four, Six, Four)
        val cubes = ones(Chords, Tones, Dyn of 3, Dyn of 3, Dyn of 3)
        val images = tensor(Batch of 3, Tones, Six, Four) { n, c, i, j -> (n * 31 + c * 17 + i * 5 + j * 3) % 7 - 3 }
        val spreads = tensor(Tones, Chords, Dyn of 2, Dyn of 2) { i, o, j, k -> (i * 5 + o * 3 + j * 2 + k) % 4 - 1 }

        fun Tensor<*>.numbers() = toDoubleArray().toList()

        fun message(block: () -> Any?): String = shouldThrow<ShapeException> { block() }.message!!

        test("lines that a convolution keeps, halves or names") {
            val wanted = conv1dOf(lines.value, kernels.value, padding = 1).numbersOf().toList()
            val kept = lines.conv1d(kernels, padding = 1)
            kept.sizes.toString() shouldBe "[Batch = 3, Chords = 4, Six = 6]"
            kept.numbers() shouldBe wanted
            lines.conv1dSame(kernels).numbers() shouldBe wanted
            lines[Batch, 1].conv1dSame(kernels).numbers() shouldBe kept[Batch, 1].numbers()
            lines.conv1dHalving(kernels, padding = 1).sizes.toString() shouldBe "[Batch = 3, Chords = 4, Six/2 = 3]"
            lines[Batch, 0].conv1d(kernels, length = Rest).sizes.toString() shouldBe "[Chords = 4, Rest = 4]"
            val single = tensor(Chords, Dyn of 1, Dyn of 3) { o, _, i -> o + i }
            lines.conv1dSame(single, groups = 2).numbers() shouldBe lines.conv1d(single, groups = 2, padding = 1).numbers()
        }
        test("volumes") {
            val wanted = conv3dOf(volumes.value, cubes.value, padding = 1).numbersOf().toList()
            val kept = volumes.conv3d(cubes, padding = 1)
            kept.sizes.toString() shouldBe "[Batch = 2, Chords = 4, Four = 4, Six = 6, Four = 4]"
            kept.numbers() shouldBe wanted
            volumes.conv3dSame(cubes).numbers() shouldBe wanted
            volumes[Batch, 0].conv3dHalving(cubes, padding = 1).sizes.toString() shouldBe
                "[Chords = 4, Four/2 = 2, Six/2 = 3, Four/2 = 2]"
            volumes.conv3d(cubes, depth = Rest, rows = Four, columns = Heads).sizes.toString() shouldBe
                "[Batch = 2, Chords = 4, Rest = 2, Four = 4, Heads = 2]"
        }
        test("transposed convolutions that keep, name or double") {
            val small: Tensor<Rank4<Batch, Tones, Half<Six>, Half<Four>>> = zeros(Batch of 2, Tones, Six.half, Four.half)
            val doubled: Tensor<Rank4<Batch, Chords, Six, Four>> = small.convTranspose2dDoubling(spreads)
            doubled.sizes.toString() shouldBe "[Batch = 2, Chords = 4, Six = 6, Four = 4]"
            images.convTranspose2d(spreads, rows = Dyn, columns = Rest, stride = 2).numbers() shouldBe
                convTranspose2dOf(images.value, spreads.value, stride = 2).numbersOf().toList()
            val single = ones(Tones, Chords, Dyn of 1)
            lines.convTranspose1d(single).sizes.toString() shouldBe "[Batch = 3, Chords = 4, Six = 6]"
            val halves = ones(Tones, Six.half)
            halves.convTranspose1dDoubling(single, outputPadding = 1).sizes.toString() shouldBe "[Chords = 4, Six = 6]"
            val deep = ones(Tones, Six.half, Six.half, Four.half)
            deep.convTranspose3dDoubling(ones(Tones, Chords, Dyn of 2, Dyn of 2, Dyn of 2)).sizes.toString() shouldBe
                "[Chords = 4, Six = 6, Six = 6, Four = 4]"
        }
        test("windows as columns and back") {
            val columns = images.unfold(Dyn, Rest, kernel = 2)
            columns.sizes.toString() shouldBe "[Batch = 3, Dyn = 8, Rest = 15]"
            columns.numbers() shouldBe unfold(images.value, 2).numbersOf().toList()
            images[Batch, 0].unfold(Dyn, Rest, kernel = 2).sizes.toString() shouldBe "[Dyn = 8, Rest = 15]"
            columns.fold(Tones, Six, Four, kernel = 2).sizes.toString() shouldBe "[Batch = 3, Tones = 2, Six = 6, Four = 4]"
            columns[Batch, 0].fold(Tones, Six, Four, kernel = 2).sizes.toString() shouldBe "[Tones = 2, Six = 6, Four = 4]"
            message { columns.fold(Chords, Six, Four, kernel = 2) }.lines()[0] shouldBe
                "fold: the number of channels differs from that of Chords: 2 != 4"
        }
        test("what has other sizes is refused") {
            message { lines.conv1d(kernels) } shouldBe
                """
                conv1d: the length does not stay as it is: 6 != 4
                  input   [Batch = 3, Tones = 2, Six = 6]
                  result  [Batch = 3, Chords = 4, 4]
                  hint: name the axis of the result: `length = ...`
                """.trimIndent()
            message { lines.conv1d(kernels, length = Six) }.lines()[0] shouldBe
                "conv1d: the number of elements differs from that of Six: 4 != 6"
            message { lines.conv1dHalving(kernels) }.lines()[0] shouldBe "conv1d: the length is not halved: 6 became 2"
            message { volumes.conv3dHalving(cubes) }.lines()[0] shouldBe
                "conv3d: the planes, rows and columns are not halved: 4x6x4 became 1x2x1"
            message { volumes.conv3d(cubes) }.lines().last() shouldBe
                "  hint: name the axes of the result: `depth = ..., rows = ..., columns = ...`"
            val small = zeros(Tones, Six.half, Four.half)
            message { small.convTranspose2dDoubling(spreads, stride = 1) }.lines()[0] shouldBe
                "conv_transpose2d: the rows and columns are not doubled: 3x2 became 4x3"
        }
    })
