package dev.rankine.data

import dev.rankine.ops.toLongArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Vec
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.scalar
import dev.rankine.tensor.tensorOf
import dev.rankine.tensor.toFloatArray
import dev.rankine.tensor.toLongArray
import dev.rankine.tensor.unchecked
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

@OptIn(UncheckedShape::class)
internal class PaddedTest :
    FunSpec({
        test("sequences are filled up to the longest; lengths and mask say where they are") {
            val sequences = listOf(longArrayOf(1, 2), longArrayOf(), longArrayOf(3, 4, 5)).map { tensorOf(it, Step of it.size) }
            val (values, lengths, mask) = sequences.pad(Row, Step, value = -1)
            values.sizes.toString() shouldBe "[Row = 3, Step = 3]"
            values.dtype shouldBe DType.I64
            values.toLongArray().toList() shouldBe listOf<Long>(1, 2, -1, -1, -1, -1, 3, 4, 5)
            lengths.toLongArray().toList() shouldBe listOf<Long>(2, 0, 3)
            lengths.sizes.toString() shouldBe "[Row = 3]"
            mask.dtype shouldBe DType.BOOL
            mask.value.toLongArray().toList() shouldBe listOf<Long>(1, 1, 0, 0, 0, 0, 1, 1, 1)
            mask.sizes.toString() shouldBe "[Row = 3, Step = 3]"
        }
        test("to the size that the dim declares") {
            val short = listOf(floatArrayOf(1f), floatArrayOf(2f, 3f)).map { valueOf(it, it.size).unchecked<Vec<Five>>() }
            val padded = short.pad(Row, Five)
            padded.values.sizes.toString() shouldBe "[Row = 2, Five = 5]"
            padded.values.toFloatArray().toList() shouldBe listOf(1f, 0f, 0f, 0f, 0f, 2f, 3f, 0f, 0f, 0f)
            padded.lengths.toLongArray().toList() shouldBe listOf<Long>(1, 2)
            val long = listOf(valueOf(FloatArray(6), 6).unchecked<Vec<Five>>())
            shouldThrow<ShapeException> { long.pad(Row, Five) }.message!!.lines()[0] shouldBe
                "pad: a sequence is longer than Five declares: 6 > 5"
        }
        test("sequences of vectors") {
            val sequences =
                listOf(
                    floatArrayOf(1f, 2f, 3f, 4f),
                    floatArrayOf(5f, 6f),
                ).map { tensorOf(it, Step of it.size / 2, Two.toAxis()) }
            val padded = sequences.pad(Row, Step)
            padded.values.sizes.toString() shouldBe "[Row = 2, Step = 2, Two = 2]"
            padded.values.toFloatArray().toList() shouldBe listOf(1f, 2f, 3f, 4f, 5f, 6f, 0f, 0f)
            padded.heldValues().size shouldBe 3
        }
        test("what cannot be padded") {
            shouldThrow<ShapeException> { emptyList<Tensor<Vec<Step>>>().pad(Row, Step) }.message shouldBe
                "pad: there is no sequence"
            val vectors = listOf(valueOf(FloatArray(4), 2, 2), valueOf(FloatArray(3), 1, 3)).map { it.unchecked<Mat<Step, Two>>() }
            shouldThrow<ShapeException> { vectors.pad(Row, Step) }.message!!.lines()[0] shouldBe
                "pad: sequences differ in more than their lengths"
        }
        test("labelled examples are stacked, of every rank") {
            fun number(n: Float) = scalar(n)
            val zero = listOf(1f, 2f).map { Labelled(number(it), number(-it)) }.collate(Row)
            zero.inputs.sizes.toString() shouldBe "[Row = 2]"
            zero.targets.toFloatArray().toList() shouldBe listOf(-1f, -2f)
            val one = listOf(1f, 2f, 3f).map { Labelled(tensorOf(floatArrayOf(it, it + 1), Two.toAxis()), number(it)) }.collate(Row)
            one.inputs.sizes.toString() shouldBe "[Row = 3, Two = 2]"
            one.inputs.toFloatArray().toList() shouldBe listOf(1f, 2f, 2f, 3f, 3f, 4f)
            val two = listOf(Labelled(tensorOf(FloatArray(4), Two.toAxis(), Step of 2), number(1f))).collate(Row)
            two.inputs.sizes.toString() shouldBe "[Row = 1, Two = 2, Step = 2]"
            val three = listOf(Labelled(tensorOf(FloatArray(4), Two.toAxis(), Step of 2, Step of 1), number(1f))).collate(Row)
            three.inputs.sizes.rank shouldBe 4
            val four = listOf(Labelled(tensorOf(FloatArray(4), Two.toAxis(), Step of 2, Step of 1, Step of 1), number(1f))).collate(Row)
            four.inputs.sizes.rank shouldBe 5
            shouldThrow<ShapeException> { emptyList<Labelled<Vec<Two>, Scalar>>().collate(Row) }.message shouldBe
                "stack: needs at least one value"
        }
    })
