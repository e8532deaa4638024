package program

import dev.rankine.nn.BatchNorm1d
import dev.rankine.nn.Conv2d
import dev.rankine.nn.Linear
import dev.rankine.nn.Mapping
import dev.rankine.nn.TransformerEncoderLayer
import dev.rankine.nn.relu
import dev.rankine.nn.summary
import dev.rankine.nn.then
import dev.rankine.ops.Value
import dev.rankine.ops.matmul
import dev.rankine.ops.ones
import dev.rankine.ops.softmax
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.transpose
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.of
import dev.rankine.tensor.zeros
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

private object Rows : Dim<Rows>()

private object Pixels : Dim<Pixels>(6)

private object Wide : Dim<Wide>(5)

private object Marks : Dim<Marks>(3)

/** One layer in two places, one that is never called, and a product of its own. */
private class Shared : Mapping() {
    val inner by Linear(Wide, Wide)
    val norm by BatchNorm1d(Wide)
    val spare by Linear(Wide, Marks, bias = false)

    override fun forward(x: Value): Value {
        val y = norm.call(inner.call(inner.call(x)))
        return softmax(matmul(y, transpose(y, 0, 1)), -1)
    }
}

internal class SummaryTest :
    FunSpec({
        test("a chain: names, typed sizes, parameters, products, memory") {
            val model = Linear(Pixels, Wide).relu() then Linear(Wide, Marks)
            val x = zeros(Rows of 4, Pixels)
            val summary = model.summary { model(x) }
            "$summary" shouldBe
                """
                layer    kind        output                 parameters  multiply-adds  activations
                (model)  Sequential  [Rows = 4, Marks = 3]           0              0          0 B
                0        Linear      [Rows = 4, Wide = 5]           35            120         80 B
                1        ReLU        [Rows = 4, Wide = 5]            0              0         80 B
                2        Linear      [Rows = 4, Marks = 3]          18             60         48 B

                parameters     53 (212 B)
                activations    208 B
                multiply-adds  180
                FLOPs          360 (two for each multiply-add)
                """.trimIndent()
        }
        test("a layer in two places counts once; what is not called is named; products of the module's own are its own") {
            val model = Shared()
            model.norm.weight!!.isTrainable = false
            val summary = model.summary(ones(Sizes.of(4, 5)))
            summary.rows.map { listOf(it.path, it.parameters, it.isRepeated, it.multiplyAdds) } shouldBe
                listOf(
                    listOf("", 0L, false, 4L * 4 * 5),
                    listOf("inner", 30L, false, 4L * 5 * 5),
                    listOf("inner", 0L, true, 4L * 5 * 5),
                    listOf("norm", 10L, false, 0L),
                )
            summary.uncalled shouldBe listOf("spare.weight")
            listOf(summary.parameters, summary.trainable, summary.parameterBytes) shouldBe listOf(55L, 50L, 220L)
            summary.rows.take(3).map { it.activationBytes } shouldBe listOf(2L * 4 * 4 * 4, 4L * 5 * 4, 4L * 5 * 4)
            val lines = "$summary".lines()
            lines[3] shouldBe "inner    Linear       [4, Wide = 5]       as above            100         80 B"
            lines[4].split(Regex(" {2,}")).take(4) shouldBe listOf("norm", "BatchNorm1d", "[4, Wide = 5]", "10 (5 frozen)")
            lines.takeLast(5).filterIndexed { i, _ -> i != 1 } shouldBe
                listOf(
                    "parameters     55 (220 B), of which 5 are frozen",
                    "multiply-adds  280",
                    "FLOPs          560 (two for each multiply-add)",
                    "not called     spare.weight",
                )
            model.isTraining shouldBe true
            model.norm
                .namedBuffers()
                .getValue("num_batches_tracked")
                .value
                .toDoubleArray()[0] shouldBe 0.0
        }
        test("attention, and what calls other modules by functions of its own") {
            val (b, t, e, ff) = listOf(2L, 3L, 8L, 16L)
            val layer = TransformerEncoderLayer(Rows of e.toInt(), heads = 2, feedForward = Dyn of ff.toInt())
            val summary = layer.summary { layer.call(ones(Sizes.of(t.toInt(), b.toInt(), e.toInt()))) }
            summary.rows.map { it.path }.filter { "dropout" !in it } shouldBe
                listOf("", "self_attn", "self_attn.out_proj", "norm1", "linear1", "linear2", "norm2")
            summary.rows.sumOf { it.parameters } shouldBe layer.parameterCount()
            summary.multiplyAdds shouldBe b * t * (4 * e * e + 2 * t * e + 2 * e * ff)
        }
        test("convolutions: every element of the result reads a window") {
            val conv = Conv2d(Rows of 4, Dyn of 6, kernel = 3, groups = 2)
            val row = conv.summary(ones(Sizes.of(2, 4, 7, 8))).rows.single()
            row.multiplyAdds shouldBe 2L * 6 * 5 * 6 * (2 * 3 * 3)
            row.activationBytes shouldBe 2L * 6 * 5 * 6 * 4
        }
        test("no call is refused") {
            shouldThrow<IllegalArgumentException> { Linear(Pixels, Wide).summary { 3 } }.message shouldBe
                "summary: no module was called\n  hint: model.summary { model(x) }"
        }
    })
