package dev.rankine.kernels

import dev.rankine.conformance.Form
import dev.rankine.ops.SoftmaxAttributes
import dev.rankine.ops.logSoftmaxGradientOp
import dev.rankine.ops.logSoftmaxOp
import dev.rankine.ops.softmaxGradientOp
import dev.rankine.ops.softmaxOp
import dev.rankine.shapes.DType
import io.kotest.core.spec.style.FunSpec
import java.util.Random

/** Softmax along another axis than the last: widths around one vector, a few, a table; more rows than are added at once. */
internal class ColumnsTest :
    FunSpec({
        val shapes =
            listOf(
                listOf(1, 1, 16),
                listOf(3, 5, 17),
                listOf(40, 1, 33),
                listOf(2, 65, 64),
                listOf(2, 200, 49),
                listOf(3, 7, 81),
                listOf(1, 70, 1030),
                listOf(2, 3, 2060),
                listOf(2, 1000, 150),
                listOf(5, 40, 3, 30),
                listOf(7, 33, 1, 1),
            )
        for (type in listOf(DType.F32, DType.F64)) {
            test("$type: softmax and its logarithm") {
                val random = Random(1)
                for (sizes in shapes) {
                    val x = Exactness.numbers(type, *sizes.toIntArray()) { random.nextGaussian() * 10 }
                    Exactness.check(softmaxOp, SoftmaxAttributes(1), listOf(x), if (type == DType.F32) 8.0 else 64.0, FORMS)
                    Exactness.check(logSoftmaxOp, SoftmaxAttributes(1), listOf(x), 8.0, FORMS)
                }
            }
            test("$type: gradients") {
                val random = Random(2)
                for (sizes in shapes) {
                    val dy = Exactness.normal(random, type, *sizes.toIntArray())
                    val shares = Exactness.numbers(type, *sizes.toIntArray()) { random.nextDouble() / sizes[1] }
                    val logarithms = Exactness.numbers(type, *sizes.toIntArray()) { -random.nextDouble() * 20 }
                    Exactness.check(softmaxGradientOp, SoftmaxAttributes(1), listOf(dy, shares), 64.0, FORMS, scales = listOf(1.0))
                    val scale = listOf(1.0 + 4 * sizes[1])
                    Exactness.check(logSoftmaxGradientOp, SoftmaxAttributes(1), listOf(dy, logarithms), 8.0, FORMS, scales = scale)
                }
            }
            test("$type: NaN, infinities and numbers far apart") {
                val random = Random(3)
                for (sizes in listOf(intArrayOf(3, 9, 40), intArrayOf(2, 20, 150))) {
                    for (some in listOf(2, 20, 200)) {
                        val x =
                            Exactness.numbers(type, *sizes) {
                                if (random.nextInt(some) ==
                                    0
                                ) {
                                    SPECIAL.random(random)
                                } else {
                                    random.nextGaussian()
                                }
                            }
                        Exactness.check(softmaxOp, SoftmaxAttributes(1), listOf(x), 8.0)
                        Exactness.check(logSoftmaxOp, SoftmaxAttributes(1), listOf(x), 8.0)
                        val dy = Exactness.normal(random, type, *sizes)
                        val y =
                            Exactness.numbers(type, *sizes) {
                                if (random.nextInt(some) ==
                                    0
                                ) {
                                    RESULTS.random(random)
                                } else {
                                    random.nextGaussian()
                                }
                            }
                        Exactness.check(softmaxGradientOp, SoftmaxAttributes(1), listOf(dy, y), 64.0)
                        Exactness.check(logSoftmaxGradientOp, SoftmaxAttributes(1), listOf(dy, y), 256.0)
                    }
                }
            }
        }
    })

private val FORMS = listOf(Form.DENSE, Form.OFFSET, Form.TRANSPOSED)
private const val INFINITY = Double.POSITIVE_INFINITY
private val SPECIAL = listOf(Double.NaN, INFINITY, -INFINITY, 0.0, 80.0, -80.0, 1e30, -1e30, -720.0, -0.0)
private val RESULTS = listOf(Double.NaN, INFINITY, -INFINITY, 60.0, -60.0, -1e3, 0.0)

private fun List<Double>.random(random: Random): Double = get(random.nextInt(size))
