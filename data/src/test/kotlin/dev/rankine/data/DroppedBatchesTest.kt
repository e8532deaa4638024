package dev.rankine.data

import dev.rankine.ops.ReleasedException
import dev.rankine.ops.Scope
import dev.rankine.ops.Value
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.asFlow
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.withTimeout
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import kotlin.time.Duration.Companion.seconds

/** Batches of one number, all of which it remembers; [enough] opens when six are made. */
private class Remembering : Dataset<Value> {
    val made = ArrayList<Value>()
    val enough = CountDownLatch(6)

    override val size: Int get() = 100

    override fun batch(indices: IntArray): Value =
        valueOf(doubleArrayOf(indices[0].toDouble()), 1).also {
            synchronized(made) { made.add(it) }
            enough.countDown()
        }

    fun isReleased(value: Value): Boolean =
        try {
            value.toDoubleArray()
            false
        } catch (released: ReleasedException) {
            true
        }
}

internal class DroppedBatchesTest :
    FunSpec({
        fun epoch(dataset: Remembering, workers: Int): Flow<Pair<Value, Scope>> =
            DataLoader(dataset, 1, workers = workers, prefetch = 6, dispatcher = Dispatchers.IO).scopedEpoch(0)

        fun awaited(dataset: Remembering) = dataset.enough.await(20, TimeUnit.SECONDS) shouldBe true

        for (workers in listOf(1, 3)) {
            test("$workers workers: of a collector that takes two, the others end and the two stay") {
                val dataset = Remembering()
                val taken =
                    epoch(dataset, workers).take(2).let { flow ->
                        val all = ArrayList<Value>()
                        flow.collect {
                            all += it.first
                            awaited(dataset)
                        }
                        all
                    }
                dataset.made.size shouldBeGreaterThan 4
                taken.map { it.toDoubleArray().single() } shouldBe listOf(0.0, 1.0)
                dataset.made.filter { dataset.isReleased(it) }.size shouldBe dataset.made.size - 2
            }
            test("$workers workers: of a collector that fails or is cancelled, all that it did not get end") {
                val failing = Remembering()
                shouldThrow<ArithmeticException> {
                    epoch(failing, workers).collect {
                        awaited(failing)
                        throw ArithmeticException("stop")
                    }
                }
                failing.made.filter { !failing.isReleased(it) }.map { it.toDoubleArray().single() } shouldBe listOf(0.0)
                val cancelled = Remembering()
                val begun = CompletableDeferred<Unit>()
                val collecting =
                    launch(Dispatchers.Default) {
                        epoch(cancelled, workers).collect {
                            awaited(cancelled)
                            begun.complete(Unit)
                            Channel<Unit>().receive() // for ever
                        }
                    }
                begun.await()
                withTimeout(20.seconds) { collecting.cancelAndJoin() }
                cancelled.made.filter { !cancelled.isReleased(it) }.map { it.toDoubleArray().single() } shouldBe listOf(0.0)
            }
        }
        test("a failure of a batch: those after it end") {
            val dropped = AtomicInteger()
            val made = AtomicInteger()
            val last = CountDownLatch(3)
            val flow =
                (0..3).asFlow().mapInOrder(4, 4, Dispatchers.IO, drop = { dropped.incrementAndGet() }) {
                    if (it == 0) {
                        last.await(20, TimeUnit.SECONDS)
                        error("the first")
                    }
                    made.incrementAndGet()
                    last.countDown()
                }
            shouldThrow<IllegalStateException> { flow.toList() }.message shouldBe "the first"
            made.get() shouldBe 3
            dropped.get() shouldBe 3
        }
        test("a collector that gets all drops none") {
            val dataset = Remembering()
            val all = epoch(dataset, 3).toList()
            all.size shouldBe 100
            dataset.made.none { dataset.isReleased(it) } shouldBe true
            all.first().second.discard()
            dataset.made.count { dataset.isReleased(it) } shouldBe 1
        }
    })
