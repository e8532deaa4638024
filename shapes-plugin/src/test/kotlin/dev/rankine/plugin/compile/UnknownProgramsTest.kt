package dev.rankine.plugin.compile

import io.kotest.core.spec.style.FunSpec

internal class UnknownProgramsTest :
    FunSpec({
        test("what can change or be overridden is not known") {
            check(
                accepts("fun f() { var n = 3; n = 4; zeros(2, n) matmul zeros(4, 4) }"),
                accepts("var n = 3\nfun f() = zeros(2, n) matmul zeros(4, 4)"),
                accepts("open class A { open val n = 3; fun f() = zeros(2, n) matmul zeros(4, 4) }\nclass B : A() { override val n = 4 }"),
                accepts("val n: Int get() = listOf(4).random()\nfun f() = zeros(2, n) matmul zeros(4, 4)"),
                accepts("class A { val n = 3; get() = field + 1\nfun f() = zeros(2, n) matmul zeros(4, 4) }"),
                accepts("class A(val n: Int = 3) { fun f() = zeros(2, n) matmul zeros(4, 4) }"),
                accepts("fun f(c: Boolean) { val n: Int; if (c) n = 3 else n = 4; zeros(2, n) matmul zeros(4, 4) }"),
                accepts("interface A { val n: Int }\nfun A.f() = zeros(2, n) matmul zeros(4, 4)"),
                accepts("class A { lateinit var x: Value; fun f() = x matmul zeros(4, 4) }"),
                refuses(
                    "open class A { val n = 3; fun f() = zeros(2, n) matmul zeros(4, 4) }",
                    "matmul: k differs: 3 != 4; left [2, 3], right [4, 4]",
                ),
            )
        }
        test("functions without a rule, parameters, generics") {
            check(
                accepts("fun make(n: Int) = zeros(2, n)\nval y = make(3) matmul zeros(4, 4)"),
                accepts("val y = zeros(2, 3).mystery() matmul zeros(4, 4)"),
                accepts("fun f(x: Value, y: Value = zeros(2, 3)) = x matmul y matmul zeros(4, 4)"),
                accepts("fun <A : Dim<A>, B : Dim<B>> f(x: Tensor<Mat<A, B>>, y: Tensor<Mat<B, A>>) = x matmul y"),
                accepts("fun <S : Shape> f(x: Tensor<S>, y: Tensor<S>) = x + y"),
                accepts("fun f(x: Tensor<*>) = x.typed(Pixels, Digit)"),
                accepts("fun f(x: Tensor<AnyShape>) = x.typed(Pixels, Digit)"),
                accepts("fun f(x: Tensor<out Mat<Batch, Pixels>>) = x.typed(Digit, Digit)"),
                accepts("val f = { n: Int -> zeros(2, n) matmul zeros(4, 4) }"),
                accepts("fun f(layer: Conv2d<Digit, Hidden>, x: Tensor<Rank4<Batch, Digit, Pixels, Pixels>>) = layer(x)"),
                accepts("fun fake(n: Int) = n\nval y = zeros(2, fake(3)) matmul zeros(4, 4)"),
                accepts("class Vector { operator fun plus(o: Vector) = this }\nval v = Vector() + Vector()"),
            )
        }
        test("what refers to itself, and shadows") {
            check(
                accepts("fun f(x: Value, n: Int): Value = if (n == 0) x else f(x matmul zeros(3, 3), n - 1)"),
                accepts(
                    "class A { val b: B get() = B()\nval x: Value = b.y }\nclass B { val a: A get() = A()\nval y: Value = a.x }\nval z: Int by lazy { z + 1 }",
                ),
                accepts("fun f() { val n = 3; run { val n = 4; zeros(2, n) matmul zeros(4, 4) } }"),
                refuses(
                    "fun f() { val n = 4; run { val n = 3; zeros(2, n) matmul zeros(4, 4) } }",
                    "matmul: k differs: 3 != 4; left [2, 3], right [4, 4]",
                ),
                refuses(
                    "fun f(zeros: Int) { fun g(n: Int) = zeros(zeros, n)\ng(2)\nzeros(2, 3) matmul zeros(4, 4) }",
                    "matmul: k differs: 3 != 4; left [2, 3], right [4, 4]",
                ),
            )
        }
        test("a clash is reported once, where it is") {
            check(
                refuses(
                    """
                    val bad = zeros(2, 3) matmul zeros(4, 5)
                    val next = bad matmul zeros(7, 7)
                    val again = bad + bad
                    """,
                    "matmul: k differs: 3 != 4; left [2, 3], right [4, 5]",
                ),
                refuses(
                    "fun f(x: Tensor<Mat<Batch, Pixels>>) = x.renamed(Digit) matmul zeros(Digit, Hidden)",
                    "renamed: needs out == n: 10 == 784 is false; input [Batch, Pixels = 784]",
                ),
            )
        }
        test("a tree of vals that are used twice, and a long chain") {
            val tree = (1..200).joinToString("\n", "val h0 = zeros(2, 3)\n") { "val h$it = h${it - 1} + h${it - 1}" }
            val chain = "val c = zeros(2, 3)" + ".relu()".repeat(150)
            check(
                accepts("$tree\nval end = h200 matmul zeros(3, 3)"),
                refuses("$tree\nval end = h200 matmul zeros(4, 3)", "matmul: k differs: 3 != 4; left [2, 3], right [4, 3]"),
                refuses("$chain\nval end = c matmul zeros(4, 3)", "matmul: k differs: 3 != 4; left [2, 3], right [4, 3]"),
                accepts("val c = zeros(2, 3)" + ".relu()".repeat(250) + "\nval end = c matmul zeros(4, 3)"),
            )
        }
    })
