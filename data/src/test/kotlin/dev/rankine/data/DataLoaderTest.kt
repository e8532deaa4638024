package dev.rankine.data

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.ints.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.withTimeout
import java.util.concurrent.atomic.AtomicInteger
import kotlin.time.Duration.Companion.seconds

/** The numbers themselves; fails at [bad], counts its calls. */
private class Numbers(override val size: Int, private val bad: Int = -1) : Dataset<List<Int>> {
    val made = AtomicInteger()

    override fun batch(indices: IntArray): List<Int> {
        made.incrementAndGet()
        check(bad !in indices) { "example $bad is broken" }
        return indices.toList()
    }
}

internal class DataLoaderTest :
    FunSpec({
        test("batches are the dataset in its order, the last one smaller or dropped") {
            val loader = DataLoader(Numbers(7), 3)
            loader.sequence(0).toList() shouldBe listOf(listOf(0, 1, 2), listOf(3, 4, 5), listOf(6))
            listOf(loader.batches, loader.examples, loader.size(0), loader.size(2)) shouldBe listOf(3, 7, 3, 1)
            val dropping = DataLoader(Numbers(7), 3, dropLast = true)
            dropping.sequence(0).toList() shouldBe listOf(listOf(0, 1, 2), listOf(3, 4, 5))
            listOf(dropping.batches, dropping.examples) shouldBe listOf(2, 6)
            DataLoader(Numbers(0), 3).epoch(0).toList() shouldBe emptyList()
            DataLoader(Numbers(2), 3, dropLast = true).epoch(0).toList() shouldBe emptyList()
        }
        test("a shuffled epoch holds every example once") {
            val loader = DataLoader(Numbers(1000), 32, shuffle = true, seed = 5)
            for (epoch in 0..3) loader.sequence(epoch).flatten().toList() shouldContainExactlyInAnyOrder (0 until 1000).toList()
        }
        test("the order depends on seed and epoch alone, however the batches are made") {
            val all = (0..2).map { epoch -> DataLoader(Numbers(100), 8, shuffle = true, seed = 1).sequence(epoch).toList() }
            for (prefetch in listOf(0, 1, 2, 50)) {
                val loader = DataLoader(Numbers(100), 8, shuffle = true, seed = 1, prefetch = prefetch)
                for (epoch in listOf(2, 0, 1, 2)) loader.epoch(epoch).toList() shouldBe all[epoch]
            }
            all[0] shouldNotBe all[1]
            DataLoader(Numbers(100), 8, shuffle = true, seed = 2).sequence(0).toList() shouldNotBe all[0]
        }
        test("every place is about equally likely for an example") {
            val counts = IntArray(10)
            repeat(20_000) { counts[shuffled(10, 3, it).indexOf(7)]++ }
            // chi-square with 9 degrees of freedom, 99.9 % point 27.88
            (counts.sumOf { (it - 2000.0) * (it - 2000.0) } / 2000 < 27.88) shouldBe true
        }
        test("an epoch goes on from the middle") {
            val loader = DataLoader(Numbers(50), 4, shuffle = true, seed = 9)
            loader.epoch(3, from = 5).toList() shouldBe loader.epoch(3).toList().drop(5)
            loader.epoch(3, from = loader.batches).toList() shouldBe emptyList()
        }
        test("no more batches are prepared than asked for") {
            for (prefetch in listOf(0, 1, 3)) {
                val numbers = Numbers(100)
                var taken = 0
                DataLoader(numbers, 1, prefetch = prefetch).epoch(0).take(20).collect {
                    taken++
                    delay(2)
                    numbers.made.get() shouldBeLessThanOrEqual taken + prefetch
                }
            }
        }
        test("what the dataset throws reaches the consumer after the batches before it") {
            for (prefetch in listOf(0, 1, 4)) {
                val seen = ArrayList<List<Int>>()
                val thrown =
                    shouldThrow<IllegalStateException> {
                        DataLoader(Numbers(9, bad = 5), 2, prefetch = prefetch).epoch(0).collect {
                            delay(5)
                            seen.add(it)
                        }
                    }
                thrown.message shouldBe "example 5 is broken"
                seen shouldBe listOf(listOf(0, 1), listOf(2, 3))
            }
        }
        test("what the consumer throws ends the producer") {
            val numbers = Numbers(1000)
            shouldThrow<ArithmeticException> { DataLoader(numbers, 1, prefetch = 2).epoch(0).collect { throw ArithmeticException("stop") } }
            val made = numbers.made.get()
            delay(20)
            numbers.made.get() shouldBe made
        }
        test("cancelling the consumer ends the producer") {
            val numbers = Numbers(1_000_000)
            val job = launch { DataLoader(numbers, 1, prefetch = 2).epoch(0).collect { delay(1) } }
            delay(30)
            withTimeout(5.seconds) { job.cancelAndJoin() }
            val made = numbers.made.get()
            delay(20)
            numbers.made.get() shouldBe made
        }
        test("impossible numbers are refused") {
            shouldThrow<IllegalArgumentException> { DataLoader(Numbers(3), 0) }.message shouldBe
                "data loader: a batch needs at least one example: batchSize 0"
            shouldThrow<IllegalArgumentException> { DataLoader(Numbers(3), 1, prefetch = -1) }.message shouldBe
                "data loader: prefetch cannot be negative: -1"
            shouldThrow<IllegalArgumentException> { DataLoader(Numbers(3), 1).epoch(0, from = 4) }.message shouldBe
                "data loader: there is no such batch: 4 is not in 0..3"
            shouldThrow<IllegalArgumentException> { DataLoader(Numbers(3), 1).sequence(-1) }.message shouldBe
                "data loader: epochs count from 0: -1"
        }
    })
