package dev.rankine.kernels

import dev.rankine.ops.AdamStepAttributes
import dev.rankine.ops.Evaluator
import dev.rankine.ops.OpN
import dev.rankine.ops.SgdStepAttributes
import dev.rankine.ops.Update
import dev.rankine.ops.UpdateKernel
import dev.rankine.ops.Value
import dev.rankine.ops.adamStepOp
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.ops.sgdStepOp
import dev.rankine.ops.slice
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.transpose
import dev.rankine.ops.updateInPlace
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.types.shouldBeInstanceOf
import java.util.Random

/** Steps of many parameters at once, in place, against the rows' definitions. */
internal class StepKernelsTest :
    FunSpec({
        val rows = PlainBackend("rows", kernels = false)
        val sizes = listOf(1, 0, 15, 16, 17, 2047, 2048, 2049, 70_001, 300)
        val adam = AdamStepAttributes(stepSize = 0.01, correction = 0.3, beta1 = 0.9, beta2 = 0.99, epsilon = 1e-3)
        val sgd = SgdStepAttributes(learningRate = 0.1, momentum = 0.9)

        fun values(backend: dev.rankine.ops.Backend, dtype: DType, n: Int, count: Int): Array<Value> {
            val random = Random(n + 1L)
            return Array(count) { operand ->
                val numbers = DoubleArray(n) { if (operand >= 3) random.nextDouble() else random.nextGaussian() }
                val array: Any = if (dtype == DType.F32) FloatArray(n) { numbers[it].toFloat() } else numbers
                valueOf(array, dtype, Sizes.of(n), backend)
            }
        }

        fun <A : Any> compare(backend: VectorBackend, op: OpN<A>, attributes: A, count: Int) {
            for (dtype in listOf(DType.F32, DType.F64)) {
                val updates =
                    sizes.map { n ->
                        val inputs = values(backend, dtype, n, count)
                        Update(attributes, inputs, inputs.filterIndexed { i, _ -> i != 1 }.toTypedArray())
                    }
                backend.kernel(op, attributes, arrayOf(*updates[0].inputs)).shouldBeInstanceOf<UpdateKernel<*>>()
                val versions = updates.map { Evaluator.store(it.targets[0]).version }
                updateInPlace(op, updates)
                updates.map { Evaluator.store(it.targets[0]).version } shouldBe versions.map { it + 1 }
                val tolerance = if (dtype == DType.F32) 1e-5 else 1e-13
                for ((n, update) in sizes.zip(updates)) {
                    val expected = op(attributes, values(rows, dtype, n, count).asList())
                    for ((target, result) in update.targets.zip(expected)) {
                        val (found, wanted) = target.toDoubleArray() to result.toDoubleArray()
                        wanted.indices.filter { !(Math.abs(found[it] - wanted[it]) <= tolerance * (1 + Math.abs(wanted[it]))) } shouldBe
                            emptyList()
                    }
                    update.inputs[1].toDoubleArray() shouldBe values(rows, dtype, n, count)[1].toDoubleArray()
                }
            }
        }

        for (bits in listOf(128, 256, 512)) {
            val backend = VectorBackend(bits, "vector-$bits")
            val adams =
                listOf(
                    adam,
                    adam.copy(weightDecay = 0.1),
                    adam.copy(shrink = 0.99, maximize = true),
                    adam.copy(amsgrad = true),
                    adam.copy(weightDecay = 0.1, shrink = 0.99, maximize = true, amsgrad = true),
                )
            val sgds =
                listOf(
                    sgd.copy(momentum = 0.0),
                    sgd.copy(momentum = 0.0, maximize = true),
                    sgd.copy(momentum = 0.0, weightDecay = 0.1),
                    sgd.copy(momentum = 0.0, weightDecay = 0.1, maximize = true),
                    sgd,
                    sgd.copy(nesterov = true),
                    sgd.copy(dampening = 0.25, weightDecay = 0.1),
                    sgd.copy(nesterov = true, weightDecay = 0.1),
                    sgd.copy(weightDecay = 0.1, maximize = true),
                    sgd.copy(nesterov = true, maximize = true),
                    sgd.copy(isFirst = true, weightDecay = 0.1, maximize = true),
                    sgd.copy(isFirst = true, nesterov = true),
                )

            context("$bits bits") {
                for (attributes in adams) test("$attributes") { compare(backend, adamStepOp, attributes, if (attributes.amsgrad) 5 else 4) }

                for (attributes in sgds) {
                    test("$attributes") {
                        compare(
                            backend,
                            sgdStepOp,
                            attributes,
                            if (attributes.momentum ==
                                0.0
                            ) {
                                2
                            } else {
                                3
                            },
                        )
                    }
                }

                test("a parameter that is not dense goes by the definition, and nothing beside it changes") {
                    val whole = values(backend, DType.F32, 40 * 50, 1)[0]
                    val matrix =
                        Evaluator
                            .store(
                                whole,
                            ).let {
                                Value(
                                    DType.F32,
                                    dev.rankine.shapes.Layout
                                        .of(Sizes.of(40, 50)),
                                    backend,
                                    it,
                                )
                            }
                    val part = transpose(slice(matrix, 1, 3, 20), 0, 1)
                    val before = matrix.toDoubleArray()
                    val gradient = valueOf(FloatArray(17 * 40) { it.toFloat() }, DType.F32, Sizes.of(17, 40), backend)
                    updateInPlace(sgdStepOp, listOf(Update(SgdStepAttributes(1.0), arrayOf(part, gradient), arrayOf(part))))
                    val after = matrix.toDoubleArray()
                    for (i in after.indices) {
                        val (row, column) = i / 50 to i % 50
                        val change = if (column in 3 until 20) (column - 3) * 40 + row else 0
                        after[i] shouldBe (before[i].toFloat() - change.toFloat()).toDouble()
                    }
                }
            }
        }
    })
