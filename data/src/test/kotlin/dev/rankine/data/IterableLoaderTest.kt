package dev.rankine.data

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.ints.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import java.util.concurrent.atomic.AtomicInteger

internal class IterableLoaderTest :
    FunSpec({
        /** `epoch * 1000 + 0, 1, ...`; counts what was read and what was opened and closed. */
        class Counting(private val count: Int, private val bad: Int = -1) : IterableDataset<Int> {
            val read = AtomicInteger()
            val open = AtomicInteger()

            override fun epoch(epoch: Int) =
                flow {
                    open.incrementAndGet()
                    try {
                        for (i in 0 until count) {
                            check(i != bad) { "line $i is broken" }
                            read.incrementAndGet()
                            emit(epoch * 1000 + i)
                        }
                    } finally {
                        open.decrementAndGet()
                    }
                }
        }

        test("batches of a stream, the last one smaller or dropped, for any number of workers") {
            for (workers in 1..4) {
                IterableLoader(Counting(7), 3, workers = workers) { it }.epoch(2).toList() shouldBe
                    listOf(listOf(2000, 2001, 2002), listOf(2003, 2004, 2005), listOf(2006))
                IterableLoader(Counting(7), 3, workers = workers, dropLast = true) { it }.epoch(0).toList().size shouldBe 2
                IterableLoader(Counting(0), 3, workers = workers) { it }.epoch(0).toList() shouldBe emptyList()
            }
        }
        test("a buffer shuffles by seed and epoch, and an epoch goes on from the middle") {
            fun loader(seed: Long, workers: Int = 1) =
                IterableLoader(Counting(100), 8, shuffleBuffer = 20, seed = seed, workers = workers) { it }
            val all = loader(1).epoch(0).toList()
            all.flatten() shouldContainExactlyInAnyOrder (0 until 100).toList()
            all.flatten() shouldNotBe (0 until 100).toList()
            loader(1, workers = 3).epoch(0).toList() shouldBe all
            loader(2).epoch(0).toList() shouldNotBe all
            loader(1)
                .epoch(1)
                .toList()
                .flatten()
                .map { it - 1000 } shouldNotBe all.flatten()
            loader(1, workers = 2).epoch(0, from = 9).toList() shouldBe all.drop(9)
            loader(1).epoch(0, from = 99).toList() shouldBe emptyList()
            // an example waits for a place among 20: none comes earlier than that
            all.flatten().withIndex().all { (place, example) -> example <= place + 20 } shouldBe true
        }
        test("every place is about equally likely where the buffer holds all") {
            val counts = IntArray(5)
            val loader = IterableLoader(Counting(5), 5, shuffleBuffer = 50) { it }
            repeat(5000) { epoch ->
                counts[
                    loader
                        .epoch(epoch)
                        .toList()
                        .single()
                        .indexOf(epoch * 1000 + 3),
                ]++
            }
            // chi-square with 4 degrees of freedom, 99.9 % point 18.47
            (counts.sumOf { (it - 1000.0) * (it - 1000.0) } / 1000 < 18.47) shouldBe true
        }
        test("no more is read than is asked for ahead; the stream is closed whoever ends it") {
            val stream = Counting(10_000)
            var taken = 0
            IterableLoader(stream, 10, workers = 2, prefetch = 3) { it }.epoch(0).take(20).collect {
                taken++
                Thread.sleep(1)
                // batches made ahead, one that waits for its place, one that is being filled
                stream.read.get() shouldBeLessThanOrEqual 10 * (taken + 3 + 2)
            }
            stream.open.get() shouldBe 0
        }
        test("what the stream throws comes after the batches before it, as what the collating throws does") {
            val seen = ArrayList<List<Int>>()
            val stream = Counting(100, bad = 25)
            shouldThrow<IllegalStateException> {
                IterableLoader(
                    stream,
                    10,
                    workers = 3,
                ) { it }.epoch(0).collect(seen::add)
            }.message shouldBe
                "line 25 is broken"
            seen.size shouldBe 2
            stream.open.get() shouldBe 0
            val collate = Collate<Int, Int> { batch -> batch.sum().also { check(31 !in batch) { "31 is there" } } }
            val sums = ArrayList<Int>()
            shouldThrow<IllegalStateException> {
                IterableLoader(
                    Counting(100),
                    10,
                    workers = 3,
                    collate = collate,
                ).epoch(0).collect(sums::add)
            }.message shouldBe "31 is there"
            sums.size shouldBe 3
        }
        test("mapped and filtered") {
            val odd = Counting(9).map { it * 3 }.filter { it % 2 == 1 }
            odd.epoch(0).toList() shouldBe listOf(3, 9, 15, 21)
        }
        test("with scopes") {
            val batches = IterableLoader(Counting(4), 2) { it }.scopedEpoch(0).toList()
            batches.map { it.first } shouldBe listOf(listOf(0, 1), listOf(2, 3))
        }
        test("impossible numbers") {
            fun message(block: () -> Any) = shouldThrow<IllegalArgumentException> { block() }.message
            message { IterableLoader(Counting(1), 0) { it } } shouldBe "iterable loader: a batch needs at least one example: batchSize 0"
            message { IterableLoader(Counting(1), 1, workers = 0) { it } } shouldBe
                "iterable loader: batches need at least one worker: workers 0"
            message { IterableLoader(Counting(1), 1, shuffleBuffer = -1) { it } } shouldBe
                "iterable loader: the number of examples to draw from is negative: shuffleBuffer -1"
            message { IterableLoader(Counting(1), 1, workers = 2, prefetch = 1) { it } } shouldBe
                "iterable loader: each worker prepares a batch ahead: workers 2, prefetch 1"
            message { IterableLoader(Counting(1), 1) { it }.epoch(-1) } shouldBe "iterable loader: epochs count from 0: -1"
            message { IterableLoader(Counting(1), 1) { it }.epoch(0, from = -1) } shouldBe "iterable loader: batches count from 0: -1"
        }
    })
