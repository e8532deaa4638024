package dev.rankine.nn.compile

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

/** Planes, and what works on them. */
private const val PLANES = """
object Colors : Dim<Colors>(3)
object Maps : Dim<Maps>(4)
object Rows : Dim<Rows>(8)
object Columns : Dim<Columns>(6)
val conv: Conv2d<Colors, Maps> get() = error("compiled, never run")
val up: ConvTranspose2d<Colors, Maps> get() = error("compiled, never run")
val wave: Conv1d<Colors, Maps> get() = error("compiled, never run")
val norm: BatchNorm2d<Maps> get() = error("compiled, never run")
val pool: MaxPool2d get() = error("compiled, never run")
val flatten: Flatten get() = error("compiled, never run")
val planes: Tensor<Rank4<Batch, Colors, Rows, Columns>> get() = error("compiled, never run")
val maps: Tensor<Rank4<Batch, Maps, Rows, Columns>> get() = error("compiled, never run")
val plane: Tensor<Cube<Colors, Rows, Columns>> get() = error("compiled, never run")
val map: Tensor<Cube<Maps, Rows, Columns>> get() = error("compiled, never run")
"""

private fun fits(code: String): Program = accepts(PLANES + code)

private fun clashes(code: String, message: String): Program = refuses(PLANES + code, message)

private const val MAPS = "Tensor<Rank4<Batch, Maps, Rows, Columns>>"

private const val PICTURES = "Tensor<Rank4<*, Colors, *, *>>"

internal class PlaneProgramsTest :
    FunSpec({
        val programs =
            listOf(
                fits("val y: $MAPS = conv(planes)"),
                fits("val y: Tensor<Cube<Maps, Rows, Columns>> = conv(plane)"),
                fits("val y: Tensor<Rank4<Batch, Maps, Half<Rows>, Half<Columns>>> = conv.halving(planes)"),
                fits("val y: Tensor<Cube<Maps, Half<Rows>, Half<Columns>>> = conv.halving(plane)"),
                fits("val y: Tensor<Rank4<Batch, Maps, Time, Heads>> = conv(planes, rows = Time, columns = Heads)"),
                fits("val y: Tensor<AnyShape> = conv(planes.untyped())"),
                fits("val y: Tensor<Rank4<Batch, Colors, Half<Half<Rows>>, Half<Half<Columns>>>> = pool.halving(pool.halving(planes))"),
                fits("val y: $MAPS = norm(conv(planes))"),
                fits("val y: $MAPS = up.doubling(pool.halving(planes))"),
                fits("val y: Tensor<Cube<Maps, Rows, Columns>> = up.doubling(pool.halving(plane))"),
                clashes(
                    "val y = up.doubling(pool.halving(maps))",
                    argument("Tensor<Rank4<Batch, Maps, Half<Rows>, Half<Columns>>>", PICTURES),
                ),
                clashes("val y = wave(map)", argument("Tensor<Cube<Maps, Rows, Columns>>", "Tensor<Cube<*, Colors, *>>")),
                fits("val y: Tensor<Mat<Batch, Times<Times<Maps, Rows>, Columns>>> = flatten(maps)"),
                fits(
                    "val y: Tensor<Mat<Batch, Digit>> = Linear(Maps * Rows.half * Columns.half, Digit)(flatten(pool.halving(conv(planes))))",
                ),
                fits("val y: Tensor<Mat<Batch, Maps>> = GlobalAvgPool2d()(conv(planes))"),
                fits("val y: Tensor<Mat<Batch, Times<Times<Maps, Rows>, Columns>>> = Dropout(0.1)(flatten(maps))"),
                clashes("val y = conv(maps)", argument(MAPS, PICTURES)),
                clashes("val y = conv(map)", argument("Tensor<Cube<Maps, Rows, Columns>>", PICTURES)),
                clashes("val y = conv(maps, rows = Time, columns = Heads)", argument(MAPS, PICTURES)),
                clashes("val y = conv.halving(maps)", argument(MAPS, PICTURES)),
                clashes("val y = conv(images)", argument("Tensor<Mat<Batch, Pixels>>", PICTURES)),
                clashes("val y = norm(planes)", argument("Tensor<Rank4<Batch, Colors, Rows, Columns>>", "Tensor<Rank4<*, Maps, *, *>>")),
                clashes("val y = norm(conv(maps)).relu()", argument(MAPS, PICTURES)),
                clashes("val y = BatchNorm1d(Hidden)(images)", argument("Tensor<Mat<Batch, Pixels>>", "Tensor<Mat<*, Hidden>>")),
                clashes(
                    "val y: $MAPS = pool.halving(maps)",
                    "Initializer type mismatch: expected 'Tensor<Rank4<Batch, Maps, Rows, Columns>>', " +
                        "actual 'Tensor<Rank4<Batch, Maps, Half<Rows>, Half<Columns>>>'.",
                ),
                clashes(
                    "val y = Linear(Maps * Rows * Columns, Digit)(flatten(pool.halving(maps)))",
                    mismatched("A", "Mat", "Times<Times<Maps, Rows>, Columns>", "Digit"),
                ),
            )

        val messages = compile(programs)
        for ((i, program) in programs.withIndex()) test(program.code.removePrefix(PLANES)) { messages[i] shouldBe program.messages }
    })
