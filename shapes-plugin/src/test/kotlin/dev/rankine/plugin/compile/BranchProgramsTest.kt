package dev.rankine.plugin.compile

import io.kotest.core.spec.style.FunSpec

internal class BranchProgramsTest :
    FunSpec({
        val clash = "matmul: k differs: 3 != 4; left [2, 3], right [4, 4]"

        test("what all branches agree on") {
            check(
                refuses("fun f(c: Boolean) = (if (c) zeros(2, 3) else zeros(2, 3)) matmul zeros(4, 4)", clash),
                refuses(
                    "fun f(c: Boolean) = (if (c) zeros(1, 3) else zeros(2, 3)) matmul zeros(4, 4)",
                    "matmul: k differs: 3 != 4; left [?, 3], right [4, 4]",
                ),
                accepts("fun f(c: Boolean) = (if (c) zeros(2, 3) else zeros(2, 4)) matmul zeros(4, 4)"),
                accepts("fun f(c: Boolean, x: Value) = (if (c) zeros(2, 3) else x) matmul zeros(4, 4)"),
                refuses(
                    "fun f(n: Int): Value { return when (n) { 1 -> zeros(2, 3); 2 -> error(\"no\"); else -> return zeros(1) } matmul zeros(4, 4) }",
                    clash,
                ),
                accepts("fun f(n: Int) = when (n) { 1 -> zeros(2, 3); else -> zeros(2, 4) } matmul zeros(4, 4)"),
                refuses(
                    "fun f(n: Int): Value { val k = if (n > 1) 3 else { println(); 3 }; return zeros(2, k) matmul zeros(4, 4) }",
                    clash,
                ),
                accepts("fun f(n: Int): Value { val k = if (n > 1) 3 else 4; return zeros(2, k) matmul zeros(4, 4) }"),
            )
        }
        test("nullable values, casts, tries") {
            check(
                refuses("fun f() { val x: Value? = zeros(2, 3); x!! matmul zeros(4, 4) }", clash),
                refuses("fun f() { val x: Value? = zeros(2, 3); x?.matmul(zeros(4, 4)) }", clash),
                refuses("fun f() { val x: Value? = zeros(2, 3); (x ?: zeros(2, 3)) matmul zeros(4, 4) }", clash),
                accepts("fun f(y: Value) { val x: Value? = zeros(2, 3); (x ?: y) matmul zeros(4, 4) }"),
                refuses("fun f() { val x: Value? = zeros(2, 3); (x ?: return) matmul zeros(4, 4) }", clash),
                refuses("fun f() { val x: Any = zeros(2, 3); if (x is Value) x matmul zeros(4, 4) }", clash),
                refuses("fun f() { val x: Any = zeros(2, 3); (x as Value) matmul zeros(4, 4) }", clash),
                accepts("fun f() { val x = try { zeros(2, 3) } catch (e: Exception) { zeros(2, 4) }; x matmul zeros(4, 4) }"),
                accepts("fun f(x: Value?) { x?.matmul(zeros(4, 4)) }"),
            )
        }
        test("lambdas, receivers, infix, property and invoke") {
            check(
                refuses("val f = { zeros(2, 3) matmul zeros(4, 4) }", clash),
                refuses("fun f() = with(Any()) { run { zeros(2, 3).matmul(zeros(4, 4)) } }", clash),
                refuses("fun f() = with(zeros(2, 3)) { matmul(zeros(4, 4)) }", clash),
                refuses("fun f() = zeros(2, 3).let { it matmul zeros(4, 4) }", clash),
                refuses(
                    "fun Tensor<Mat<Batch, Pixels>>.f() = renamed(Digit)",
                    "renamed: needs out == n: 10 == 784 is false; input [Batch, Pixels = 784]",
                ),
                refuses(
                    "fun f(x: Tensor<Mat<Batch, Pixels>>) = with(x) { renamed(Digit) }",
                    "renamed: needs out == n: 10 == 784 is false; input [Batch, Pixels = 784]",
                ),
                refuses("class M { val x by lazy { zeros(2, 3) }\nfun f() = x matmul zeros(4, 4) }", clash),
                accepts("class M { val x by lazy { zeros(2, 4) }\nfun f() = x matmul zeros(4, 4) }"),
            )
        }
    })
