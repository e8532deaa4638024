package dev.rankine.tensor.compile

import io.kotest.core.spec.style.FunSpec

/** Losses: their shapes, and what they say where a target has others. */
internal class LossProgramsTest :
    FunSpec({
        val pairs =
            listOf(
                "mseLoss",
                "l1Loss",
                "smoothL1Loss",
                "huberLoss",
                "binaryCrossEntropy",
                "binaryCrossEntropyWithLogits",
                "klDiv",
            ).flatMap { loss ->
                listOf(
                    accepts("val y: Tensor<Scalar> = $loss(x, x)"),
                    accepts("val y: Tensor<Scalar> = $loss(x, x, reduction = dev.rankine.ops.Reduction.SUM)"),
                    accepts("val y: Tensor<Mat<Batch, Pixels>> = ${loss}Each(x, x)"),
                    accepts("val y: Tensor<Rank4<Batch, Heads, Time, Width>> = ${loss}Each(query, query)"),
                    refuses("val y = $loss(x, pixels)", mismatch("Tensor<Vec<Pixels>>", "Tensor<Mat<Batch, Pixels>>")),
                    refuses("val y = ${loss}Each(labels, column)", mismatch("Tensor<Mat<Batch, Nothing>>", "Tensor<Vec<Batch>>")),
                )
            }
        val classes =
            listOf("crossEntropy", "nllLoss").flatMap { loss ->
                listOf(
                    accepts("val y: Tensor<Scalar> = $loss(x, labels)"),
                    accepts("val y: Tensor<Scalar> = $loss(x, labels, weight = pixels, reduction = dev.rankine.ops.Reduction.SUM)"),
                    refuses("val y = $loss(x, pixels)", mismatch("Tensor<Vec<Pixels>>", "Tensor<Vec<Batch>>")),
                    refuses("val y = $loss(x, column)", mismatch("Tensor<Mat<Batch, Nothing>>", "Tensor<Vec<Batch>>")),
                    refuses("val y = $loss(x, labels, weight = digits)", mismatch("Tensor<Vec<Digit>>", "Tensor<Vec<Pixels>>?")),
                    accepts("val y: Tensor<Scalar> = x.$loss(labels)"),
                    accepts("val y: Tensor<Scalar> = digits.$loss(number)"),
                    accepts("val y: Tensor<Scalar> = logits.$loss(words)"),
                    accepts("val y: Tensor<Mat<Batch, Time>> = logits.${loss}Each(words, weight = digits)"),
                    accepts("val y: Tensor<Scalar> = query.$loss(query.select(Width, 0))"),
                    accepts("val y: Tensor<Scalar> = images.$loss(images.select(Colors, 0), over = Colors)"),
                    accepts("val y: Tensor<Cube<Batch, Rows, Columns>> = images.${loss}Each(images.select(Colors, 0), over = Colors)"),
                    refuses("val y = x.$loss(pixels)", mismatch("Tensor<Vec<Pixels>>", "Tensor<Vec<Batch>>")),
                    refuses("val y = logits.$loss(x)", mismatch("Tensor<Mat<Batch, Pixels>>", "Tensor<Mat<Batch, Time>>")),
                    refuses("val y = logits.$loss(labels)", mismatch("Tensor<Vec<Batch>>", "Tensor<Mat<Batch, Time>>")),
                    refuses("val y = images.$loss(images, over = Digit)", "None of the following candidates is applicable:..."),
                    refuses("val y = $loss(logits, words)", mismatch("Tensor<Cube<Batch, Time, Digit>>", "Tensor<Mat<Dim<*>, Dim<*>>>")),
                )
            }
        val programs =
            pairs + classes +
                refuses(
                    "val y = binaryCrossEntropy(x, x, weight = digits)",
                    mismatch("Tensor<Vec<Digit>>", "Tensor<out Mat<Batch, Pixels>>?"),
                ) +
                accepts("val y = binaryCrossEntropyWithLogits(x, x, posWeight = pixels, weight = column)")

        val messages = compile(programs)
        for ((i, program) in programs.withIndex()) test(program.code) { messages[i] shouldSay program.message }
    })
