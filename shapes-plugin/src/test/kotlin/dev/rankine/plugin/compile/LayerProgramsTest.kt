package dev.rankine.plugin.compile

import io.kotest.core.spec.style.FunSpec

internal class LayerProgramsTest :
    FunSpec({
        val image = "Tensor<Rank4<Batch, Digit, Pixels, Pixels>>"

        test("a function's own rule with the numbers of the constructor") {
            check(
                refuses(
                    "class M : Module() {\nval conv by Conv2d(Digit, Hidden, kernel = 3)\nfun f(x: $image) = conv(x)\n}",
                    "conv2d: rows are not kept: 784 != 782; input [Batch, Digit = 10, Pixels = 784, Pixels = 784]",
                ),
                accepts("class M : Module() {\nval conv by Conv2d(Digit, Hidden, kernel = 3, padding = 1)\nfun f(x: $image) = conv(x)\n}"),
                refuses(
                    "class M : Module() {\nval conv = Conv2d(Digit, Hidden, kernel = listOf(3, 3))\nfun f(x: $image) = conv.invoke(x)\n}",
                    "conv2d: rows are not kept: 784 != 782; input [Batch, Digit = 10, Pixels = 784, Pixels = 784]",
                ),
                accepts("class M(val conv: Conv2d<Digit, Hidden>) : Module() {\nfun f(x: $image) = conv(x)\n}"),
                accepts("class M(n: Int) : Module() {\nval conv by Conv2d(Digit, Hidden, n)\nfun f(x: $image) = conv(x)\n}"),
                refuses(
                    "fun make() = Conv2d(Digit, Hidden, 3)\nclass M : Module() {\nval conv by make()\nfun f(x: $image) = conv(x)\n}",
                    "conv2d: rows are not kept: 784 != 782; input [Batch, Digit = 10, Pixels = 784, Pixels = 784]",
                ),
                accepts(
                    "fun make(n: Int) = Conv2d(Digit, Hidden, n)\nclass M : Module() {\nval conv by make(3)\nfun f(x: $image) = conv(x)\n}",
                ),
            )
        }
        test("a class's rule") {
            check(
                refuses(
                    "val y = Linear(Pixels, Digit).call(zeros(32, 785))",
                    "linear: inputs of the layer: 785 != 784; input [32, 785]",
                ),
                accepts("val y = Linear(Pixels, Digit).call(zeros(32, 784)) matmul zeros(10, 1)"),
                refuses(
                    "val y = Linear(Pixels, Digit).call(zeros(32, 784)) matmul zeros(11, 1)",
                    "matmul: k differs: 10 != 11; left [32, 10], right [11, 1]",
                ),
                accepts("fun f(layer: Linear<Pixels, Digit>) = layer.call(zeros(32, 785))"),
                refuses(
                    "val layer = untypedLinear(784, 10)\nval y = layer.call(zeros(32, 785))",
                    "linear: inputs of the layer: 785 != 784; input [32, 785]",
                ),
                accepts("val layer = untypedLinear(784, 10)\nval y = layer.call(zeros(32, 784))"),
            )
        }
        test("numbers that a constructor has no parameter for are defaults where the class states its rule, else unknown") {
            check(
                refuses("val y = Slide(2).slide(zeros(4, 2))", "slide: kernel is too long: 4 < 6; input [4, 2]"),
                accepts("val y = Slide(1).slide(zeros(4, 2))"),
                accepts("class Own(kernel: Int) : Windows()\nval y = Own(2).slide(zeros(4, 2))"),
            )
        }
        test("tensors that are left out are no inputs of a class's rule") {
            check(
                refuses("val y = Encoder(3).call(zeros(2, 4))", "encoder: the features do not divide into heads: 4 % 3 != 0; input [2, 4]"),
                accepts("val y = Encoder(2).call(zeros(2, 4))"),
                accepts("fun f(mask: Value) = Encoder(3).call(zeros(2, 4), mask)"),
            )
        }
        test("parameters") {
            check(
                refuses(
                    """
                    class M : Module() {
                        val weight by parameter(Pixels.axis(), Digit.axis())
                        fun f(x: Tensor<Mat<Batch, Pixels>>) = weighted(x, weight)
                    }
                    """,
                    "weighted: Pixels and Digit differ: 784 != 10; left [Batch, Pixels = 784], right [Pixels = 784, Digit = 10]",
                ),
                accepts(
                    """
                    class M : Module() {
                        val weight by parameter(Pixels.axis(), Batch of 784)
                        fun f(x: Tensor<Mat<Batch, Pixels>>) = weighted(x, weight)
                    }
                    """,
                ),
            )
        }
        test("chains") {
            val parts = "Conv2d(Dyn of 3, Dyn of 8, 5), Flatten()"
            val clash = "part 2, linear: inputs of the layer: 4608 != 4600; input [16, 4608]"
            check(
                refuses("val net = Sequential($parts, untypedLinear(4_600, 10))\nval y = net.call(zeros(16, 3, 28, 28))", clash),
                refuses("val net = Sequential(listOf($parts, untypedLinear(4_600, 10)))\nval y = net.call(zeros(16, 3, 28, 28))", clash),
                accepts(
                    "val net = Sequential($parts, untypedLinear(4_608, 10))\nval y = net.call(zeros(16, 3, 28, 28)) matmul zeros(10, 3)",
                ),
                refuses(
                    "val net = Sequential($parts, untypedLinear(4_608, 10))\nval y = net.call(zeros(16, 3, 28, 28)) matmul zeros(11, 3)",
                    "matmul: k differs: 10 != 11; left [16, 10], right [11, 3]",
                ),
                accepts("fun f(part: Mapping) = Sequential(part, untypedLinear(3, 10)).call(zeros(16, 4))"),
                accepts("fun f(part: Mapping) = Sequential(untypedLinear(4, 10), part, untypedLinear(3, 10)).call(zeros(16, 4))"),
                refuses(
                    "fun f(part: Mapping) = Sequential(untypedLinear(3, 10), part).call(zeros(16, 4))",
                    "part 0, linear: inputs of the layer: 4 != 3; input [16, 4]",
                ),
                refuses(
                    "val net = Linear(Pixels, Hidden) then Linear(Hidden, Digit)\nval y = net.call(zeros(2, 7))",
                    "part 0, linear: inputs of the layer: 7 != 784; input [2, 7]",
                ),
                refuses(
                    "val net = Linear(Pixels, Hidden).relu().linear(64)\nval y = net.call(zeros(2, 784)) matmul zeros(63, 2)",
                    "matmul: k differs: 64 != 63; left [2, 64], right [63, 2]",
                ),
                accepts("val net = Linear(Pixels, Hidden).relu().linear(64)\nval y = net.call(zeros(2, 784)) matmul zeros(64, 2)"),
                refuses(
                    "fun f(n: Int) = Linear(Pixels, Hidden).linear(n).linear(9).call(zeros(2, 784)) matmul zeros(8, 2)",
                    "matmul: k differs: 9 != 8; left [2, 9], right [8, 2]",
                ),
                accepts("fun f(parts: Array<Mapping>) = Sequential(*parts).call(zeros(16, 4))"),
                accepts("fun <M : Mapping> f(part: M) = Sequential(part, untypedLinear(3, 10)).call(zeros(16, 4))"),
                accepts("class Own : Mapping()\nval y = Sequential(Own(), untypedLinear(3, 10)).call(zeros(16, 4))"),
            )
        }
        test("arguments of chains that are no mappings") {
            val net = "fun f(p: Double) = Linear(Pixels, Hidden).dropout(p).activation(\"twice\") { it + it }"
            check(
                refuses(
                    "$net.call(zeros(2, 784)) matmul zeros(511, 2)",
                    "matmul: k differs: 512 != 511; left [2, 512], right [511, 2]",
                ),
                accepts("$net.call(zeros(2, 784)) matmul zeros(512, 2)"),
            )
        }
        test("numbers of a parameter") {
            val weight = "class M : Module() {\nval weight by parameter(Pixels.axis(), Digit.axis())\n"
            check(
                refuses(
                    "${weight}fun f() = zeros(2, 785) matmul weight.value\n}",
                    "matmul: Pixels differs: 785 != 784; left [2, 785], right [Pixels = 784, Digit = 10]",
                ),
                accepts("${weight}fun f() = zeros(2, 784) matmul weight.value\n}"),
                refuses(
                    "${weight}fun f() = zeros(Batch of 2, Hidden).value matmul weight.tensor.value\n}",
                    "matmul: Hidden and Pixels differ: 512 != 784; left [Batch = 2, Hidden = 512], right [Pixels = 784, Digit = 10]",
                ),
                accepts("${weight}fun f() = zeros(Batch of 2, Pixels) matmul weight.tensor\n}"),
                refuses(
                    "${weight}fun f() = weight.assign(zeros(11))\n}",
                    "assign: sizes do not broadcast: 10 against 11 on axis -1; left [Pixels = 784, Digit = 10], right [11]",
                ),
                accepts("${weight}fun f() = weight.assign(zeros(784, 1))\n}"),
            )
        }
    })
