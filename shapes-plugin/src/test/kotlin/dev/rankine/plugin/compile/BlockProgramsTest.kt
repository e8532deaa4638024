package dev.rankine.plugin.compile

import io.kotest.core.spec.style.FunSpec

internal class BlockProgramsTest :
    FunSpec({
        val clash = "matmul: k differs: 3 != 4; left [2, 3], right [4, 4]"

        test("it and this") {
            check(
                refuses("val y = zeros(2, 3).let { it matmul zeros(4, 4) }", clash),
                accepts("val y = zeros(2, 4).let { it matmul zeros(4, 4) }"),
                refuses("val y = zeros(2, 3).let { x -> x matmul zeros(4, 4) }", clash),
                refuses("val y = zeros(2, 3).run { matmul(zeros(4, 4)) }", clash),
                accepts("val y = zeros(2, 4).run { matmul(zeros(4, 4)) }"),
                refuses("val y = with(zeros(2, 3)) { this matmul zeros(4, 4) }", clash),
                refuses("val y = zeros(2, 3).also { it matmul zeros(4, 4) }", clash),
                refuses("val y = zeros(2, 3).apply { relu().relu() matmul zeros(4, 4) }", clash),
                refuses(
                    "fun f(x: Tensor<Mat<Batch, Pixels>>?) = x?.let { it.value matmul zeros(4, 4) }",
                    "matmul: Pixels differs: 784 != 4; left [Batch, Pixels = 784], right [4, 4]",
                ),
                refuses("val y = zeros(2, 3).let { a -> zeros(4, 4).let { a matmul it } }", clash),
                accepts("val y = zeros(2, 3).let { a -> zeros(4, 4).let { it matmul it } + zeros(1, 1) }"),
                accepts("fun f(block: (dev.rankine.ops.Value) -> dev.rankine.ops.Value) = zeros(2, 3).let(block) matmul zeros(4, 4)"),
                accepts("fun <T, R> T.let(block: (T) -> R): R = error(\"never run\")\nval y = zeros(2, 3).let { it matmul zeros(4, 4) }"),
            )
        }
        test("results") {
            check(
                refuses("val y = zeros(5, 2).let { zeros(2, 3) } matmul zeros(4, 4)", clash),
                accepts("val y = zeros(5, 2).let { zeros(2, 4) } matmul zeros(4, 4)"),
                refuses("val y = with(zeros(2, 3)) { val z = this; z + z } matmul zeros(4, 4)", clash),
                refuses("val y = run { zeros(2, 3) } matmul zeros(4, 4)", clash),
                refuses("val y = zeros(2, 3).also { zeros(4) }.apply { } matmul zeros(4, 4)", clash),
                accepts("val y = zeros(2, 4).also { zeros(3) }.apply { } matmul zeros(4, 4)"),
                accepts("fun f(c: Boolean) = zeros(2, 3).let { if (c) return@let zeros(2, 4); it } matmul zeros(4, 4)"),
                refuses(
                    "fun f(c: Boolean): Any? {\nreturn zeros(2, 3).let { if (c) return null; it } matmul zeros(4, 4)\n}",
                    clash,
                ),
                accepts("val n = intArrayOf(2, 3).apply { this[1] = 4 }\nval y = zeros(*n) matmul zeros(4, 4)"),
                accepts("val y = zeros(*intArrayOf(2, 3).apply { this[1] = 4 }) matmul zeros(4, 4)"),
            )
        }
        test("functions without parameters that are an expression") {
            check(
                refuses("fun x() = zeros(2, 3)\nval y = x() matmul zeros(4, 4)", clash),
                accepts("fun x() = zeros(2, 4)\nval y = x() matmul zeros(4, 4)"),
                accepts("fun x(n: Int) = zeros(2, n)\nval y = x(3) matmul zeros(4, 4)"),
                accepts("open class A {\nopen fun x() = zeros(2, 3)\nfun y() = x() matmul zeros(4, 4)\n}"),
                refuses("class A {\nfun x() = zeros(2, 3)\nfun y() = x() matmul zeros(4, 4)\n}", clash),
                accepts("fun x(): dev.rankine.ops.Value { return zeros(2, 3) }\nval y = x() matmul zeros(4, 4)"),
                accepts("fun x(): dev.rankine.ops.Value = if (true) x() else zeros(2, 3)\nval y = x() matmul zeros(4, 4)"),
            )
        }
        test("values and sizes of tensors") {
            check(
                refuses(
                    "val y = zeros(Batch of 2, Pixels).value matmul zeros(4, 4)",
                    "matmul: Pixels differs: 784 != 4; left [Batch = 2, Pixels = 784], right [4, 4]",
                ),
                accepts("val y = zeros(Batch of 2, Pixels).value matmul zeros(784, 4)"),
                refuses("val y = full(Sizes.named(Batch of 2, Dyn of 3)) matmul zeros(4, 4)", clash),
                accepts("val y = full(Sizes.named(Batch of 2, Dyn of 4)) matmul zeros(4, 4)"),
                refuses("val x = zeros(2, 3)\nval y = full(x.sizes) matmul zeros(4, 4)", clash),
                refuses("val x = zeros(5, 3)\nval y = zeros(2, x.sizes[1]) matmul zeros(4, 4)", clash),
                refuses("val x = zeros(5, 3)\nval y = zeros(2, x.sizes[-1]) matmul zeros(4, 4)", clash),
                accepts("val x = zeros(3, 4)\nval y = zeros(2, x.sizes[-1]) matmul zeros(4, 4)"),
                refuses(
                    "val x = zeros(2, 3)\nval y = zeros(8, 8).reshape(x.sizes.toList())",
                    "reshape: another number of elements: 64 != 6; input [8, 8], dims [2, 3]",
                ),
                accepts("val x = zeros(2, 3)\nval y = zeros(6).reshape(x.sizes.toList())"),
            )
        }
    })
