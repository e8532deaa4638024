package dev.rankine.data

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import kotlin.math.abs
import kotlin.math.ceil
import kotlin.math.floor

private fun message(block: () -> Any) = shouldThrow<IllegalArgumentException> { block() }.message

internal class SamplerTest :
    FunSpec({
        test("in sequence") {
            SequentialSampler(4).epoch(7).toList() shouldBe listOf(0, 1, 2, 3)
            message { SequentialSampler(-1) } shouldBe "sequential sampler: the number of examples is negative: -1"
        }
        test("random orders without replacement hold every number once, or some of them") {
            val sampler = RandomSampler(100, seed = 4)
            sampler.epoch(2).toList() shouldContainExactlyInAnyOrder (0 until 100).toList()
            sampler.epoch(2).toList() shouldBe shuffled(100, 4, 2).toList()
            sampler.epoch(3).toList() shouldNotBe sampler.epoch(2).toList()
            RandomSampler(100, seed = 5).epoch(2).toList() shouldNotBe sampler.epoch(2).toList()
            RandomSampler(100, seed = 4, size = 10).epoch(2).toList() shouldBe sampler.epoch(2).take(10)
        }
        test("random draws with replacement are uniform") {
            val sampler = RandomSampler(10, seed = 1, replacement = true, size = 20_000)
            val counts = IntArray(10).also { for (i in sampler.epoch(0)) it[i]++ }
            // chi-square with 9 degrees of freedom, 99.9 % point 27.88
            counts.sumOf { (it - 2000.0) * (it - 2000.0) } / 2000 shouldBeLessThan 27.88
            sampler.epoch(0).toList() shouldBe sampler.epoch(0).toList()
            sampler.epoch(1).toList() shouldNotBe sampler.epoch(0).toList()
        }
        test("impossible random samplers") {
            message { RandomSampler(3, size = 4) } shouldBe
                "random sampler: more draws than examples: 4 of 3\n  hint: with replacement = true an example may come more than once"
            message { RandomSampler(0, replacement = true, size = 1) } shouldBe "random sampler: more draws than examples: 1 of 0"
            message { RandomSampler(-3) } shouldBe "random sampler: the number of examples is negative: -3"
            message { RandomSampler(3, size = -1) } shouldBe "random sampler: the number of draws is negative: -1"
        }
        test("a subset in orders of its own") {
            val indices = intArrayOf(5, 9, 2, 30)
            val sampler = SubsetRandomSampler(indices, seed = 3)
            indices[0] = 77
            (0..5).map { sampler.epoch(it).toList() }.forEach { it shouldContainExactlyInAnyOrder listOf(5, 9, 2, 30) }
            (0..5).map { sampler.epoch(it).toList() }.distinct().size shouldNotBe 1
        }
        test("weighted draws with replacement follow the weights") {
            val weights = doubleArrayOf(0.0, 1.0, 2.0, 0.0, 5.0, 0.0)
            val counts = IntArray(6).also { for (i in WeightedRandomSampler(weights, size = 16_000, seed = 2).epoch(1)) it[i]++ }
            listOf(counts[0], counts[3], counts[5]) shouldBe listOf(0, 0, 0)
            val expected = mapOf(1 to 2000.0, 2 to 4000.0, 4 to 10_000.0)
            // chi-square with 2 degrees of freedom, 99.9 % point 13.82
            expected.entries.sumOf { (i, n) -> (counts[i] - n) * (counts[i] - n) / n } shouldBeLessThan 13.82
        }
        test("weighted draws without replacement: each once, the first by its weight") {
            val weights = doubleArrayOf(1.0, 0.0, 3.0, 4.0)
            val sampler = WeightedRandomSampler(weights, size = 3, seed = 8, replacement = false)
            sampler.epoch(0).toList() shouldContainExactlyInAnyOrder listOf(0, 2, 3)
            val first = IntArray(4).also { counts -> for (epoch in 0 until 8000) counts[sampler.epoch(epoch)[0]]++ }
            val expected = listOf(1000.0, 3000.0, 4000.0)
            listOf(first[0], first[2], first[3]).zip(expected) { n, e -> (n - e) * (n - e) / e }.sum() shouldBeLessThan 13.82
        }
        test("impossible weights") {
            message { WeightedRandomSampler(doubleArrayOf(1.0, -2.0)) } shouldBe
                "weighted random sampler: a weight is a finite number from 0 on: weight 1 is -2.0"
            message { WeightedRandomSampler(doubleArrayOf(Double.NaN)) } shouldBe
                "weighted random sampler: a weight is a finite number from 0 on: weight 0 is NaN"
            message { WeightedRandomSampler(doubleArrayOf(0.0, 0.0)) } shouldBe
                "weighted random sampler: no example can be drawn: 2 weights, none above 0"
            message { WeightedRandomSampler(doubleArrayOf(1.0, 0.0), replacement = false) } shouldBe
                "weighted random sampler: more draws than examples with a weight above 0: 2 of 1" +
                "\n  hint: with replacement = true an example may come more than once"
            message { WeightedRandomSampler(doubleArrayOf(1.0), size = -1) } shouldBe
                "weighted random sampler: the number of draws is negative: -1"
            message { WeightedRandomSampler(doubleArrayOf(Double.MAX_VALUE, Double.MAX_VALUE)) } shouldBe
                "weighted random sampler: the sum of the weights is not finite"
            WeightedRandomSampler(doubleArrayOf()).epoch(0).toList().shouldBeEmpty()
        }
        test("stratified: every beginning of the order has the classes in their proportions") {
            for (sizes in listOf(
                listOf(59, 71, 48),
                listOf(1, 1, 98),
                listOf(10, 90),
                listOf(7),
                listOf(3, 3, 3, 1),
                listOf(100, 1, 33, 2, 64),
            )) {
                val labels = sizes.flatMapIndexed { k, n -> List(n) { k * 10L - 5 } }.shuffled(java.util.Random(1)).toLongArray()
                for (epoch in 0..3) {
                    val order = StratifiedSampler(labels, seed = 6).epoch(epoch)
                    order.toList() shouldContainExactlyInAnyOrder labels.indices.toList()
                    for (t in 0..labels.size) {
                        for ((k, n) in sizes.withIndex()) {
                            val found = (0 until t).count { labels[order[it]] == k * 10L - 5 }
                            val share = n.toDouble() * t / labels.size
                            (found in floor(share - 1e-9).toInt()..ceil(share + 1e-9).toInt()) shouldBe true
                        }
                    }
                }
            }
        }
        test("stratified: another order each epoch, classes not always in the same places") {
            val labels = LongArray(60) { it % 3L }
            val sampler = StratifiedSampler(labels, seed = 1)
            sampler.epoch(1).toList() shouldBe sampler.epoch(1).toList()
            sampler.epoch(1).toList() shouldNotBe sampler.epoch(2).toList()
            (0 until 20).map { labels[sampler.epoch(it)[0]] }.toSet() shouldBe setOf(0L, 1L, 2L)
            StratifiedSampler(longArrayOf()).epoch(0).toList().shouldBeEmpty()
            // an example of a class is equally likely in each of the places that its class has
            val mean = (0 until 400).map { epoch -> sampler.epoch(epoch).indexOf(0) }.average()
            abs(mean) shouldBe (29.5 plusOrMinus 3.0)
        }
        test("batches of a loader come from its sampler, however it is made, and go on from the middle") {
            val labels = LongArray(90) { if (it < 30) 1L else 0L }
            val loader =
                DataLoader(ListDataset(labels.toList()) { it }, batchSize = 9, sampler = StratifiedSampler(labels, seed = 2), workers = 3)
            loader.sequence(0).toList().forEach { batch -> batch.sum() shouldBe 3L }
            val weighted =
                DataLoader(ListDataset(labels.toList()) { it }, 8, WeightedRandomSampler(DoubleArray(90) { 1.0 + it }, 50), dropLast = true)
            listOf(weighted.batches, weighted.examples, weighted.batchSize) shouldBe listOf(6, 48, 8)
            weighted.sequence(3).drop(4).toList() shouldBe weighted.sequence(3, from = 4).toList()
        }
        test("a batch sampler of one's own, and one that asks for what is not there") {
            fun sampler(vararg batches: IntArray) =
                object : BatchSampler {
                    override val batches = batches.size

                    override fun size(batch: Int) = batches[batch].size

                    override fun epoch(epoch: Int) = batches.toList()
                }
            val examples = ListDataset(listOf("a", "b", "c")) { it.joinToString("") }
            val loader = DataLoader(examples, sampler(intArrayOf(2, 0, 2), intArrayOf(1)))
            loader.sequence(0).toList() shouldBe listOf("cac", "b")
            listOf(loader.batchSize, loader.examples, loader.batches, loader.size(1)) shouldBe listOf(3, 4, 2, 1)
            message { DataLoader(examples, sampler(intArrayOf(0, 3))).sequence(0).toList() } shouldBe
                "data loader: the sampler asks for an example that is not there: 3 is not in 0..2"
        }
        test("what a checkpoint must agree in") {
            RandomSampler(5, seed = 3).batches(2).settings shouldBe
                mapOf("batchSize" to 2, "dropLast" to false, "shuffle" to true, "seed of the order" to 3L)
            SequentialSampler(5).settings shouldBe mapOf("shuffle" to false)
            RandomSampler(5, 3, replacement = true, size = 9).settings shouldBe
                mapOf("shuffle" to true, "seed of the order" to 3L, "replacement" to true, "draws" to 9)
            StratifiedSampler(longArrayOf(1)).settings shouldNotBe StratifiedSampler(longArrayOf(2)).settings
            WeightedRandomSampler(doubleArrayOf(1.0)).settings shouldNotBe WeightedRandomSampler(doubleArrayOf(2.0)).settings
            SubsetRandomSampler(intArrayOf(1)).settings shouldNotBe SubsetRandomSampler(intArrayOf(2)).settings
        }
    })
