package dev.rankine.nn

import dev.rankine.autodiff.backward
import dev.rankine.ops.BagMode
import dev.rankine.ops.Value
import dev.rankine.ops.manualSeed
import dev.rankine.ops.sum
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.ops.zeros
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.typed
import dev.rankine.tensor.unchecked
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

private object Entry : Dim<Entry>(4)

private object Trait : Dim<Trait>(2)

private object Bag : Dim<Bag>()

private object Spot : Dim<Spot>()

private fun words(vararg numbers: Long): Value = valueOf(numbers, numbers.size)

private val table = doubleArrayOf(3.0, 4.0, 0.3, 0.4, -5.0, 12.0, 1.0, 0.0)

private fun filled(module: Module): Module = module.also { it.loadStateDict(mapOf("weight" to valueOf(table, 4, 2))) }

private fun Value.numbers(): List<Double> = toDoubleArray().toList()

private fun List<Double>.shouldBeClose(vararg wanted: Double) = close(this, wanted.toList(), 1e-5)

internal class EmbeddingTest :
    FunSpec({
        test("rows that are read and too long are shortened, in the weight while training, in the result in evaluation") {
            for ((p, factor) in listOf(2.0 to 0.2, 1.0 to 1 / 7.0, Double.POSITIVE_INFINITY to 0.25, 3.0 to 1 / Math.cbrt(91.0))) {
                val embedding = Embedding(Entry, Trait, maxNorm = 1.0, normType = p)
                filled(embedding)
                embedding.eval()
                embedding.call(words(0, 1)).numbers().shouldBeClose(3 * factor, 4 * factor, 0.3, 0.4)
                embedding.weight.value
                    .numbers()
                    .shouldBeClose(*table)
                embedding.train()
                embedding.call(words(0, 1, 0)).numbers().shouldBeClose(3 * factor, 4 * factor, 0.3, 0.4, 3 * factor, 4 * factor)
                embedding.weight.value
                    .numbers()
                    .shouldBeClose(3 * factor, 4 * factor, *table.copyOfRange(2, 8))
            }
            Embedding(Entry, Trait, maxNorm = 1.0).call(zeros(Sizes.of(0, 2), dev.rankine.shapes.DType.I64)).sizes.toList() shouldBe
                listOf(0, 2, 2)
        }

        test("gradients scaled by how often a row was read") {
            val embedding = Embedding(Entry, Trait, paddingIndex = 3, scaleByFrequency = true)
            sum(embedding.call(words(0, 1, 0, 0, 3))).backward()
            embedding.weight.gradient!!
                .numbers()
                .shouldBeClose(1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0)
            val bag = EmbeddingBag(Entry, Trait, BagMode.SUM, scaleByFrequency = true)
            sum(bag.call(words(0, 1, 0, 0), words(0, 2))).backward()
            bag.weight.gradient!!
                .numbers()
                .shouldBeClose(1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0)
        }

        test("a table that is given: copied, frozen unless it is to learn") {
            val given: Tensor<Mat<Entry, Trait>> = valueOf(table, 4, 2).typed(Entry, Trait)
            val frozen = Embedding(given, paddingIndex = 1)
            frozen.weight.isTrainable shouldBe false
            frozen.weight.value.numbers() shouldBe table.toList()
            val learning = Embedding(given, freeze = false)
            sum(learning.call(words(2))).backward()
            learning.weight.assign(zeros(Sizes.of(4, 2)))
            given.value.numbers() shouldBe table.toList()
            @OptIn(UncheckedShape::class)
            val nameless: Tensor<Mat<Entry, Trait>> = valueOf(table, 4, 2).unchecked()
            shouldThrow<ShapeException> { Embedding(nameless) }.message shouldBe
                "embedding: the axes of the table have no names\n  table  [4, 2]\n  hint: `typed(Words, Features)`"
        }

        test("bags: sums, means and maxima, with and without offsets, weights and padding") {
            fun bag(mode: BagMode, padding: Int? = null) = EmbeddingBag(Entry, Trait, mode, padding).also { filled(it) }
            val x = valueOf(longArrayOf(0, 1, 3, 1, 3, 3), 2, 3)
            bag(BagMode.SUM).call(x).numbers().shouldBeClose(4.3, 4.4, 2.3, 0.4)
            bag(BagMode.MEAN).call(x).numbers().shouldBeClose(4.3 / 3, 4.4 / 3, 2.3 / 3, 0.4 / 3)
            bag(BagMode.MAX).call(x).numbers().shouldBeClose(3.0, 4.0, 1.0, 0.4)
            bag(BagMode.MEAN, 3).call(x).numbers().shouldBeClose(1.65, 2.2, 0.3, 0.4)
            bag(BagMode.MAX, -1).call(valueOf(longArrayOf(3, 3, 1, 3), 2, 2)).numbers().shouldBeClose(0.0, 0.0, 0.3, 0.4)
            val flat = words(0, 1, 3, 2)
            val starts = words(0, 2, 2)
            bag(BagMode.SUM).call(flat, starts).numbers().shouldBeClose(3.3, 4.4, 0.0, 0.0, -4.0, 12.0)
            bag(BagMode.MEAN, 0).call(flat, starts).numbers().shouldBeClose(0.3, 0.4, 0.0, 0.0, -2.0, 6.0)
            bag(BagMode.MAX, 2).call(flat, starts).numbers().shouldBeClose(3.0, 4.0, 0.0, 0.0, 1.0, 0.0)
            val weights = valueOf(floatArrayOf(1f, 2f, 3f, 0f, 0f, 1f), 2, 3)
            bag(BagMode.SUM).call(x, null, weights).numbers().shouldBeClose(6.6, 4.8, 1.0, 0.0)
            val last = EmbeddingBag(Entry, Trait, BagMode.SUM, includeLastOffset = true).also { filled(it) }
            last.call(flat, words(0, 3, 4)).numbers().shouldBeClose(4.3, 4.4, -5.0, 12.0)
            bag(BagMode.MAX).call(valueOf(LongArray(0), 2, 0)).numbers() shouldBe List(4) { 0.0 }
            bag(BagMode.MEAN).call(valueOf(LongArray(0), 2, 0)).numbers() shouldBe List(4) { 0.0 }
            bag(BagMode.MAX).call(words(), words(0)).numbers() shouldBe List(2) { 0.0 }
        }

        test("a bound on the norm in evaluation: padding, the gradient of the rows that are read, what is out of range") {
            val bag = EmbeddingBag(Entry, Trait, BagMode.MEAN, paddingIndex = -3, maxNorm = 1.0).also { filled(it) }
            bag.eval()
            val y = bag.call(valueOf(longArrayOf(0, 1, 1, 3, 1, 1), 3, 2))
            y.numbers().shouldBeClose(0.6, 0.8, 1.0, 0.0, 0.0, 0.0)
            bag.call(valueOf(longArrayOf(3, 0), 1, 2)).numbers().shouldBeClose(0.8, 0.4)
            sum(y).backward()
            bag.weight.gradient!!
                .numbers()
                .shouldBeClose(0.2, 0.2, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0)
            bag.call(valueOf(LongArray(0), 2, 0)).numbers() shouldBe List(4) { 0.0 }
            shouldThrow<ShapeException> { bag.call(valueOf(longArrayOf(0, 4), 1, 2)) }.problem shouldBe
                shouldThrow<ShapeException> { EmbeddingBag(Entry, Trait).call(valueOf(longArrayOf(0, 4), 1, 2)) }.problem
        }

        test("typed bags, and a bound on the norm") {
            manualSeed(1)
            val bag = EmbeddingBag(Entry, Trait, BagMode.SUM, maxNorm = 1.0).also { filled(it) }
            bag.eval()
            val y: Tensor<Mat<Bag, Trait>> = bag(valueOf(longArrayOf(0, 1, 3, 3), 2, 2).typed(Bag of 2, Spot of 2))
            y.sizes.toString() shouldBe "[Bag = 2, Trait = 2]"
            y.value.numbers().shouldBeClose(0.9, 1.2, 2.0, 0.0)
            bag.weight.value
                .numbers()
                .shouldBeClose(*table)
            bag.train()
            val z: Tensor<Mat<Bag, Trait>> = bag(words(2).typed(Spot of 1), words(0).typed(Bag of 1))
            z.value.numbers().shouldBeClose(-5 / 13.0, 12 / 13.0)
            bag.weight.value.numbers()[4] shouldBe z.value.numbers()[0]
            val weighted: Tensor<Mat<Bag, Trait>> =
                bag(
                    words(3).let { dev.rankine.ops.reshape(it, 1, 1) }.typed(Bag of 1, Spot of 1),
                    valueOf(floatArrayOf(2f), 1, 1).typed(Bag of 1, Spot of 1),
                )
            weighted.value.numbers().shouldBeClose(2.0, 0.0)
            Sequential(bag, Linear(Trait, Entry)).call(valueOf(longArrayOf(1, 2), 1, 2)).sizes.toList() shouldBe listOf(1, 4)
            bag.toString() shouldBe "EmbeddingBag(Entry = 4 -> Trait = 2, sum, max norm = 1.0)"
            EmbeddingBag(Entry, Trait, paddingIndex = 1, scaleByFrequency = true).toString() shouldBe
                "EmbeddingBag(Entry = 4 -> Trait = 2, mean, padding index = 1, gradients scaled by frequency)"
            Embedding(Entry, Trait, 1, 2.0, 1.0, true).toString() shouldBe
                "Embedding(Entry = 4 -> Trait = 2, padding index = 1, max norm = 2.0, norm type = 1.0, gradients scaled by frequency)"
        }

        test("what does not fit is refused") {
            fun message(block: () -> Unit): String = shouldThrow<ShapeException> { block() }.message!!.lines().first()

            fun argument(block: () -> Unit): String? = shouldThrow<IllegalArgumentException> { block() }.message
            argument { Embedding(Entry, Trait, maxNorm = 0.0) } shouldBe "embedding: the largest norm must be positive: 0.0"
            argument { EmbeddingBag(Entry, Trait, maxNorm = 1.0, normType = -1.0) } shouldBe
                "embedding_bag: the exponent of the norm must be positive: -1.0"
            argument { EmbeddingBag(Entry, Trait, BagMode.MAX, scaleByFrequency = true) } shouldBe
                "embedding_bag: gradients of the largest are not scaled by frequency"
            message { EmbeddingBag(Entry, Trait, paddingIndex = 4) } shouldBe
                "embedding_bag: there is no row for padding: 4 is not in [-4, 3]"
            val bag = EmbeddingBag(Entry, Trait)
            message { bag.call(words(1)) } shouldBe "embedding_bag: the indices need two axes: 1 given"
            message { bag.call(valueOf(longArrayOf(1), 1, 1), words(0)) } shouldBe "embedding_bag: the indices need one axis: 2 given"
            message { bag.call(words(1, 2), words(1)) } shouldBe "embedding_bag: the first bag begins at 0: 1 given"
            message { bag.call(words(1, 2), words(0, 2, 1)) } shouldBe "embedding_bag: offset 2 is not in [2, 2]: 1"
            message { bag.call(words(1, 2), words(0, 3)) } shouldBe "embedding_bag: offset 1 is not in [0, 2]: 3"
            message { bag.call(words(1, 2), valueOf(longArrayOf(0), 1, 1)) } shouldBe "embedding_bag: the offsets need one axis: 2 given"
            shouldThrow<DTypeException> { bag.call(words(1), zeros(Sizes.of(1))) }.message!!.lines().first() shouldBe
                "embedding_bag: offsets are integers: float32 given"
            argument { bag.call(valueOf(longArrayOf(1), 1, 1), null, zeros(Sizes.of(1, 1))) } shouldBe
                "embedding_bag: weights are for sums: MEAN given"
            val sums = EmbeddingBag(Entry, Trait, BagMode.SUM, includeLastOffset = true)
            message { sums.call(valueOf(longArrayOf(1), 1, 1), null, zeros(Sizes.of(1, 2))) } shouldBe
                "embedding_bag: needs one weight for each index: [1, 2] != [1, 1]"
            message { sums.call(words(1, 2), words(0, 1)) } shouldBe "embedding_bag: the last offset is not the number of indices: 1 != 2"
            message { sums.call(words(1, 2), words()) } shouldBe "embedding_bag: the last offset is not there: no offsets given"
            message { sums(words(1).typed(Spot of 1), words(0, 1).typed(Bag of 2)) } shouldBe
                "embedding_bag: typed offsets are as many as bags"
        }
    })
