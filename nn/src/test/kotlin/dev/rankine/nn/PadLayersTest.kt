package dev.rankine.nn

import dev.rankine.nn.PadDims.Batch
import dev.rankine.nn.PadDims.Colors
import dev.rankine.nn.PadDims.Deep
import dev.rankine.nn.PadDims.High
import dev.rankine.nn.PadDims.Higher
import dev.rankine.nn.PadDims.Wide
import dev.rankine.nn.PadDims.Wider
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.ones
import dev.rankine.tensor.untyped
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal object PadDims {
    object Batch : Dim<Batch>()

    object Colors : Dim<Colors>(2)

    object High : Dim<High>(3)

    object Wide : Dim<Wide>(4)

    object Deep : Dim<Deep>(2)

    object Higher : Dim<Higher>(5)

    object Wider : Dim<Wider>()
}

internal class PadLayersTest :
    FunSpec({
        fun problem(block: () -> Unit) = shouldThrow<ShapeException> { block() }.problem

        fun padded(pad: Mapping): List<Double> = pad.call(valueOf(doubleArrayOf(1.0, 2.0, 3.0), 1, 3)).toDoubleArray().toList()

        test("what each kind adds") {
            padded(ConstantPad1d(listOf(1, 2), 9.0)) shouldBe listOf(9.0, 1.0, 2.0, 3.0, 9.0, 9.0)
            padded(ZeroPad1d(1)) shouldBe listOf(0.0, 1.0, 2.0, 3.0, 0.0)
            padded(ReflectionPad1d(listOf(2, 1))) shouldBe listOf(3.0, 2.0, 1.0, 2.0, 3.0, 2.0)
            padded(ReplicationPad1d(listOf(2, 1))) shouldBe listOf(1.0, 1.0, 1.0, 2.0, 3.0, 3.0)
            padded(CircularPad1d(listOf(2, 1))) shouldBe listOf(2.0, 3.0, 1.0, 2.0, 3.0, 1.0)
            padded(ZeroPad1d(listOf(-1, 0))) shouldBe listOf(2.0, 3.0)
        }
        test("the numbers are left, right, top, bottom, front, back") {
            val plane = listOf(1, 2, 3, 0)
            for (pad in listOf(ConstantPad2d(plane, 1.0), ZeroPad2d(plane), ReplicationPad2d(plane))) {
                pad.call(spread(2, 3, 4)).sizes.toList() shouldBe listOf(2, 6, 7)
            }
            for (pad in listOf(ReflectionPad2d(1), CircularPad2d(1))) {
                pad.call(spread(1, 2, 3, 4)).sizes.toList() shouldBe listOf(1, 2, 5, 6)
            }
            val volume = listOf(0, 1, 1, 0, 0, 2)
            for (pad in listOf(ConstantPad3d(volume, 1.0), ZeroPad3d(volume), ReplicationPad3d(volume))) {
                pad.call(spread(1, 2, 3, 4)).sizes.toList() shouldBe listOf(1, 4, 4, 5)
            }
            for (pad in listOf(ReflectionPad3d(1), CircularPad3d(1))) {
                pad.call(spread(1, 1, 2, 3, 4)).sizes.toList() shouldBe listOf(1, 1, 4, 5, 6)
            }
            for (pad in listOf(ConstantPad3d(1, 2.0), ZeroPad3d(1), ReplicationPad3d(1))) {
                pad.call(spread(1, 1, 2, 3, 4)).sizes.toList() shouldBe listOf(1, 1, 4, 5, 6)
            }
            for (pad in listOf(ConstantPad2d(1, 2.0), ZeroPad2d(1), ReplicationPad2d(1))) {
                pad.call(spread(1, 3, 4)).sizes.toList() shouldBe listOf(1, 5, 6)
            }
            for (pad in listOf(ConstantPad1d(1, 2.0), ReflectionPad1d(1), ReplicationPad1d(1), CircularPad1d(1))) {
                pad.call(spread(1, 4)).sizes.toList() shouldBe listOf(1, 6)
            }
            CircularPad2d(listOf(1, 0, 0, 0)).call(spread(1, 2, 2)).sizes.toList() shouldBe listOf(1, 2, 3)
            ReflectionPad3d(listOf(1, 0, 0, 0, 0, 0)).call(spread(1, 2, 2, 2)).sizes.toList() shouldBe listOf(1, 2, 2, 3)
        }
        test("the axes of the result are named") {
            val line: Tensor<Cube<Batch, Colors, Wider>> = ZeroPad1d(1)(ones(Batch of 1, Colors, Wide), length = Wider of 6)
            line.sizes.toString() shouldBe "[Batch = 1, Colors = 2, Wider = 6]"
            val one: Tensor<Mat<Colors, Wider>> = ZeroPad1d(1)(ones(Colors, Wide), Wider)
            one.sizes.toString() shouldBe "[Colors = 2, Wider = 6]"
            val planes: Tensor<Rank4<Batch, Colors, Higher, Wider>> = ZeroPad2d(1)(ones(Batch of 1, Colors, High, Wide), Higher, Wider)
            planes.sizes.toString() shouldBe "[Batch = 1, Colors = 2, Higher = 5, Wider = 6]"
            val plane: Tensor<Cube<Colors, Higher, Wider>> = ReflectionPad2d(1)(ones(Colors, High, Wide), Higher, Wider)
            plane.sizes.toString() shouldBe "[Colors = 2, Higher = 5, Wider = 6]"
            val volumes: Tensor<Rank5<Batch, Colors, Wide, Higher, Wider>> =
                CircularPad3d(1)(ones(Batch of 1, Colors, Deep, High, Wide), Wide, Higher, Wider)
            volumes.sizes.toString() shouldBe "[Batch = 1, Colors = 2, Wide = 4, Higher = 5, Wider = 6]"
            val volume: Tensor<Rank4<Colors, Wide, Higher, Wider>> = ZeroPad3d(1)(ones(Colors, Deep, High, Wide), Wide, Higher, Wider)
            volume.sizes.toString() shouldBe "[Colors = 2, Wide = 4, Higher = 5, Wider = 6]"
            ZeroPad3d(1)(ones(Colors, Deep, High, Wide).untyped()).sizes.toList() shouldBe listOf(2, 4, 5, 6)
            ZeroPad2d(1)(ones(Colors, High, Wide).untyped()).sizes.toList() shouldBe listOf(2, 5, 6)
            ZeroPad1d(1)(ones(Colors, Wide).untyped()).sizes.toList() shouldBe listOf(2, 6)
        }
        test("what they refuse") {
            problem { ZeroPad2d(listOf(1, 2)) } shouldBe "zero_pad2d: padding needs one number or 4: [1, 2]"
            problem { ConstantPad1d(emptyList(), 1.0) } shouldBe "constant_pad1d: padding needs one number or 2: []"
            problem { CircularPad3d(listOf(1, 2, 3)) } shouldBe "circular_pad3d: padding needs one number or 6: [1, 2, 3]"
            problem { ZeroPad2d(1).call(spread(2, 2)) } shouldBe "zero_pad2d: needs 3 or 4 axes: [2, 2] given"
            problem { ReflectionPad1d(3).call(spread(1, 3)) } shouldBe "pad: too few elements on axis 1: 3 for pads 3 and 3"
            problem { ZeroPad2d(-2).call(spread(1, 3, 3)) } shouldBe
                "constant_pad_nd: axis 2 of size 3 cannot take pads -2 and -2"
            problem { ZeroPad2d(2)(ones(Colors, High, Wide), Higher, Wider) } shouldBe
                "zero_pad2d: the number of rows differs from that of Higher: 7 != 5"
        }
        test("what is printed") {
            ConstantPad2d(1, 2.5).toString() shouldBe "ConstantPad2d(padding = [1, 1, 1, 1], number = 2.5)"
            ReflectionPad1d(listOf(1, 2)).toString() shouldBe "ReflectionPad1d(padding = [1, 2])"
        }
    })
