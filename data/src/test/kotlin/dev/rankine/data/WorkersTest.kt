package dev.rankine.data

import dev.rankine.ops.Generator
import dev.rankine.ops.manualSeed
import dev.rankine.ops.withThreadSettings
import dev.rankine.tensor.toFloatArray
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.ints.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.asCoroutineDispatcher
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.job
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeout
import java.util.concurrent.CountDownLatch
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import kotlin.time.Duration.Companion.seconds

/** The numbers themselves; [before] is called for the first of each batch. */
private class Watched(override val size: Int, private val before: (Int) -> Unit) : Dataset<List<Int>> {
    val made = AtomicInteger()

    override fun batch(indices: IntArray): List<Int> {
        before(indices[0])
        made.incrementAndGet()
        return indices.toList()
    }
}

private class Broken(message: String, val where: Int) : Exception(message)

internal class WorkersTest :
    FunSpec({
        fun <B> loader(dataset: Dataset<B>, size: Int, workers: Int, prefetch: Int = 2 * workers, shuffle: Boolean = false) =
            DataLoader(dataset, size, shuffle, seed = 3, workers = workers, prefetch = prefetch, dispatcher = Dispatchers.IO)

        test("the same batches, bit for bit and in the same order, whatever the number of workers") {
            val digits = DrawnDigits.draw(60, seed = 1).dataset(Row, Area, Normalization(0.1, 0.3))
            val one = loader(digits, 7, 1, shuffle = true).sequence(2).map { it.inputs.toFloatArray().toList() }.toList()
            for (workers in listOf(1, 2, 3, 8)) {
                loader(digits, 7, workers, shuffle = true).epoch(2).toList().map { it.inputs.toFloatArray().toList() } shouldBe one
            }
        }
        test("batches come in order though the first takes longest") {
            val others = CountDownLatch(3)
            val dataset = Watched(8) { if (it == 0) others.await(20, TimeUnit.SECONDS) else others.countDown() }
            loader(dataset, 1, 4).epoch(0).toList() shouldContainExactly (0 until 8).map { listOf(it) }
            others.count shouldBe 0
        }
        test("what a dataset draws moves its own generator, not the collector's, though both use the same threads") {
            Executors.newFixedThreadPool(2).asCoroutineDispatcher().use { threads ->
                val dataset =
                    Watched(100) {
                        Generator.current.draw(4)
                        Thread.sleep(1)
                    }
                val counters = ArrayList<Long>()
                withContext(threads) {
                    manualSeed(1)
                    val batches = DataLoader(dataset, 1, workers = 2, dispatcher = threads).epoch(0)
                    withThreadSettings { batches.collect { counters += Generator.current.draw(4) } }
                }
                counters shouldBe (0L until 100L).toList()
            }
        }
        test("as many batches are made at once as there are workers") {
            val together = CyclicBarrier(3)
            val dataset = Watched(9) { together.await(20, TimeUnit.SECONDS) }
            loader(dataset, 1, 3).epoch(0).toList().size shouldBe 9
        }
        test("no more batches are made than were asked for ahead, however slow the collector is") {
            for ((workers, prefetch) in listOf(1 to 1, 2 to 2, 3 to 5)) {
                val dataset = Watched(60) {}
                var taken = 0
                loader(dataset, 1, workers, prefetch).epoch(0).collect {
                    taken++
                    Thread.sleep(1)
                    dataset.made.get() shouldBeLessThanOrEqual taken + prefetch
                }
                taken shouldBe 60
            }
        }
        test("as many batches are made ahead as were asked for, while the collector waits") {
            for ((workers, prefetch) in listOf(1 to 1, 2 to 2, 3 to 5)) {
                val ahead = CountDownLatch(1 + prefetch)
                val dataset = Watched(60) { ahead.countDown() }
                val first = loader(dataset, 1, workers, prefetch).epoch(0).first { ahead.await(20, TimeUnit.SECONDS) }
                first shouldBe listOf(0)
                ahead.count shouldBe 0
            }
        }
        test("the first failure is told after the batches before it, and is the exception itself") {
            val late = CountDownLatch(1)
            val thrown = ArrayList<Broken>()
            val dataset =
                Watched(12) {
                    if (it == 5) {
                        late.await(20, TimeUnit.SECONDS) // the failure of 6 comes first
                        throw Broken("example 5 is broken", 5).also(thrown::add)
                    }
                    if (it == 6) {
                        late.countDown()
                        throw Broken("example 6 is broken", 6)
                    }
                }
            val seen = ArrayList<Int>()
            val caught = shouldThrow<Broken> { loader(dataset, 1, 4).epoch(0).collect { seen += it } }
            seen shouldContainExactly listOf(0, 1, 2, 3, 4)
            (caught === thrown.single()) shouldBe true
            caught.where shouldBe 5
        }
        test("errors of the machine are told too") {
            val dataset = Watched(4) { if (it == 2) throw OutOfMemoryError("not really") }
            shouldThrow<OutOfMemoryError> { loader(dataset, 1, 2).epoch(0).toList() }.message shouldBe "not really"
        }
        test("whoever stops, throws or is cancelled leaves no coroutine behind and no batch is made any more") {
            val dataset = Watched(100_000) {}

            suspend fun noneIsLeft(job: Job) {
                job.children.toList().size shouldBe 0
                val made = dataset.made.get()
                Thread.sleep(10)
                dataset.made.get() shouldBe made
            }
            val job = kotlin.coroutines.coroutineContext.job
            loader(dataset, 1, 4)
                .epoch(0)
                .take(3)
                .toList()
                .size shouldBe 3
            noneIsLeft(job)
            shouldThrow<ArithmeticException> { loader(dataset, 1, 4).epoch(0).collect { throw ArithmeticException("stop") } }
            noneIsLeft(job)
            val begun = CompletableDeferred<Unit>()
            val collecting =
                launch(Dispatchers.Default) {
                    loader(dataset, 1, 4).epoch(0).collect {
                        begun.complete(Unit)
                        Channel<Unit>().receive() // for ever
                    }
                }
            begun.await()
            withTimeout(20.seconds) { collecting.cancelAndJoin() }
            noneIsLeft(job)
        }
        test("impossible numbers of workers") {
            fun message(workers: Int, prefetch: Int) =
                shouldThrow<IllegalArgumentException> { loader(Watched(1) {}, 1, workers, prefetch) }.message
            message(0, 0) shouldBe "data loader: batches need at least one worker: workers 0"
            message(3, 2) shouldBe "data loader: each worker prepares a batch ahead: workers 3, prefetch 2"
            message(2, 0) shouldBe "data loader: each worker prepares a batch ahead: workers 2, prefetch 0"
        }
    })
