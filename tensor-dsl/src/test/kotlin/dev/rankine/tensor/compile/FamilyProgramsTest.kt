package dev.rankine.tensor.compile

import io.kotest.core.spec.style.FunSpec

/** The binary operators that are no arithmetic, and the functions of three tensors: accepted with the exact type, refused in one line. */
internal class FamilyProgramsTest :
    FunSpec({
        val infix =
            listOf("%", "and", "or", "xor", "bitwiseAnd", "bitwiseOr", "bitwiseXor").map { op ->
                { a: String, b: String -> "($a $op $b)" }
            }
        val named =
            listOf("atan2", "hypot", "xlogy", "logaddexp", "floorDivide", "truncDivide", "fmod")
                .map { op -> { a: String, b: String -> "$a.$op($b)" } }
        val third =
            listOf<(String, String) -> String>(
                { a, b -> "$a.lerp($b, number)" },
                { a, b -> "$a.addcmul(number, $b)" },
                { a, b -> "$a.addcdiv($b, number, 2)" },
                { a, b -> "$a.where(number, $b)" },
                { a, b -> "$a.where($b, number)" },
            )
        val programs =
            (infix + named + third).flatMap { op ->
                listOf(
                    accepts("val right: Tensor<Mat<Batch, Pixels>> = ${op("x", "pixels")}"),
                    accepts("val left: Tensor<Mat<Batch, Pixels>> = ${op("pixels", "x")}"),
                    accepts("val both: Tensor<Mat<Batch, Digit>> = ${op("column", "digits")}"),
                    accepts("val high: Tensor<Rank4<Batch, Heads, Time, Time>> = ${op("scores", "number")}"),
                    accepts("val scalars: Tensor<Scalar> = ${op("number", "number")}"),
                    refuses("val z = ${op("x", "digits")}", mismatch("Tensor<Vec<Digit>>", "Tensor<out Mat<Batch, Pixels>>")),
                    refuses("val z = ${op("digits", "x")}", mismatch("Tensor<Mat<Batch, Pixels>>", "Tensor<out Vec<Digit>>")),
                    refuses("val z = ${op("column", "last")}", mismatch("Tensor<Mat<Hidden, Digit>>", "Tensor<out Mat<Batch, Nothing>>")),
                )
            } +
                listOf(
                    "x % 2",
                    "2 % x",
                    "x.floorDivide(2)",
                    "x.truncDivide(2)",
                    "x.fmod(2)",
                    "x.atan2(2)",
                    "x.hypot(2)",
                    "x.xlogy(2)",
                    "x.logaddexp(2)",
                    "x bitwiseAnd 2",
                    "x bitwiseOr 2",
                    "x bitwiseXor 2",
                    "!x",
                    "2.pow(x)",
                    "x.lerp(pixels, 0.5)",
                    "x.where(pixels, 0)",
                    "x.clamp(pixels, null)",
                    "x.clamp(1, 2)",
                    "x.clamp(max = 2)",
                    "x.prelu(pixels)",
                    "x.prelu(number)",
                    "x.hardtanh()",
                    "x.softshrink()",
                    "x.round(2)",
                    "x.bitwiseNot()",
                ).map { accepts("val z: Tensor<Mat<Batch, Pixels>> = $it") } +
                listOf(
                    refuses("val z = x.lerp(digits, 0.5)", mismatch("Tensor<Vec<Digit>>", "Tensor<out Mat<Batch, Pixels>>")),
                    refuses("val z = x.clamp(digits, null)", mismatch("Tensor<Vec<Digit>>", "Tensor<out Mat<Batch, Pixels>>?")),
                    refuses("val z = x.prelu(digits)", mismatch("Tensor<Vec<Digit>>", "Tensor<out Vec<Pixels>>")),
                    refuses(
                        "val z: Tensor<Vec<Pixels>> = pixels.hypot(x)",
                        initializer("Tensor<Vec<Pixels>>", "Tensor<Mat<Batch, Pixels>>"),
                    ),
                )

        val messages = compile(programs)
        for ((i, program) in programs.withIndex()) test(program.code) { messages[i] shouldSay program.message }
    })
