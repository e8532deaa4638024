package dev.rankine.plugin.compile

import io.kotest.core.spec.style.FunSpec

internal class TypeProgramsTest :
    FunSpec({
        test("types and values complete each other") {
            check(
                accepts("fun f(x: Tensor<Mat<Batch, Pixels>>, w: Tensor<Mat<Pixels, Digit>>) = x matmul w"),
                accepts("val y = zeros(Batch of 32, Pixels) matmul zeros(Pixels, Digit)"),
                refuses(
                    "val y = zeros(Batch of 32, Pixels) + zeros(Batch of 17, Pixels)",
                    "add: sizes do not broadcast: 32 against 17 on axis -2; " +
                        "left [Batch = 32, Pixels = 784], right [Batch = 17, Pixels = 784]",
                ),
                accepts("fun f(n: Int) = zeros(Batch of n, Pixels) + zeros(Batch of 17, Pixels)"),
                accepts("fun f(x: Tensor<Mat<Batch, Pixels>>, n: Int) = x.typed(Batch of 3, Digit)"),
                refuses(
                    "fun f(x: Tensor<Mat<Hidden, Pixels>>) = x.typed(Hidden, Digit)",
                    "typed: needs prod(x) == a*b: 401408 == 5120 is false; input [Hidden = 512, Pixels = 784]",
                ),
                accepts("typealias Row<D> = Tensor<Mat<Batch, D>>\nfun f(x: Row<Pixels>) = x.renamed(Batch of 784)"),
                refuses(
                    "typealias Row<D> = Tensor<Mat<Batch, D>>\nfun f(x: Row<Pixels>) = x.renamed(Digit)",
                    "renamed: needs out == n: 10 == 784 is false; input [Batch, Pixels = 784]",
                ),
                refuses(
                    "fun f(x: Tensor<Mat<Batch, Pixels>>?) = x?.renamed(Digit)",
                    "renamed: needs out == n: 10 == 784 is false; input [Batch, Pixels = 784]",
                ),
                refuses(
                    "fun f(x: Any) { if (x is Tensor<*>) (x as Tensor<Mat<Batch, Pixels>>).renamed(Digit) }",
                    "renamed: needs out == n: 10 == 784 is false; input [Batch, Pixels = 784]",
                ),
            )
        }
        test("named result axes of the wrong size") {
            val dims = "object Rows : Dim<Rows>(28)\nobject R24 : Dim<R24>(24)\nobject C23 : Dim<C23>(23)\nobject Kernel : Dim<Kernel>(5)\n"
            val head = "${dims}fun f(x: Tensor<Rank4<Batch, Digit, Rows, Rows>>, k: Tensor<Rank4<Hidden, Digit, Kernel, Kernel>>)"
            check(
                refuses(
                    "$head = x.conv2d(k, R24, C23)",
                    "conv2d: columns of the result: 23 != 24; left [Batch, Digit = 10, Rows = 28, Rows = 28], " +
                        "right [Hidden = 512, Digit = 10, Kernel = 5, Kernel = 5]",
                ),
                accepts("$head = x.conv2d(k, R24, R24)"),
                refuses(
                    "$dims\nclass M : Module() {\nval conv by Conv2d(Digit, Hidden, kernel = 5)\n" +
                        "fun f(x: Tensor<Rank4<Batch, Digit, Rows, Rows>>) = conv(x, rows = R24, columns = C23)\n}",
                    "conv2d: result axis 3 is C23 = 23: 24 computed; result [?, 512, 24, 24]",
                ),
                accepts(
                    "$dims\nclass M : Module() {\nval conv by Conv2d(Digit, Hidden, kernel = 5)\n" +
                        "fun f(x: Tensor<Rank4<Batch, Digit, Rows, Rows>>) = conv(x, rows = R24, columns = R24)\n}",
                ),
            )
        }
        test("a contradiction that is none of a call is not reported") {
            check(
                accepts("val x: Tensor<Mat<Batch, Pixels>> = zeros(Digit, Digit).unchecked()\nval y = x + x"),
                accepts("fun f(x: Tensor<Mat<Batch, One>>): Tensor<Mat<Batch, Pixels>> = x.unchecked()"),
            )
        }
    })
