package dev.rankine.plugin.compile

import io.kotest.core.spec.style.FunSpec

internal class DimProgramsTest :
    FunSpec({
        fun renamed(size: Int, known: Int, input: String) = "renamed: needs out == n: $size == $known is false; input $input"

        test("sizes that dims declare") {
            check(
                refuses("fun f(x: Tensor<Mat<Batch, Pixels>>) = x.renamed(Digit)", renamed(10, 784, "[Batch, Pixels = 784]")),
                accepts("object Flat : Dim<Flat>(28 * 28)\nfun f(x: Tensor<Mat<Batch, Pixels>>) = x.renamed(Flat)"),
                refuses(
                    "const val W = 28\nobject Flat : Dim<Flat>(W * W + 1)\nfun f(x: Tensor<Mat<Batch, Pixels>>) = x.renamed(Flat)",
                    renamed(785, 784, "[Batch, Pixels = 784]"),
                ),
                accepts("fun f(x: Tensor<Mat<Batch, Pixels>>) = x.renamed(Batch of 784)"),
                refuses("fun f(x: Tensor<Mat<Batch, Pixels>>) = x.renamed(Batch of 700)", renamed(700, 784, "[Batch, Pixels = 784]")),
                refuses("fun f(x: Tensor<Mat<Batch, Pixels>>) = x.renamed(Axis(Batch, 700))", renamed(700, 784, "[Batch, Pixels = 784]")),
                accepts("fun f(x: Tensor<Mat<Batch, Pixels>>, n: Int) = x.renamed(Batch of n)"),
                refuses(
                    "fun f(x: Tensor<Mat<Batch, Pixels>>, axis: Axis<Digit>) = x.renamed(axis)",
                    renamed(10, 784, "[Batch, Pixels = 784]"),
                ),
                refuses("val y = zeros(2, Pixels.size!!) matmul zeros(4, 4)", "matmul: k differs: 784 != 4; left [2, 784], right [4, 4]"),
                accepts("class Own(n: Int) : Dim<Own>(n)\nfun f(x: Tensor<Mat<Batch, Pixels>>) = x.renamed(Own(3))"),
                accepts(
                    "abstract class Named<D : Dim<D>>(n: Int) : Dim<D>(n + 1)\nobject N : Named<N>(3)\nfun f(x: Tensor<Mat<Batch, Pixels>>) = x.renamed(N)",
                ),
            )
        }
        test("dims of another module") {
            check(
                refuses("fun f(x: Tensor<Mat<Batch, Pixels>>) = x.renamed(Known)", renamed(256, 784, "[Batch, Pixels = 784]")),
                accepts("fun f(x: Tensor<Mat<Batch, Pixels>>) = x.renamed(Hushed)"),
                refuses("fun f(x: Tensor<Mat<Known, Pixels>>) = x.renamed(Digit)", renamed(10, 784, "[Known = 256, Pixels = 784]")),
            )
        }
        test("products, sums, halves, one") {
            check(
                accepts("fun f(x: Tensor<Mat<Batch, Times<Digit, Hidden>>>) = x.renamed(Dyn of 5120)"),
                refuses(
                    "fun f(x: Tensor<Mat<Batch, Times<Digit, Hidden>>>) = x.renamed(Dyn of 5121)",
                    renamed(5121, 5120, "[Batch, Digit*Hidden = 5120]"),
                ),
                refuses("fun f(x: Tensor<Mat<Batch, Pixels>>) = x.renamed(Digit * Hidden)", renamed(5120, 784, "[Batch, Pixels = 784]")),
                refuses("fun f(x: Tensor<Mat<Batch, Pixels>>) = x.renamed(Digit + Hidden)", renamed(522, 784, "[Batch, Pixels = 784]")),
                accepts("fun f(x: Tensor<Mat<Batch, Pixels>>) = x.renamed(Batch + Hidden)"),
                refuses(
                    "fun f(x: Tensor<Mat<Half<Half<Digit>>, Times<Plus<Digit, Batch>, Half<Pixels>>>>, y: Tensor<Mat<Digit, Half<Half<Pixels>>>>) = y.renamed(Digit)",
                    renamed(10, 196, "[Digit = 10, Pixels/4 = 196]"),
                ),
                refuses("val odd = (Digit.half).half", "dim: Digit/2 has no half: 5 is odd"),
                accepts("val even = Pixels.half.half\nfun f(x: Tensor<Mat<Batch, Half<Pixels>>>) = x.renamed(Pixels.half)"),
                refuses("fun f(x: Tensor<Mat<Batch, One>>) = x.renamed(Digit)", renamed(10, 1, "[Batch, 1]")),
            )
        }
        test("sizes that contradict a declaration") {
            check(
                refuses("val axis = Pixels of 100", "axis: Pixels was declared with size 784: 100 given"),
                refuses("val axis = Batch of -1", "axis: a size cannot be negative: Batch of -1"),
                accepts("val axis = Pixels of 784"),
                refuses("@KnownSize(6) object Seven : Dim<Seven>(7)", "dim: Seven is declared with size 7: @KnownSize(6) given"),
                accepts("@KnownSize(7) object Seven : Dim<Seven>(7)"),
                accepts("fun size() = 7\n@KnownSize(7) object Seven : Dim<Seven>(size())"),
            )
        }
    })
