package dev.rankine.kernels

import dev.rankine.ops.on
import dev.rankine.ops.scope
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import kotlin.concurrent.thread

/** Freed memory is poisoned, a collection runs every 5 ms, four threads train: a byte that is used after it was freed changes a loss. */
internal class MemoryStressTest :
    FunSpec({
        test("no result changes") {
            val seconds = if (System.getenv("CI") == "true") 60L else 8L
            val steps = 12

            fun losses(backend: VectorBackend): List<Double> = on(backend) { Moons(batchSize = 24, batches = steps).loop { } }
            val expected = losses(VectorBackend())
            val memory = Memory(512L shl 20, poison = true)
            val backend = VectorBackend(LaneLoader.natural(), "vector", memory)
            val end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds)
            val collector =
                thread(isDaemon = true) {
                    while (System.nanoTime() < end) {
                        Thread.sleep(5)
                        System.gc()
                    }
                }
            val threads = Executors.newFixedThreadPool(4)
            try {
                val runs =
                    List(4) { number ->
                        Callable {
                            var trainings = 0
                            while (System.nanoTime() < end) {
                                // with and without a scope around all: memory comes back by both ways
                                val losses = if (number % 2 == 0) losses(backend) else scope { losses(backend) }
                                losses shouldBe expected
                                trainings++
                            }
                            trainings
                        }
                    }
                for (run in threads.invokeAll(runs)) run.get() shouldBeGreaterThan 1
            } finally {
                threads.shutdown()
                collector.join()
            }
            memory.collect()
            memory.storages shouldBe 0
        }
    })
