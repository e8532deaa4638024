package dev.rankine.tensor.compile

import dev.rankine.tensor.PAIRS
import io.kotest.core.spec.style.FunSpec

/** Every operator with an `out` parameter: what broadcasts is accepted with the exact result type, what clashes is refused in one line. */
internal class BroadcastProgramsTest :
    FunSpec({
        val infix =
            listOf("+", "-", "*", "/", "eq", "ne", "lt", "le", "gt", "ge", "logicalAnd", "logicalOr", "logicalXor")
                .map { op -> { a: String, b: String -> "($a $op $b)" } }
        val named = listOf("maximum", "minimum", "pow", "remainder").map { op -> { a: String, b: String -> "$a.$op($b)" } }
        val programs =
            (infix + named).flatMap { op ->
                listOf(
                    accepts("val right: Tensor<Mat<Batch, Pixels>> = ${op("x", "pixels")}"),
                    accepts("val left: Tensor<Mat<Batch, Pixels>> = ${op("pixels", "x")}"),
                    accepts("val both: Tensor<Mat<Batch, Digit>> = ${op("column", "digits")}"),
                    refuses("val z = ${op("x", "digits")}", mismatch("Tensor<Vec<Digit>>", "Tensor<out Mat<Batch, Pixels>>")),
                    refuses("val z = ${op("digits", "x")}", mismatch("Tensor<Mat<Batch, Pixels>>", "Tensor<out Vec<Digit>>")),
                    refuses("val z = ${op("column", "last")}", mismatch("Tensor<Mat<Hidden, Digit>>", "Tensor<out Mat<Batch, Nothing>>")),
                    refuses("val z = ${op("labels", "column")}", "...$PAIRS."),
                    refuses("val z = ${op("column", "labels")}", "...$PAIRS."),
                    accepts("val pairs: Tensor<Mat<Batch, Pixels>> = ${op("column", "pixels")}"),
                )
            } +
                listOf(infix.first(), infix.last(), named.first()).flatMap { op ->
                    listOf(
                        accepts("val same: Tensor<Mat<Batch, Pixels>> = ${op("x", "x")}"),
                        accepts("val scalar: Tensor<Vec<Digit>> = ${op("number", "digits")}"),
                        accepts("val scalars: Tensor<Scalar> = ${op("number", "number")}"),
                        accepts("val high: Tensor<Rank4<Batch, Heads, Time, Time>> = ${op("scores", "number")}"),
                        accepts("val unknown: Tensor<AnyShape> = ${op("any", "any")}"),
                        accepts("fun <N : Dim<N>> f(p: Tensor<Mat<N, Pixels>>): Tensor<Mat<N, Pixels>> = ${op("pixels", "p")}"),
                        accepts("fun <N : Dim<*>> f(p: Tensor<Mat<N, Pixels>>): Tensor<Mat<N, Pixels>> = ${op("p", "p")}"),
                        accepts("fun f(p: Tensor<out Mat<Batch, Pixels>>): Tensor<Mat<Batch, Pixels>> = ${op("p", "x")}"),
                        refuses("val z = ${op("x", "last")}", mismatch("Tensor<Mat<Hidden, Digit>>", "Tensor<out Mat<Batch, Pixels>>")),
                        refuses("val z = ${op("x", "any")}", mismatch("Tensor<AnyShape>", "Tensor<out Mat<Batch, Pixels>>")),
                        refuses("val z = ${op("any", "x")}", mismatch("Tensor<Mat<Batch, Pixels>>", "Tensor<out AnyShape>")),
                        refuses(
                            "val z: Tensor<Vec<Pixels>> = ${op("x", "pixels")}",
                            initializer("Tensor<Vec<Pixels>>", "Tensor<Mat<Batch, Pixels>>"),
                        ),
                    )
                } +
                listOf("+=", "-=", "*=", "/=").flatMap { op ->
                    listOf(
                        accepts("fun f() { val y = x; y $op pixels }"),
                        refuses("fun f() { val y = x; y $op digits }", mismatch("Tensor<Vec<Digit>>", "Tensor<out Mat<Batch, Pixels>>")),
                        refuses("fun f() { val y = pixels; y $op x }", "'val' cannot be reassigned."),
                    )
                }

        val messages = compile(programs)
        for ((i, program) in programs.withIndex()) test(program.code) { messages[i] shouldSay program.message }
    })
