package dev.rankine.ops.door

import dev.rankine.ops.Cancellation
import dev.rankine.ops.addInPlace
import dev.rankine.ops.exp
import dev.rankine.ops.noGradSuspending
import dev.rankine.ops.nonCancellable
import dev.rankine.ops.plain.Workers
import dev.rankine.ops.scopeSuspending
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.ops.withThreadSettings
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.booleans.shouldBeTrue
import io.kotest.matchers.ints.shouldBeLessThan
import io.kotest.matchers.shouldBe
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.cancel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.delay
import kotlinx.coroutines.job
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeoutOrNull
import java.util.concurrent.atomic.AtomicBoolean
import java.util.concurrent.atomic.AtomicInteger

/** Who was cancelled gets no further op, but what is written in place is written whole. */
internal class CancellationTest :
    FunSpec({
        val x = valueOf(doubleArrayOf(1.0, 2.0), 2)

        /** Runs [block] in a coroutine of its own, which it may cancel. */
        suspend fun coroutine(block: suspend () -> Unit) {
            coroutineScope { launch(Dispatchers.Default) { block() } }
        }

        suspend fun cancelled(): Boolean {
            currentCoroutineContext().cancel(CancellationException("nobody waits"))
            return try {
                exp(x)
                false
            } catch (e: CancellationException) {
                e.message shouldBe "nobody waits"
                true
            }
        }

        test("outside of coroutines ops ask nobody") {
            Cancellation.job shouldBe null
            Cancellation.check()
        }
        test("the next op of a cancelled coroutine fails") {
            coroutine { scopeSuspending { cancelled().shouldBeTrue() } }
            coroutine { noGradSuspending { cancelled().shouldBeTrue() } }
            coroutine { withThreadSettings { cancelled().shouldBeTrue() } }
        }
        test("a child that is cancelled fails, its parent does not") {
            withThreadSettings {
                coroutineScope { launch(Dispatchers.Default) { cancelled().shouldBeTrue() } }
                exp(x)
            }
        }
        test("a coroutine without thread settings is not followed") {
            coroutine { cancelled() shouldBe false }
        }
        test("ops run on where cancellation is switched off") {
            coroutine {
                withThreadSettings {
                    currentCoroutineContext().cancel()
                    withContext(NonCancellable) {
                        exp(x)
                        delay(1)
                        exp(x)
                    }
                    shouldThrow<CancellationException> { exp(x) }
                }
            }
        }
        test("what ended inside a coroutine does not stop it") {
            withThreadSettings {
                withTimeoutOrNull(1) { delay(100_000) } shouldBe null
                exp(x)
                runCatching {
                    coroutineScope {
                        delay(1)
                        error("failed")
                    }
                }.isFailure.shouldBeTrue()
                exp(x)
            }
        }
        test("the thread forgets the coroutine") {
            val before = Cancellation.job
            withThreadSettings { (Cancellation.job === before) shouldBe false }
            Cancellation.job shouldBe before
        }
        test("a long range ends after the block that runs, and in place it runs to its end") {
            coroutine {
                withThreadSettings {
                    val job = currentCoroutineContext().job
                    val blocks = AtomicInteger()

                    fun range() = Workers.range(1000, 1) { from, to -> if (blocks.addAndGet(to - from) == 10) job.cancel() }
                    shouldThrow<CancellationException> { range() }
                    blocks.get() shouldBeLessThan 1000
                    blocks.set(0)
                    nonCancellable { range() }
                    blocks.get() shouldBe 1000
                }
            }
        }
        test("a range of one thread can be cancelled too") {
            coroutine {
                withThreadSettings {
                    val job = currentCoroutineContext().job
                    var blocks = 0
                    val isHere = AtomicBoolean()
                    shouldThrow<CancellationException> {
                        Workers.range(2, 1) { _, _ ->
                            if (Cancellation.job != null) {
                                isHere.set(true)
                                Workers.range(1000, 1) { _, _ -> if (++blocks == 10) job.cancel() }
                            }
                            while (!isHere.get()) Thread.yield()
                        }
                    }
                    blocks shouldBe 10
                }
            }
        }
        test("a cancelled coroutine writes in place") {
            coroutine {
                withThreadSettings {
                    val y = valueOf(doubleArrayOf(1.0, 2.0), 2)
                    currentCoroutineContext().cancel()
                    nonCancellable { y.addInPlace(1) }
                    y.toDoubleArray().toList() shouldBe listOf(2.0, 3.0)
                    shouldThrow<CancellationException> { exp(y) }
                }
            }
        }
    })
