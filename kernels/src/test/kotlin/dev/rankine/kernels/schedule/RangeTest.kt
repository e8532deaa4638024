package dev.rankine.kernels

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.booleans.shouldBeTrue
import io.kotest.matchers.ints.shouldBeLessThan
import io.kotest.matchers.ints.shouldBeLessThanOrEqual
import io.kotest.matchers.longs.shouldBeLessThan
import io.kotest.matchers.shouldBe
import java.lang.management.ManagementFactory
import java.lang.ref.WeakReference
import java.util.TreeSet
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicBoolean
import java.util.concurrent.atomic.AtomicInteger
import java.util.concurrent.atomic.AtomicIntegerArray
import java.util.concurrent.atomic.AtomicLong
import kotlin.concurrent.thread

/** Ranges on 1, 2 and 4 threads: every number once, whoever calls; the first exception; nested ranges; interrupted callers. */
internal class RangeTest :
    FunSpec({
        val pools = listOf(1, 2, 4).map { Workers(it) }
        afterSpec { pools.forEach { it.close() } }

        fun covers(n: Int, grain: Int) {
            val seen = AtomicIntegerArray(n)
            Workers.range(n, grain) { from, to -> for (i in from until to) seen.incrementAndGet(i) }
            (0 until n).all { seen.get(it) == 1 }.shouldBeTrue()
        }

        for (workers in pools) {
            val threads = workers.threads
            test("every number belongs to one block: $threads threads") {
                Workers.using(workers) {
                    Workers.count shouldBe threads
                    for (n in listOf(0, 1, 7, 8, 9, 1000)) for (grain in listOf(1, 3, 8, 2000)) repeat(20) { covers(n, grain) }
                }
            }
            test("blocks do not depend on the number of threads: $threads threads") {
                Workers.using(workers) {
                    val starts = TreeSet<Int>()
                    Workers.range(100, 7) { from, to ->
                        to shouldBe minOf(100, from + 7)
                        synchronized(starts) { starts.add(from) }
                    }
                    starts.toList() shouldBe (0 until 100 step 7).toList()
                }
            }
            test("a range near the largest number ends there: $threads threads") {
                val total = AtomicLong()
                Workers.using(workers) { Workers.range(Int.MAX_VALUE, 1 shl 30) { from, to -> total.addAndGet(to.toLong() - from) } }
                total.get() shouldBe Int.MAX_VALUE.toLong()
            }
            test("the first exception is thrown to the caller, the rest is left out, and the next range runs: $threads threads") {
                Workers.using(workers) {
                    repeat(20) {
                        val blocks = AtomicInteger()
                        val failed = AtomicBoolean()
                        shouldThrow<IllegalStateException> {
                            Workers.range(100_000, 1) { from, _ ->
                                blocks.incrementAndGet()
                                failed.compareAndSet(false, from == 37)
                                check(from != 37) { "block 37" }
                                if (from > 37) while (!failed.get()) Thread.yield()
                                if (from > 37) Thread.sleep(1)
                            }
                        }
                        blocks.get() shouldBeLessThan 100_000
                        covers(100, 1)
                    }
                }
            }
            test("errors of the machine come to the caller too: $threads threads") {
                Workers.using(workers) { shouldThrow<StackOverflowError> { Workers.range(8, 1) { _, _ -> throw StackOverflowError() } } }
            }
            test("a range inside a range runs on the thread of its block: $threads threads") {
                val count = AtomicInteger()
                val strangers = AtomicInteger()
                Workers.using(workers) {
                    Workers.range(8, 1) { _, _ ->
                        val outer = Thread.currentThread()
                        Workers.range(8, 1) { a, b ->
                            count.addAndGet(b - a)
                            if (Thread.currentThread() !== outer) strangers.incrementAndGet()
                        }
                    }
                }
                count.get() shouldBe 64
                strangers.get() shouldBe 0
            }
            test("all threads come, after a pause too, and no more: $threads threads") {
                Workers.using(workers) {
                    repeat(100) { round ->
                        if (round % 10 == 0) Thread.sleep(2)
                        val barrier = CyclicBarrier(threads)
                        Workers.range(threads, 1) { _, _ -> barrier.await(30, TimeUnit.SECONDS) }
                        val inside = AtomicInteger()
                        Workers.range(64, 1) { _, _ ->
                            inside.incrementAndGet() shouldBeLessThanOrEqual threads
                            inside.decrementAndGet()
                        }
                    }
                }
            }
            test("many threads call at once: $threads threads") {
                val wrong = AtomicBoolean()
                List(24) {
                    thread {
                        Workers.using(workers) {
                            repeat(300) {
                                val count = AtomicInteger()
                                Workers.range(64, 1) { from, to -> count.addAndGet(to - from) }
                                if (count.get() != 64) wrong.set(true)
                            }
                        }
                    }
                }.forEach { it.join() }
                wrong.get() shouldBe false
            }
        }
        test("small ranges never leave the caller") {
            Workers.using(pools[2]) {
                val caller = Thread.currentThread()
                Workers.range(8, 8) { from, to ->
                    (from to to) shouldBe (0 to 8)
                    (Thread.currentThread() === caller).shouldBeTrue()
                }
            }
        }
        test("an interrupted caller waits without spinning, and stays interrupted") {
            val cpu = AtomicLong()
            val stayed = AtomicBoolean()
            val caller =
                thread {
                    val taken = AtomicInteger()
                    val threads = ManagementFactory.getThreadMXBean()
                    val self = Thread.currentThread()
                    self.interrupt()
                    val before = threads.currentThreadCpuTime
                    Workers.using(pools[1]) {
                        // the caller's block is short; a worker's takes half a second
                        Workers.range(2, 1) { _, _ ->
                            taken.incrementAndGet()
                            if (Thread.currentThread() !== self) Thread.sleep(500) else while (taken.get() < 2) Thread.yield()
                        }
                    }
                    cpu.set(threads.currentThreadCpuTime - before)
                    stayed.set(Thread.interrupted())
                }
            caller.join()
            stayed.get().shouldBeTrue()
            cpu.get() shouldBeLessThan 250_000_000
        }
        test("workers without work use no processor") {
            val mine = HashSet<Long>()
            val threads = ManagementFactory.getThreadMXBean()
            Workers.using(pools[2]) {
                val barrier = CyclicBarrier(4)
                Workers.range(4, 1) { _, _ ->
                    synchronized(mine) { mine += Thread.currentThread().threadId() }
                    barrier.await(30, TimeUnit.SECONDS)
                }
            }
            mine -= Thread.currentThread().threadId()
            mine.size shouldBe 3
            Thread.sleep(100)
            val before = mine.sumOf { threads.getThreadCpuTime(it) }
            Thread.sleep(300)
            mine.sumOf { threads.getThreadCpuTime(it) } - before shouldBeLessThan 10_000_000
        }
        test("each begins with a share of its own, and goes on with those of the others") {
            fun order(number: Int): List<Int> {
                val seen = ArrayList<Int>()
                val range = Range(11, 1, { from, _ -> seen += from }, null, 2, false)
                if (number == 0) range.work() else range.help(number).shouldBeTrue()
                range.isOpen shouldBe false
                range.await()
                return seen
            }
            order(0) shouldBe (0..10).toList()
            order(1) shouldBe (3..10) + (0..2)
            order(2) shouldBe (7..10) + (0..6)
            order(3) shouldBe order(0)
        }
        test("a range that has ended holds nothing of its block, whoever still holds the range") {
            fun ended(): Pair<Range, WeakReference<ByteArray>> {
                val bytes = ByteArray(1 shl 20)
                val range = Range(64, 1, { from, _ -> bytes[from] = 1 }, null, 0, false)
                range.work()
                range.await()
                return range to WeakReference(bytes)
            }
            val (range, bytes) = ended()
            System.gc()
            bytes.get() shouldBe null
            range.isOpen shouldBe false
        }
        test("what a block holds does not wait with the workers") {
            fun held(): WeakReference<ByteArray> {
                val bytes = ByteArray(1 shl 20)
                Workers.using(pools[2]) { Workers.range(64, 1) { from, _ -> bytes[from] = 1 } }
                return WeakReference(bytes)
            }
            val bytes = held()
            var rounds = 0
            while (bytes.get() != null && rounds++ < 100) {
                System.gc()
                Thread.sleep(10)
            }
            bytes.get() shouldBe null
        }
    })
