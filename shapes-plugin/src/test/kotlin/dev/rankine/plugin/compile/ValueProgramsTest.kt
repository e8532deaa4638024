package dev.rankine.plugin.compile

import io.kotest.core.spec.style.FunSpec

internal class ValueProgramsTest :
    FunSpec({
        test("literals") {
            check(
                accepts("val y = zeros(2, 3) matmul zeros(3, 4)"),
                refuses("val y = zeros(2, 3) matmul zeros(4, 5)", "matmul: k differs: 3 != 4; left [2, 3], right [4, 5]"),
                refuses("val y = matmul(right = zeros(4, 5), left = zeros(2, 3))", "matmul: k differs: 3 != 4; left [2, 3], right [4, 5]"),
                refuses("val y = zeros(2, 3) + zeros(4)", "plus: sizes do not broadcast: 3 against 4 on axis -1; left [2, 3], right [4]"),
                accepts("val y = zeros(2, 3) + zeros(2, 1)"),
                refuses(
                    "val y = conv2d(zeros(8, 3, 28, 28), zeros(16, 3, 31, 31), padding = 1)",
                    "conv2d: kernel is taller than the padded input: 30 <= 30; input [8, 3, 28, 28], weight [16, 3, 31, 31]",
                ),
                accepts("val y = conv2d(zeros(8, 3, 28, 28), zeros(16, 3, 31, 31), padding = 2)"),
                refuses(
                    "val y = zeros(2, 3, 4).reshape(5, 5)",
                    "reshape: another number of elements: 24 != 25; input [2, 3, 4], dims [5, 5]",
                ),
            )
        }
        test("types") {
            check(
                accepts("fun f(x: Tensor<Mat<Batch, Pixels>>, w: Tensor<Mat<Pixels, Digit>>) = x matmul w"),
                accepts("val y = zeros(Batch of 32, Pixels) matmul zeros(Pixels, Digit)"),
                refuses(
                    "fun f(x: Tensor<Mat<Batch, Pixels>>) = x.renamed(Digit)",
                    "renamed: needs out == n: 10 == 784 is false; input [Batch, Pixels = 784]",
                ),
                refuses(
                    "fun f(x: Tensor<Mat<Batch, Hidden>>) = x.renamed(Digit)",
                    "renamed: needs out == n: 10 == 512 is false; input [Batch, Hidden = 512]",
                ),
                refuses("val axis = Pixels of 100", "axis: Pixels was declared with size 784: 100 given"),
            )
        }
        test("layers") {
            check(
                refuses(
                    """
                    class M : Module() {
                        val conv by Conv2d(Digit, Hidden, kernel = 3)
                        fun f(x: Tensor<Rank4<Batch, Digit, Pixels, Pixels>>) = conv(x)
                    }
                    """,
                    "conv2d: rows are not kept: 784 != 782; input [Batch, Digit = 10, Pixels = 784, Pixels = 784]",
                ),
                accepts(
                    """
                    class M : Module() {
                        val conv by Conv2d(Digit, Hidden, kernel = 3, padding = 1)
                        fun f(x: Tensor<Rank4<Batch, Digit, Pixels, Pixels>>) = conv(x)
                    }
                    """,
                ),
                refuses(
                    """
                    val net = Sequential(Conv2d(Dyn of 3, Dyn of 8, 5), Flatten(), untypedLinear(4_600, 10))
                    val y = net.call(zeros(16, 3, 28, 28))
                    """,
                    "part 2, linear: inputs of the layer: 4608 != 4600; input [16, 4608]",
                ),
                accepts(
                    """
                    val net = Sequential(Conv2d(Dyn of 3, Dyn of 8, 5), Flatten(), untypedLinear(4_608, 10))
                    val y = net.call(zeros(16, 3, 28, 28)) matmul zeros(10, 3)
                    """,
                ),
            )
        }
    })
