package dev.rankine.kernels

import dev.rankine.ops.RandomAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.full
import dev.rankine.ops.item
import dev.rankine.ops.plus
import dev.rankine.ops.randpermOp
import dev.rankine.ops.scopeSuspending
import dev.rankine.ops.sum
import dev.rankine.ops.valueOf
import dev.rankine.ops.withThreadSettings
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.booleans.shouldBeTrue
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.ints.shouldBeLessThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldStartWith
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.job
import kotlinx.coroutines.launch
import kotlinx.coroutines.runInterruptible
import kotlinx.coroutines.withContext
import kotlinx.coroutines.yield
import java.util.concurrent.CountDownLatch
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger

/** The workers as a dispatcher: coroutines that call ops, are cancelled, fail, outnumber the threads; and threads that end. */
internal class DispatcherTest :
    FunSpec({

        beforeSpec { withContext(VectorBackend().dispatcher) { } } // the threads of the process never end

        // coroutines add their own to it when they are debugged
        fun threadName(): String = Thread.currentThread().name.substringBefore(' ')

        fun running(): Set<Thread> =
            Thread
                .getAllStackTraces()
                .keys
                .filter { it.name.startsWith("rankine-vector-") }
                .toSet()

        suspend fun <T> on(threads: Int, block: suspend (Workers) -> T): T {
            val before = running()
            return try {
                Workers(threads).use { block(it) }
            } finally {
                (running() - before).shouldBeEmpty()
            }
        }

        for (threads in listOf(1, 2, 4)) {
            test("as many coroutines run at once as there are threads: $threads") {
                on(threads) { workers ->
                    val barrier = CyclicBarrier(threads)
                    repeat(20) {
                        withContext(workers) {
                            List(threads) { async { threadName().also { barrier.await(30, TimeUnit.SECONDS) } } }.awaitAll()
                        }.toSet() shouldBe (1..threads).map { "rankine-vector-$it" }.toSet()
                        delay(1)
                    }
                }
            }
            test("more coroutines than threads call ops: $threads") {
                on(threads) { workers ->
                    val backend = VectorBackend()
                    val x = full(Sizes.of(100_003), 1.0, DType.F32, backend)
                    val sums =
                        withContext(workers) {
                            List(16) { k ->
                                async {
                                    scopeSuspending {
                                        var y: Value = x
                                        repeat(20) {
                                            y = y + x
                                            yield()
                                        }
                                        k to sum(y).item()
                                    }
                                }
                            }.awaitAll()
                        }
                    sums shouldBe List(16) { it to 21.0 * 100_003 }
                }
            }
            test("ranges of coroutines and of other threads at once: $threads") {
                on(threads) { workers ->
                    val count = AtomicInteger()
                    coroutineScope {
                        repeat(8) {
                            launch(workers) { repeat(200) { Workers.range(50, 3) { from, to -> count.addAndGet(to - from) } } }
                            launch {
                                Workers.using(
                                    workers,
                                ) { repeat(200) { Workers.range(50, 3) { from, to -> count.addAndGet(to - from) } } }
                            }
                        }
                    }
                    count.get() shouldBe 16 * 200 * 50
                }
            }
            test("a coroutine that is cancelled leaves the rest of its range: $threads") {
                on(threads) { workers ->
                    repeat(50) {
                        val blocks = AtomicInteger()
                        val began = CountDownLatch(1)
                        coroutineScope {
                            val job =
                                launch(workers) {
                                    withThreadSettings {
                                        shouldThrow<CancellationException> {
                                            Workers.range(1_000_000, 1) { _, _ ->
                                                blocks.incrementAndGet()
                                                began.countDown()
                                                Thread.sleep(0, 1000)
                                            }
                                        }
                                    }
                                }
                            began.await()
                            job.cancelAndJoin()
                        }
                        blocks.get() shouldBeLessThan 1_000_000
                    }
                }
            }
            test("a block that fails fails its coroutine only: $threads") {
                on(threads) { workers ->
                    withContext(workers) {
                        val results =
                            List(12) { k ->
                                async {
                                    runCatching {
                                        Workers.range(
                                            100,
                                            1,
                                        ) { from, _ -> check(k % 2 == 0 || from != 50) { "block 50 of $k" } }
                                    }
                                }
                            }.awaitAll()
                        results.map { it.exceptionOrNull()?.message } shouldBe List(12) { if (it % 2 == 0) null else "block 50 of $it" }
                    }
                }
            }
            test("interrupts that are left over do not keep a worker awake: $threads") {
                on(threads) { workers ->
                    withContext(workers) { Thread.currentThread().interrupt() }
                    runCatching { withContext(workers) { runInterruptible { throw InterruptedException() } } }
                    delay(10)
                    withContext(workers) { 1 } shouldBe 1
                }
            }
        }
        test("the public dispatcher is the workers of the process") {
            withContext(VectorBackend().dispatcher) { threadName() } shouldStartWith "rankine-vector-"
            withContext(VectorBackend().dispatcher) { Workers.count } shouldBe Workers.shared.threads
            (VectorBackend().dispatcher === Workers.shared).shouldBeTrue()
        }
        test("an op of a cancelled coroutine fails on any thread") {
            val x = valueOf(FloatArray(1_000_000), DType.F32, Sizes.of(1_000_000), VectorBackend())
            coroutineScope {
                launch(VectorBackend().dispatcher) {
                    withThreadSettings {
                        x + x
                        coroutineContext.job.cancel()
                        shouldThrow<CancellationException> { x + x }
                    }
                }
            }
        }
        test("a kernel of one thread, a random order, ends as well when its coroutine is cancelled") {
            val backend = VectorBackend()
            val y = full(Sizes.of(10_000), 0.0, DType.I64, backend)
            coroutineScope {
                launch(backend.dispatcher) {
                    withThreadSettings {
                        val attributes = RandomAttributes(y.sizes, y.dtype, 1, 0)
                        backend.run(randpermOp, attributes, emptyArray(), arrayOf(y))
                        coroutineContext.job.cancel()
                        // not through the evaluator, which asks before it runs an op
                        shouldThrow<CancellationException> { backend.run(randpermOp, attributes, emptyArray(), arrayOf(y)) }
                    }
                }
            }
        }
    })
