package dev.rankine.plugin.compile

import io.kotest.core.spec.style.FunSpec

internal class LiteralProgramsTest :
    FunSpec({
        test("calls of literal sizes") {
            check(
                accepts("val y = zeros(2, 3) matmul zeros(3, 4)"),
                refuses("val y = zeros(2, 3) matmul zeros(4, 5)", "matmul: k differs: 3 != 4; left [2, 3], right [4, 5]"),
                refuses("val y = zeros(2, 3) + zeros(4)", "add: sizes do not broadcast: 3 against 4 on axis -1; left [2, 3], right [4]"),
                accepts("val y = zeros(2, 3) + zeros(2, 1)"),
                accepts("val y = zeros(2, 3) + 4f"),
                refuses(
                    "fun f() { val x = zeros(1, 3); x += zeros(2, 1) }",
                    "add_: needs broadcast(a, b) == a: [2, 3] == [1, 3] is false; left [1, 3], right [2, 1]",
                ),
                accepts("fun f() { val x = zeros(2, 3); x += zeros(2, 1) }"),
                refuses(
                    "val y = zeros(2, 3, 4).reshape(5, 5)",
                    "reshape: another number of elements: 24 != 25; input [2, 3, 4], dims [5, 5]",
                ),
                accepts("val y = zeros(2, 3, 4).reshape(6, 4)"),
                refuses("val y = zeros(2, 3).relu().relu() matmul zeros(2, 3)", "matmul: k differs: 3 != 2; left [2, 3], right [2, 3]"),
            )
        }
        test("named, left out and null arguments") {
            check(
                refuses("val y = matmul(right = zeros(4, 5), left = zeros(2, 3))", "matmul: k differs: 3 != 4; left [2, 3], right [4, 5]"),
                accepts("val y = matmul(right = zeros(3, 5), left = zeros(2, 3))"),
                refuses(
                    "val y = conv2d(zeros(8, 3, 28, 28), zeros(16, 3, 31, 31), padding = 1)",
                    "conv2d: kernel is taller than the padded input: 30 <= 30; input [8, 3, 28, 28], weight [16, 3, 31, 31]",
                ),
                accepts("val y = conv2d(zeros(8, 3, 28, 28), zeros(16, 3, 31, 31), padding = 2)"),
                accepts("val y = conv2d(zeros(8, 3, 28, 28), zeros(16, 3, 3, 3), null, 2)"),
                refuses(
                    "val y = conv2d(zeros(8, 3, 28, 28), zeros(16, 3, 3, 3), zeros(15))",
                    "conv2d: o differs: 16 != 15; input [8, 3, 28, 28], weight [16, 3, 3, 3], bias [15]",
                ),
                refuses(
                    "val y = conv2d(zeros(8, 6, 28, 28), zeros(16, 2, 3, 3), groups = 2)",
                    "conv2d: channels do not fit: 6 != 4; input [8, 6, 28, 28], weight [16, 2, 3, 3]",
                ),
                accepts("fun f(padding: Int) = conv2d(zeros(8, 3, 28, 28), zeros(16, 3, 31, 31), padding = padding)"),
            )
        }
        test("vals, constants, arithmetic") {
            check(
                refuses(
                    """
                    const val WIDTH = 28
                    val area = WIDTH * WIDTH
                    class Model {
                        val hidden = 4 * (WIDTH - 8) / 2
                        val weight = zeros(area, hidden)
                        fun run() = zeros(32, area - 1) matmul weight
                    }
                    """,
                    "matmul: k differs: 783 != 784; left [32, 783], right [784, 40]",
                ),
                accepts(
                    """
                    const val WIDTH = 28
                    val area = WIDTH * WIDTH
                    class Model {
                        val weight = zeros(area, 100 % 30)
                        fun run() = zeros(32, area) matmul weight matmul zeros(10, 1)
                    }
                    """,
                ),
                refuses(
                    "fun f() { val n = 3; val m = -(-n); zeros(2, m).matmul(zeros(4, 4)) }",
                    "matmul: k differs: 3 != 4; left [2, 3], right [4, 4]",
                ),
                refuses("val y = zeros(2, MODEL) matmul zeros(512, 2)", "matmul: k differs: 256 != 512; left [2, 256], right [512, 2]"),
                refuses(
                    "object C { const val N = 3 }\nval y = zeros(2, C.N) matmul zeros(2, 2)",
                    "matmul: k differs: 3 != 2; left [2, 3], right [2, 2]",
                ),
                accepts("val n = 1 / 0\nval y = zeros(2, n) matmul zeros(2, 2)"),
                accepts("val n = 2_000_000_000 * 2\nval y = zeros(2, n) matmul zeros(2, 2)"),
            )
        }
        test("lists, arrays, spreads") {
            check(
                refuses("val y = zeros(6).reshape(listOf(2, 4))", "reshape: another number of elements: 6 != 8; input [6], dims [2, 4]"),
                accepts("val y = zeros(6).reshape(listOf(2, 3))"),
                refuses("val y = full(Sizes.of(2, 3)) matmul zeros(2, 3)", "matmul: k differs: 3 != 2; left [2, 3], right [2, 3]"),
                refuses(
                    "val sizes = listOf(2, 3)\nval y = zeros(sizes[1], sizes[1]) matmul zeros(2, 3)",
                    "matmul: k differs: 3 != 2; left [3, 3], right [2, 3]",
                ),
                refuses("val y = zeros(*intArrayOf(2, 3)) matmul zeros(2, 3)", "matmul: k differs: 3 != 2; left [2, 3], right [2, 3]"),
                refuses(
                    "val y = zeros(2, *intArrayOf(3, 4), 5).reshape(7)",
                    "reshape: another number of elements: 120 != 7; input [2, 3, 4, 5], dims [7]",
                ),
                accepts("fun f(d: IntArray) = zeros(2, *d).reshape(7)"),
                refuses(
                    "val x = zeros(2, 3)\nval y = full(x.sizes) matmul zeros(2, 3)",
                    "matmul: k differs: 3 != 2; left [2, 3], right [2, 3]",
                ),
                refuses(
                    "val x = zeros(2, 3)\nval y = zeros(x.sizes[1]) + zeros(2)",
                    "add: sizes do not broadcast: 3 against 2 on axis -1; left [3], right [2]",
                ),
                accepts("fun f() { val d = intArrayOf(2, 3); d[1] = 2; zeros(*d) matmul zeros(2, 3) }"),
                accepts("fun f() { val d = mutableListOf(2, 4); d[1] = 3; zeros(6).reshape(d) }"),
                refuses("val y = cat(listOf(zeros(2, 3), zeros(4, 3)))", "cat: leading axes differ: [2] != [4]; left [2, 3], right [4, 3]"),
                refuses(
                    "val y = hstack(zeros(2, 3), zeros(2, 3)) matmul zeros(3, 3)",
                    "matmul: k differs: 6 != 3; left [2, 6], right [3, 3]",
                ),
                accepts("fun f(all: List<Value>) = cat(all)"),
                accepts("val y = hstack(zeros(2, 3), zeros(4, 3), zeros(5, 3))"),
                refuses("val y = zeros(8).tiles(listOf(2, 4)) matmul zeros(3, 3)", "matmul: k differs: 2 != 3; left [4, 2], right [3, 3]"),
            )
        }
        test("several results") {
            check(
                refuses(
                    "fun f() { val (a, b) = zeros(4, 6).halves(); a matmul b }",
                    "matmul: k differs: 3 != 4; left [4, 3], right [4, 3]",
                ),
                accepts("fun f() { val (a, b) = zeros(4, 8).halves(); a matmul b }"),
            )
        }
    })
