package dev.rankine.conformance

import dev.rankine.ops.plain.PlainBackend
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import java.util.concurrent.Callable
import java.util.concurrent.Executors

/** Memory that is poisoned when it is returned gives the same training as the plain backend. */
internal class OffHeapBackendTest :
    FunSpec({
        val expected = TinyTraining(PlainBackend(kernels = false)).let { training -> List(60) { training.step() } }

        test("a training on reused memory has the same losses, bit by bit") {
            val backend = OffHeapBackend()
            val training = TinyTraining(backend)
            List(60) { training.step() } shouldBe expected
            backend.reused shouldBeGreaterThan 1000
            expected.last() shouldBeLessThan expected.first() / 3
        }
        test("the fast plain backend has the same losses up to rounding") {
            val training = TinyTraining(PlainBackend())
            for (loss in expected) training.step() shouldBe (loss plusOrMinus 1e-9)
        }
        test("four threads on one backend, with the collector running, change no loss") {
            val backend = OffHeapBackend()
            val threads = Executors.newFixedThreadPool(4)
            try {
                val runs =
                    List(4) {
                        Callable {
                            val training = TinyTraining(backend)
                            List(60) { step -> training.step().also { if (step % 20 == 0) System.gc() } }
                        }
                    }
                threads.invokeAll(runs).forEach { it.get() shouldBe expected }
            } finally {
                threads.shutdown()
            }
        }
        test("returned memory is poisoned") {
            val backend = OffHeapBackend()
            val storage = backend.host(backend.allocate(dev.rankine.shapes.DType.I32, 4))
            storage.setLong(2, 5)
            storage.release("test")
            storage.getLong(2) shouldBe 0xdbdbdbdb.toInt().toLong()
            backend.live shouldBe 0
        }
    })
