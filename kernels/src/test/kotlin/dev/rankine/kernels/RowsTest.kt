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

internal class RowsTest :
    FunSpec({
        val shapes =
            listOf(1 to 1, 1 to 2, 700 to 3, 1000 to 10, 50 to 31, 50 to 32, 60 to 33, 400 to 65, 9 to 1000, 2 to 5001, 100_000 to 1)
        for (type in listOf(DType.F32, DType.F64)) {
            test("$type: softmax and its logarithm") {
                val random = Random(1)
                for ((rows, n) in shapes) {
                    val x = Exactness.numbers(type, rows, n) { random.nextGaussian() * 10 }
                    Exactness.check(softmaxOp, SoftmaxAttributes(1), listOf(x), if (type == DType.F32) 8.0 else 64.0, FORMS)
                    Exactness.check(logSoftmaxOp, SoftmaxAttributes(1), listOf(x), 8.0, FORMS)
                }
            }
            test("$type: gradients of softmax and its logarithm") {
                val random = Random(3)
                for ((rows, n) in shapes) {
                    val dy = Exactness.normal(random, type, rows, n)
                    val shares = Exactness.numbers(type, rows, n) { random.nextDouble() / n }
                    val logarithms = Exactness.numbers(type, rows, n) { -random.nextDouble() * 20 }
                    Exactness.check(softmaxGradientOp, SoftmaxAttributes(1), listOf(dy, shares), 64.0, FORMS, scales = listOf(1.0))
                    val scale = 1 + (0 until rows).maxOf { row -> (0 until n).sumOf { Math.abs(dy.double(row * n + it)) } }
                    Exactness.check(logSoftmaxGradientOp, SoftmaxAttributes(1), listOf(dy, logarithms), 8.0, FORMS, scales = listOf(scale))
                }
            }
            test("$type: gradients of results that softmax never has") {
                val random = Random(4)
                val special = doubleArrayOf(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 60.0, -60.0, -1e3, 0.0)
                for ((rows, n) in listOf(300 to 1, 200 to 10, 100 to 40, 30 to 200)) {
                    val dy = Exactness.normal(random, type, rows, n)
                    val y =
                        Exactness.numbers(type, rows, n) {
                            if (random.nextInt(30) ==
                                0
                            ) {
                                special[random.nextInt(7)]
                            } else {
                                random.nextGaussian()
                            }
                        }
                    Exactness.check(softmaxGradientOp, SoftmaxAttributes(1), listOf(dy, y), 64.0)
                    Exactness.check(logSoftmaxGradientOp, SoftmaxAttributes(1), listOf(dy, y), 256.0)
                }
            }
            test("$type: softmax of NaN, infinities and numbers far apart") {
                val random = Random(2)
                val special =
                    doubleArrayOf(
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        0.0,
                        80.0,
                        -80.0,
                        1e30,
                        -1e30,
                        -720.0,
                        -0.0,
                    )
                for ((rows, n) in listOf(300 to 1, 300 to 2, 400 to 10, 200 to 40, 30 to 200)) {
                    for (some in listOf(2, 20)) {
                        val x =
                            Exactness.numbers(type, rows, n) {
                                if (random.nextInt(some) ==
                                    0
                                ) {
                                    special[random.nextInt(10)]
                                } else {
                                    random.nextGaussian()
                                }
                            }
                        Exactness.check(softmaxOp, SoftmaxAttributes(1), listOf(x), 8.0)
                        Exactness.check(logSoftmaxOp, SoftmaxAttributes(1), listOf(x), 8.0)
                    }
                }
                val nothing = Exactness.numbers(type, 3, 50) { Double.NEGATIVE_INFINITY }
                Exactness.check(softmaxOp, SoftmaxAttributes(1), listOf(nothing), 0.0)
            }
        }
    })

private val FORMS = listOf(Form.DENSE, Form.OFFSET, Form.TRANSPOSED)
