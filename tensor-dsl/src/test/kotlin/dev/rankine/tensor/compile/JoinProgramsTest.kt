package dev.rankine.tensor.compile

import io.kotest.core.spec.style.FunSpec

private const val LIST = "None of the following candidates is applicable:..."
private const val UNLIKE =
    "'fun List<Tensor<*>>.stack(axis: Any): Tensor<AnyShape>' is deprecated. shape: stack takes tensors of one shape and the axis " +
        "that it adds: listOf(x, y).stack(Time of 2); cat joins what differs in one axis."
private const val MAPS = "zeros(Batch of 2, Features, Rows, Columns)"

/** Tensors put together along an axis that has a name, and taken apart again. */
internal class JoinProgramsTest :
    FunSpec({
        val joined =
            listOf(
                accepts("val y: Tensor<Rank4<Batch, Plus<Colors, Features>, Rows, Columns>> = images.cat($MAPS, over = Colors)"),
                accepts("val y: Tensor<Mat<Plus<Batch, Hidden>, Pixels>> = x.cat(zeros(Hidden, Pixels), over = Batch)"),
                accepts("val y: Tensor<Mat<Batch, Plus<Pixels, Digit>>> = x.cat(zeros(Batch of 2, Digit), over = Pixels)"),
                accepts("val y: Tensor<Vec<Plus<Pixels, Pixels>>> = pixels.cat(pixels, over = Pixels)"),
                accepts(
                    "val y: Tensor<Cube<Plus<Plus<Colors, Digit>, Features>, Rows, Columns>> = " +
                        "image.cat(zeros(Digit, Rows, Columns), over = Colors).cat(zeros(Features, Rows, Columns), over = Colors + Digit)",
                ),
                accepts(
                    "fun <N : Dim<*>, A : Dim<*>, B : Dim<*>, H : Dim<*>, W : Dim<*>> beside(x: Tensor<Rank4<N, A, H, W>>, " +
                        "y: Tensor<Rank4<N, B, H, W>>, maps: A): Tensor<Rank4<N, Plus<A, B>, H, W>> = x.cat(y, over = maps)",
                ),
                refuses(
                    "val y: Tensor<Rank4<Batch, Plus<Features, Colors>, Rows, Columns>> = images.cat($MAPS, over = Colors)",
                    initializer(
                        "Tensor<Rank4<Batch, Plus<Features, Colors>, Rows, Columns>>",
                        "Tensor<Rank4<Batch, Plus<Colors, Features>, Rows, Columns>>",
                    ),
                ),
                refuses("val y = images.cat(zeros(Batch of 2, Features, Columns, Rows), over = Colors)", LIST),
                refuses("val y = images.cat(zeros(Batch of 2, Features, Top, Side), over = Colors)", LIST),
                refuses("val y = images.cat($MAPS, over = Features)", LIST),
                refuses("val y = images.cat($MAPS, over = Rows)", LIST),
                refuses("val y = pixels.cat(digits, over = Digit)", mismatch("Digit", "Pixels")),
                refuses("val y = scores.cat(scores, over = Time)", "Overload resolution ambiguity between candidates:..."),
                // what has no name to choose by stays one line
                refuses("val y = images.cat(x)", mismatch("Tensor<Mat<Batch, Pixels>>", "Tensor<Rank4<Batch, Colors, Rows, Dim<*>>>")),
                refuses("val y = x.cat(last)", mismatch("Tensor<Mat<Hidden, Digit>>", "Tensor<Mat<Batch, Dim<*>>>")),
                refuses("val y = pixels.cat(x)", mismatch("Tensor<Mat<Batch, Pixels>>", "Tensor<Vec<Dim<*>>>")),
            )
        val both = "images.cat($MAPS, over = Colors)"
        val apart =
            listOf(
                accepts(
                    "val y: Pair<Tensor<Rank4<Batch, Colors, Rows, Columns>>, Tensor<Rank4<Batch, Features, Rows, Columns>>> = " +
                        "$both.split(Colors, Features)",
                ),
                accepts(
                    "val y: Pair<Tensor<Cube<Batch, Heads, Width>>, Tensor<Cube<Batch, Digit, Width>>> = " +
                        "zeros(Batch of 2, Heads + Digit, Width).split(Heads, Digit)",
                ),
                refuses("val y = $both.split(Features, Colors)", mismatch("Features", "Sized<Colors>")),
                refuses(
                    "val y = zeros(Batch of 2, Pixels, Width).split(Heads, Digit)",
                    LIST,
                ),
            )
        val stacked =
            listOf(
                accepts("val y: Tensor<Cube<Batch, Time, Pixels>> = listOf(x, x).stack(Time of 2, before = Pixels)"),
                accepts("val y: Tensor<Cube<Time, Batch, Pixels>> = listOf(x, x).stack(Time of 2, before = Batch)"),
                accepts("val y: Tensor<Cube<Batch, Pixels, Time>> = listOf(x, x).stackLast(Time of 2)"),
                accepts("val y: Tensor<Rank5<Batch, Colors, Rows, Time, Columns>> = listOf(images).stack(Time of 1, before = Columns)"),
                refuses("val y = listOf(x, x).stack(Time of 2, before = Digit)", LIST),
                refuses("val y = listOf(x, x).stack(2)", UNLIKE),
                refuses("val y = listOf(x, last).stack(Time of 2)", UNLIKE),
            )
        val programs = joined + apart + stacked

        val messages = compile(programs)
        for ((i, program) in programs.withIndex()) test(program.code) { messages[i] shouldSay program.message }
    })
