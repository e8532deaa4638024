package dev.rankine.data

import dev.rankine.ops.requireGradient
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.toLongArray
import dev.rankine.ops.transpose
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.Vec
import dev.rankine.shapes.of
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

private object Points : Dim<Points>()

private object Features : Dim<Features>(2)

@OptIn(UncheckedShape::class)
internal class TensorDatasetTest :
    FunSpec({
        val inputs = valueOf(floatArrayOf(0f, 1f, 10f, 11f, 20f, 21f), DType.F32, Sizes.named(Points of 3, Features of 2))
        val targets = valueOf(longArrayOf(5, 6, 7), 3).unchecked<Vec<Points>>()

        test("a batch holds the rows that were asked for, under the same names") {
            val dataset = TensorDataset(inputs.unchecked<Mat<Points, Features>>(), targets)
            dataset.size shouldBe 3
            val (x, y) = dataset.batch(intArrayOf(2, 0, 2, 1))
            x.sizes.toString() shouldBe "[Points = 4, Features = 2]"
            x.value.toFloatArray().toList() shouldBe listOf(20f, 21f, 0f, 1f, 20f, 21f, 10f, 11f)
            y.value.toLongArray().toList() shouldBe listOf(7L, 5L, 7L, 6L)
            dataset
                .batch(intArrayOf())
                .inputs.sizes
                .toString() shouldBe "[Points = 0, Features = 2]"
        }
        test("views, and no gradient flows into the examples") {
            val view = transpose(inputs, 0, 1).requireGradient()
            val dataset = TensorDataset(view.unchecked<Mat<Features, Points>>(), valueOf(longArrayOf(1, 2), 2).unchecked<Vec<Features>>())
            val (x, _) = dataset.batch(intArrayOf(1))
            x.value.toFloatArray().toList() shouldBe listOf(1f, 11f, 21f)
            x.value.requiresGradient shouldBe false
            x.sizes.toString() shouldBe "[1, Points = 3]"
        }
        test("tensors that do not go together") {
            shouldThrow<ShapeException> {
                TensorDataset(inputs.unchecked<Mat<Points, Features>>(), valueOf(longArrayOf(1, 2), 2).unchecked<Vec<Points>>())
            }.message!!.lines().first() shouldBe "tensor dataset: inputs and targets differ in number: 3 != 2"
            shouldThrow<ShapeException> {
                TensorDataset(
                    inputs.unchecked<Mat<Points, Features>>(),
                    valueOf(longArrayOf(1), DType.I64, Sizes.SCALAR).unchecked<Scalar>(),
                )
            }.message!!.lines().first() shouldBe "tensor dataset: a scalar holds no examples"
        }
    })
