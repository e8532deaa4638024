package dev.rankine.tensor.compile

import io.kotest.core.spec.style.FunSpec

/** Convolutions, pools, attention and affine maps. */
internal class PlaneProgramsTest :
    FunSpec({
        val convolutions =
            listOf(
                accepts("val y: Tensor<Rank4<Batch, Features, Rows, Columns>> = images.conv2d(kernels, bias, padding = 1)"),
                accepts("val y: Tensor<Cube<Features, Rows, Columns>> = image.conv2d(kernels)"),
                accepts("val y: Tensor<Rank4<Batch, Features, Rows, Columns>> = images.conv2dSame(kernels, bias, dilation = 2)"),
                accepts("val y: Tensor<Cube<Features, Rows, Columns>> = image.conv2dSame(kernels)"),
                accepts("val y: Tensor<Rank4<Batch, Features, Half<Rows>, Half<Columns>>> = images.conv2dHalving(kernels, padding = 1)"),
                accepts(
                    "val y: Tensor<Cube<Features, Half<Half<Rows>>, Half<Half<Columns>>>> = image.maxPool2dHalving(2).conv2dHalving(kernels)",
                ),
                accepts(
                    "val y: Tensor<Rank4<Batch, Features, Top, Side>> = images.conv2d(kernels, rows = Top, columns = Side, stride = 2, padding = 1)",
                ),
                accepts(
                    "val y: Tensor<Cube<Features, Time, Side>> = image.conv2d(kernels, bias, rows = Time of 14, columns = Side, stride = 2)",
                ),
                accepts(
                    "val y: Tensor<Rank4<Batch, Features, Rows, Columns>> = query.untyped().typed(Batch of 2, Digit, Rows, Columns).conv2d(kernels, groups = 2)",
                ),
                accepts("val y = images.conv2dSame(kernels, bias, groups = 1)"),
                accepts("val y = images.conv2d(kernels, groups = 1, rows = Top, columns = Side)"),
                refuses(
                    "val y = query.conv2d(kernels)",
                    mismatch("Tensor<Rank4<Features, Colors, Dyn, Dyn>>", "Tensor<Rank4<Dim<*>, Heads, Dim<*>, Dim<*>>>"),
                ),
                refuses(
                    "val y = query.conv2d(kernels, rows = Top, columns = Side)",
                    mismatch("Tensor<Rank4<Features, Colors, Dyn, Dyn>>", "Tensor<Rank4<Dim<*>, Heads, Dim<*>, Dim<*>>>"),
                ),
                refuses(
                    "val y = query.conv2dHalving(kernels)",
                    mismatch("Tensor<Rank4<Features, Colors, Dyn, Dyn>>", "Tensor<Rank4<Dim<*>, Heads, Dim<*>, Dim<*>>>"),
                ),
                refuses(
                    "val y = tokens.conv2dSame(kernels)",
                    mismatch("Tensor<Rank4<Features, Colors, Dyn, Dyn>>", "Tensor<Rank4<Dim<*>, Batch, Dim<*>, Dim<*>>>"),
                ),
                refuses("val y = images.conv2d(kernels, digits)", mismatch("Tensor<Vec<Digit>>", "Tensor<Vec<Features>>?")),
                refuses(
                    "val y = images.conv2d(kernels, groups = 1, bias = digits)",
                    mismatch("Tensor<Vec<Digit>>", "Tensor<Vec<Features>>?"),
                ),
                refuses(
                    "val y: Tensor<Rank4<Batch, Features, Side, Top>> = images.conv2d(kernels, rows = Top, columns = Side)",
                    initializer("Tensor<Rank4<Batch, Features, Side, Top>>", "Tensor<Rank4<Batch, Features, Top, Side>>"),
                ),
            )
        val pools =
            listOf("maxPool2d", "avgPool2d").flatMap { pool ->
                listOf(
                    accepts("val y: Tensor<Rank4<Batch, Colors, Rows, Columns>> = images.$pool(3, stride = 1, padding = 1)"),
                    accepts("val y: Tensor<Rank4<Batch, Colors, Half<Rows>, Half<Columns>>> = images.${pool}Halving(2)"),
                    accepts("val y: Tensor<Cube<Colors, Top, Side>> = image.$pool(2, rows = Top, columns = Side)"),
                    refuses(
                        "val y: Tensor<Cube<Colors, Rows, Columns>> = image.${pool}Halving(2)",
                        initializer("Tensor<Cube<Colors, Rows, Columns>>", "Tensor<Cube<Colors, Half<Rows>, Half<Columns>>>"),
                    ),
                    refuses("val y = x.${pool}Halving(2)", "None of the following candidates is applicable:..."),
                )
            } +
                listOf(
                    accepts("val y: Tensor<Mat<Batch, Colors>> = images.globalAvgPool2d()"),
                    accepts("val y: Tensor<Vec<Colors>> = image.globalAvgPool2d()"),
                    accepts("val y: Tensor<Rank4<Batch, Colors, Top, Side>> = images.adaptiveAvgPool2d(Top, Side)"),
                    refuses(
                        "val y: Tensor<Vec<Batch>> = images.globalAvgPool2d()",
                        initializer("Tensor<Vec<Batch>>", "Tensor<Mat<Batch, Colors>>"),
                    ),
                )
        val attention =
            listOf(
                accepts("val y: Tensor<Rank4<Batch, Heads, Time, Width>> = query.scaledDotProductAttention(query, query, isCausal = true)"),
                accepts(
                    "val y: Tensor<Mat<Batch, Digit>> = x.scaledDotProductAttention(zeros(Time of 2, Pixels), zeros(Time of 2, Digit))",
                ),
                accepts("val y = query.scaledDotProductAttention(query, query, mask = words.select(Batch, 0))"),
                accepts(
                    "fun <N : Dim<*>> f(q: Tensor<Cube<N, Time, Width>>): Tensor<Cube<N, Time, Width>> = q.scaledDotProductAttention(q, q, dropoutP = 0.1)",
                ),
                refuses(
                    "val y = query.scaledDotProductAttention(query.t(), query)",
                    mismatch("Tensor<Rank4<Batch, Heads, Width, Time>>", "Tensor<Rank4<Batch, Heads, Time, Width>>"),
                ),
                refuses(
                    "val y = query.scaledDotProductAttention(query, query.t())",
                    mismatch("Tensor<Rank4<Batch, Heads, Width, Time>>", "Tensor<Rank4<Batch, Heads, Time, Dim<*>>>"),
                ),
                refuses(
                    "val y = query.scaledDotProductAttention(query, query, mask = pixels)",
                    mismatch("Tensor<Vec<Pixels>>", "Tensor<out Rank4<Batch, Heads, Time, Time>>?"),
                ),
                accepts("val y: Tensor<Mat<Batch, Digit>> = x.linear(zeros(Digit, Pixels), digits)"),
                accepts("val y: Tensor<Vec<Digit>> = pixels.linear(zeros(Digit, Pixels))"),
                accepts("val y: Tensor<Rank4<Batch, Heads, Time, Digit>> = query.linear(zeros(Digit, Width))"),
                refuses("val y = x.linear(weight)", mismatch("Tensor<Mat<Pixels, Hidden>>", "Tensor<Mat<Dim<*>, Pixels>>")),
                refuses("val y = x.linear(zeros(Digit, Pixels), pixels)", mismatch("Tensor<Vec<Pixels>>", "Tensor<Vec<Digit>>?")),
                accepts("val y: Tensor<Vec<Batch>> = x mv pixels"),
                accepts("val y: Tensor<Cube<Batch, Heads, Time>> = query mv zeros(Width)"),
                refuses("val y = x mv digits", mismatch("Tensor<Vec<Digit>>", "Tensor<Vec<Pixels>>")),
                accepts("val y: Tensor<Scalar> = pixels dot pixels"),
                refuses("val y = pixels dot digits", mismatch("Tensor<Vec<Digit>>", "Tensor<Vec<Pixels>>")),
                accepts("val y: Tensor<Mat<Pixels, Digit>> = pixels outer digits"),
                accepts("val y: Tensor<Mat<Batch, Pixels>> = x.layerNorm(pixels, pixels)"),
                refuses("val y = x.layerNorm(digits)", mismatch("Tensor<Vec<Digit>>", "Tensor<Vec<Pixels>>?")),
            )
        val programs = convolutions + pools + attention

        val messages = compile(programs)
        for ((i, program) in programs.withIndex()) test(program.code) { messages[i] shouldSay program.message }
    })
