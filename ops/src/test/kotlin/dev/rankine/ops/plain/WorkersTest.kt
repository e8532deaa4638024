package dev.rankine.ops.plain

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.booleans.shouldBeTrue
import io.kotest.matchers.longs.shouldBeLessThan
import io.kotest.matchers.shouldBe
import java.lang.management.ManagementFactory
import java.util.concurrent.atomic.AtomicBoolean
import java.util.concurrent.atomic.AtomicInteger
import java.util.concurrent.atomic.AtomicIntegerArray
import java.util.concurrent.atomic.AtomicLong
import java.util.concurrent.atomic.AtomicReference
import kotlin.concurrent.thread

/** Ranges: every number once, whoever calls; the first exception; nested ranges; interrupted callers. */
internal class WorkersTest :
    FunSpec({
        fun covers(n: Int, grain: Int) {
            val seen = AtomicIntegerArray(n)
            Workers.range(n, grain) { from, to -> for (i in from until to) seen.incrementAndGet(i) }
            (0 until n).all { seen.get(it) == 1 }.shouldBeTrue()
        }

        test("workers that are interrupted end without a word; new ones take their place") {
            fun workers() = Thread.getAllStackTraces().keys.filter { it.name.startsWith("rankine-plain-") && it.isAlive }
            val uncaught = AtomicReference<Throwable>()
            Workers.range(1000, 1) { _, _ -> }
            val first = workers()
            first.size shouldBe Workers.count - 1
            for (worker in first) worker.setUncaughtExceptionHandler { _, problem -> uncaught.set(problem) }
            first.forEach { it.interrupt() }
            first.forEach { it.join() }
            uncaught.get() shouldBe null
            val sum = AtomicInteger()
            Workers.range(1000, 1) { from, to -> sum.addAndGet(to - from) }
            sum.get() shouldBe 1000
            workers().size shouldBe Workers.count - 1
        }

        test("every number belongs to one block") {
            for (n in listOf(0, 1, 7, 8, 9, 1000)) for (grain in listOf(1, 3, 8, 2000)) covers(n, grain)
        }
        test("a range near the largest number ends there") {
            val total = AtomicLong()
            Workers.range(Int.MAX_VALUE, 1 shl 30) { from, to -> total.addAndGet(to.toLong() - from) }
            total.get() shouldBe Int.MAX_VALUE.toLong()
        }
        test("the first exception is thrown to the caller, and the next range runs") {
            repeat(20) {
                shouldThrow<IllegalStateException> { Workers.range(100, 1) { from, _ -> check(from != 37) { "block 37" } } }
                covers(100, 1)
            }
        }
        test("a range inside a range covers its numbers too") {
            val count = AtomicInteger()
            Workers.range(8, 1) { from, to -> repeat(to - from) { Workers.range(8, 1) { a, b -> count.addAndGet(b - a) } } }
            count.get() shouldBe 64
        }
        test("many threads call at once") {
            val wrong = AtomicBoolean()
            List(8) {
                thread {
                    repeat(200) {
                        val count = AtomicInteger()
                        Workers.range(64, 1) { from, to -> count.addAndGet(to - from) }
                        if (count.get() != 64) wrong.set(true)
                    }
                }
            }.forEach { it.join() }
            wrong.get() shouldBe false
        }
        test("an interrupted caller waits without spinning, and stays interrupted").config(enabled = Workers.count > 1) {
            val cpu = AtomicLong()
            val stayed = AtomicBoolean()
            val caller =
                thread {
                    val taken = AtomicInteger()
                    val threads = ManagementFactory.getThreadMXBean()
                    val self = Thread.currentThread()
                    self.interrupt()
                    val before = threads.currentThreadCpuTime
                    // the caller's block is short; a worker's takes half a second
                    Workers.range(2, 1) { _, _ ->
                        taken.incrementAndGet()
                        if (Thread.currentThread() !== self) Thread.sleep(500) else while (taken.get() < 2) Thread.yield()
                    }
                    cpu.set(threads.currentThreadCpuTime - before)
                    stayed.set(Thread.interrupted())
                }
            caller.join()
            stayed.get().shouldBeTrue()
            cpu.get() shouldBeLessThan 250_000_000
        }
    })
