package dev.rankine.data

import dev.rankine.ops.manualSeed
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.toLongArray
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.of
import dev.rankine.tensor.tensorOf
import dev.rankine.tensor.toFloatArray
import dev.rankine.tensor.toLongArray
import dev.rankine.tensor.uniform
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import kotlinx.coroutines.flow.toList

private fun message(block: () -> Any) = shouldThrow<IllegalArgumentException> { block() }.message

internal class DatasetsTest :
    FunSpec({
        fun numbers(from: Int, count: Int) = ListDataset(List(count) { from + it }) { it }

        fun labelled(from: Int, count: Int) =
            TensorDataset(
                tensorOf(FloatArray(2 * count) { (from + it / 2).toFloat() }, Row of count, Two.toAxis()),
                tensorOf(LongArray(count) { from + it.toLong() }, Row of count),
            )

        test("a list with a function that collates") {
            val words = ListDataset(listOf("to", "be", "or")) { it.joinToString(" ") }
            words.size shouldBe 3
            words.batch(intArrayOf(1, 0, 1)) shouldBe "be to be"
            words.mapExamples({ it.sum() }, String::length).batch(intArrayOf(0, 2, 2)) shouldBe 6
            words.map(String::length).batch(intArrayOf(0, 1)) shouldBe 5
        }
        test("subsets, also of subsets") {
            val tens = numbers(10, 10).subset(intArrayOf(7, 3, 3))
            tens.size shouldBe 3
            tens.batch(intArrayOf(2, 0)) shouldBe listOf(13, 17)
            tens.subset(1..2).batch(intArrayOf(1)) shouldBe listOf(13)
            tens.indices.toList() shouldBe listOf(7, 3, 3)
            message { numbers(0, 3).subset(intArrayOf(0, 3)) } shouldBe "subset: there is no such example: 3 is not in 0..2"
            message { numbers(0, 3).subset(-1..1) } shouldBe "subset: there is no such example: -1 is not in 0..2"
        }
        test("random splits hold every example once, by fractions and by counts") {
            val all = numbers(0, 103)
            val (train, valid, test) = all.randomSplit(0.7, 0.2, 0.1, seed = 3)
            listOf(train.size, valid.size, test.size) shouldBe listOf(73, 20, 10)
            (train.indices + valid.indices + test.indices).toList() shouldContainExactlyInAnyOrder (0 until 103).toList()
            all.randomSplit(0.7, 0.2, 0.1, seed = 3)[1].indices.toList() shouldBe valid.indices.toList()
            all.randomSplit(0.7, 0.2, 0.1, seed = 4)[1].indices.toList() shouldNotBe valid.indices.toList()
            val (some, others) = all.randomSplit(100, 3, seed = 3)
            (some.indices + others.indices).toList() shouldContainExactlyInAnyOrder (0 until 103).toList()
            others.size shouldBe 3
            numbers(0, 100).randomSplit(0.29, 0.71).map { it.size } shouldBe listOf(29, 71)
            numbers(0, 0).randomSplit(0.5, 0.5).map { it.size } shouldBe listOf(0, 0)
        }
        test("impossible splits") {
            val all = numbers(0, 10)
            message { all.randomSplit(0.5, 0.4) } shouldBe "random split: the fractions do not sum to 1: 0.5 + 0.4 = 0.9"
            message { all.randomSplit(1.5, -0.5) } shouldBe "random split: a fraction is not in 0..1: 1.5"
            message { all.randomSplit(Double.NaN) } shouldBe "random split: a fraction is not in 0..1: NaN"
            message { all.randomSplit(4, 5) } shouldBe "random split: the parts are not the whole: 4 + 5 = 9, the dataset has 10"
            message { all.randomSplit(11, -1) } shouldBe "random split: a part cannot have a negative number of examples: -1"
            message { all.stratifiedSplit(LongArray(9), 0.5, 0.5) } shouldBe
                "stratified split: labels and examples differ in number: 9 != 10"
            message { all.stratifiedSplit(LongArray(10), 0.5) } shouldBe "stratified split: the fractions do not sum to 1: 0.5 = 0.5"
        }
        test("a stratified split keeps the proportions of the classes") {
            val labels =
                LongArray(178) {
                    if (it < 59) {
                        0
                    } else if (it < 130) {
                        1
                    } else {
                        2
                    }
                }
            val (train, test) = numbers(0, 178).stratifiedSplit(labels, 0.8, 0.2, seed = 5)
            (train.indices + test.indices).toList() shouldContainExactlyInAnyOrder (0 until 178).toList()
            train.size shouldBe 143
            for ((k, n) in listOf(59, 71, 48).withIndex()) {
                val found = train.indices.count { labels[it] == k.toLong() }
                (found == n * 143 / 178 || found == n * 143 / 178 + 1) shouldBe true
            }
        }
        test("concatenated: any datasets, with what joins their batches") {
            val all = ConcatDataset(listOf(numbers(0, 3), numbers(50, 0), numbers(10, 2), numbers(20, 4))) { it.flatten() }
            all.size shouldBe 9
            all.batch(IntArray(9) { it }) shouldBe listOf(0, 1, 2, 10, 11, 20, 21, 22, 23)
            all.batch(intArrayOf(8, 3, 4, 0)) shouldBe listOf(23, 10, 11, 0)
            all.batch(intArrayOf()) shouldBe emptyList()
            message { ConcatDataset<Int>(emptyList()) { 0 } } shouldBe "concat dataset: there is no dataset"
            val huge =
                object : Dataset<Int> {
                    override val size = Int.MAX_VALUE

                    override fun batch(indices: IntArray) = 0
                }
            message { ConcatDataset(listOf(huge, huge)) { 0 } } shouldBe "concat dataset: too many examples: 4294967294 > 2147483647"
        }
        test("concatenated: tensors, in the order that was asked for, under their names") {
            val all = labelled(0, 3) + labelled(10, 2)
            val (x, y) = all.batch(intArrayOf(4, 0, 3, 1))
            x.sizes.toString() shouldBe "[Row = 4, Two = 2]"
            x.toFloatArray().toList() shouldBe listOf(11f, 11f, 0f, 0f, 10f, 10f, 1f, 1f)
            y.toLongArray().toList() shouldBe listOf(11L, 0L, 10L, 1L)
            val one = tensorDataset(tensorOf(floatArrayOf(1f, 2f), Row of 2))
            (one + one).batch(intArrayOf(3, 0)).toFloatArray().toList() shouldBe listOf(2f, 1f)
        }
        test("one tensor, three, any number") {
            val x = tensorOf(floatArrayOf(1f, 2f, 3f), Row of 3)
            val y = tensorOf(longArrayOf(4, 5, 6), Row of 3)
            val (a, b, c) = tensorDataset(x, y, x).batch(intArrayOf(2, 0))
            a.toFloatArray().toList() shouldBe listOf(3f, 1f)
            b.toLongArray().toList() shouldBe listOf(6L, 4L)
            c.toFloatArray().toList() shouldBe listOf(3f, 1f)
            val many = tensorDataset(listOf(x, y, y, y))
            many.batch(intArrayOf(1)).map { it.value.toLongArray().single() } shouldBe listOf(2L, 5L, 5L, 5L)
            many.size shouldBe 3
            val zipped = labelled(0, 3) zip tensorDataset(x) zip tensorDataset(y)
            val (left, right) = zipped.batch(intArrayOf(1))
            left.second.value
                .toFloatArray()
                .single() shouldBe 2f
            right.toLongArray().single() shouldBe 5L
            message { labelled(0, 3) zip labelled(0, 2) } shouldBe "zip: the datasets differ in size: 3 != 2"
            shouldThrow<ShapeException> { tensorDataset(emptyList()) }.message shouldBe "tensor dataset: needs at least one tensor"
            shouldThrow<ShapeException> { tensorDataset(x, y, tensorOf(longArrayOf(1), Row of 1)) }.message!!.lines()[0] shouldBe
                "tensor dataset: first and third differ in number: 3 != 1"
        }
        test("what a dataset draws at random depends on seed, epoch and batch, not on who makes the batch, and disturbs nobody") {
            val noisy = labelled(0, 40).map { (x, _) -> (x + uniform(Row of x.sizes[0], Two.toAxis())).toFloatArray().toList() }
            val all = DataLoader(noisy, 7, shuffle = true, seed = 1).sequence(2).toList()
            all.toSet().size shouldBe 6
            for (workers in 1..4) {
                val loader = DataLoader(noisy, 7, shuffle = true, seed = 1, workers = workers)
                loader.epoch(2, from = 3).toList() shouldBe all.drop(3)
            }
            DataLoader(noisy, 7, shuffle = true, seed = 2).sequence(2).toList() shouldNotBe all
            DataLoader(noisy, 40).sequence(0).toList() shouldNotBe DataLoader(noisy, 40).sequence(1).toList()
            val generator = manualSeed(9)
            DataLoader(noisy, 7).sequence(0).toList()
            generator.state.counter shouldBe 0L
        }
    })
