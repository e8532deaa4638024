package dev.rankine.kernels.defer

import dev.rankine.kernels.Deferring
import dev.rankine.kernels.Memory
import dev.rankine.kernels.VectorBackend
import dev.rankine.kernels.Workers
import dev.rankine.ops.Backend
import dev.rankine.ops.NllGradientAttributes
import dev.rankine.ops.SoftmaxAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.expand
import dev.rankine.ops.fillInPlace
import dev.rankine.ops.invoke
import dev.rankine.ops.logSoftmax
import dev.rankine.ops.logSoftmaxGradientOp
import dev.rankine.ops.nllLossGradientOp
import dev.rankine.ops.on
import dev.rankine.ops.pending
import dev.rankine.ops.plus
import dev.rankine.ops.to
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.transpose
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.nulls.shouldBeNull
import io.kotest.matchers.nulls.shouldNotBeNull
import io.kotest.matchers.shouldBe
import java.util.Random
import java.util.concurrent.CyclicBarrier
import kotlin.concurrent.thread

/** The gradient of nll_loss waits, and that of log_softmax does without it; the bits are those of one that is stored. */
internal class LaterNllTest :
    FunSpec({
        val memory = Memory(512L shl 20, poison = true)
        val backend = VectorBackend(512, "deferred", memory, Deferring(8, 0))
        val eager = VectorBackend(512, "eager", memory, null)

        fun numbers(home: Backend, type: DType, rows: Int, n: Int, seed: Long): Value =
            on(home) { to(valueOf(Random(seed).let { random -> FloatArray(rows * n) { random.nextGaussian().toFloat() } }, rows, n), type) }

        fun classes(home: Backend, rows: Int, n: Int): Value = on(home) { valueOf(LongArray(rows) { it * 7L % n }, rows) }

        fun arriving(home: Backend, type: DType, rows: Int): Value =
            on(home) { to(valueOf(FloatArray(rows) { 0.25f + it % 5 }, rows), type) }

        fun slope(attributes: NllGradientAttributes, dy: Value, target: Value, y: Value): Pair<Value, Value> {
            val arrived = nllLossGradientOp(attributes, dy, target)
            return arrived to logSoftmaxGradientOp(SoftmaxAttributes(1), arrived, y)
        }

        for (type in listOf(DType.F32, DType.F64)) {
            test("$type: the same bits, and nothing stored on the way") {
                for ((rows, n) in listOf(1 to 20, 300 to 17, 40 to 33, 9 to 1000, 100 to 512, 3 to 1500)) {
                    for (ignored in listOf(-100L, 0L)) {
                        val attributes = NllGradientAttributes(ignored, n)
                        val (wanted, got) =
                            listOf(eager, backend).map { home ->
                                val y = logSoftmax(numbers(home, type, rows, n, 1), 1)
                                slope(attributes, arriving(home, type, rows), classes(home, rows, n), y)
                            }
                        wanted.first.pending.shouldBeNull()
                        got.first.pending.shouldNotBeNull()
                        got.second.toDoubleArray() shouldBe wanted.second.toDoubleArray()
                        got.first.pending.shouldNotBeNull()
                        got.first.toDoubleArray() shouldBe wanted.first.toDoubleArray()
                        // nothing of the last rows is left
                        logSoftmaxGradientOp(SoftmaxAttributes(1), got.first, got.second).toDoubleArray() shouldBe
                            logSoftmaxGradientOp(SoftmaxAttributes(1), wanted.first, wanted.second).toDoubleArray()
                    }
                }
            }
        }
        test("the same bits with more threads, of one number that arrives for all, and of results that lie otherwise") {
            val (rows, n) = 700 to 100
            val found =
                listOf(eager, backend).map { home ->
                    val y = transpose(numbers(home, DType.F32, n, rows, 2), 0, 1)
                    val dy = expand(arriving(home, DType.F32, 1), rows)
                    List(2) { i ->
                        Workers(1 + 3 * i).use { workers ->
                            Workers.using(workers) {
                                slope(NllGradientAttributes(-100, n), dy, classes(home, rows, n), y).second.toDoubleArray()
                            }
                        }
                    }
                }
            for (one in found.flatten()) one shouldBe found[0][0]
        }
        test("rows that are too long or too short, other axes and 16-bit floats do not wait, or are stored") {
            val y = numbers(backend, DType.F32, 3, 5001, 3)
            slope(
                NllGradientAttributes(-100, 5001),
                arriving(backend, DType.F32, 3),
                classes(backend, 3, 5001),
                y,
            ).first.pending.shouldBeNull()
            val few = numbers(backend, DType.F32, 40, 10, 3)
            slope(
                NllGradientAttributes(-100, 10),
                arriving(backend, DType.F32, 40),
                classes(backend, 40, 10),
                few,
            ).first.pending.shouldBeNull()
            val square = nllLossGradientOp(NllGradientAttributes(-100, 40), arriving(backend, DType.F32, 40), classes(backend, 40, 40))
            square.pending.shouldNotBeNull()
            logSoftmaxGradientOp(SoftmaxAttributes(0), square, numbers(backend, DType.F32, 40, 40, 4))
            square.pending.shouldBeNull()
            val narrow = nllLossGradientOp(NllGradientAttributes(-100, 40), arriving(backend, DType.BF16, 40), classes(backend, 40, 40))
            narrow.pending.shouldBeNull()
        }
        test("other ops read it as any value") {
            val attributes = NllGradientAttributes(-100, 40)
            val dx = nllLossGradientOp(attributes, arriving(backend, DType.F32, 3), classes(backend, 3, 40))
            val more = dx + 1.0
            more.toDoubleArray().count { it == 1.0 } shouldBe 117
            dx.toDoubleArray()[0] shouldBe -0.25
        }
        test("a class that does not exist is refused at the call") {
            shouldThrow<ShapeException> {
                nllLossGradientOp(NllGradientAttributes(-100, 40), arriving(backend, DType.F32, 40), classes(backend, 40, 41))
            }
        }
        test("one thread overwrites the classes that another is about to read") {
            repeat(50) {
                val (rows, n) = 200 to 200
                val attributes = NllGradientAttributes(-100, n)
                val y = logSoftmax(numbers(backend, DType.F32, rows, n, 1), 1)
                val target = classes(backend, rows, n)
                val dy = arriving(backend, DType.F32, rows)
                val arrived = nllLossGradientOp(attributes, dy, target)
                val start = CyclicBarrier(2)
                var dx = DoubleArray(0)
                val reader =
                    thread {
                        start.await()
                        dx = logSoftmaxGradientOp(SoftmaxAttributes(1), arrived, y).toDoubleArray()
                    }
                start.await()
                target.fillInPlace(3)
                dy.fillInPlace(0)
                reader.join()
                dx shouldBe slope(attributes, arriving(backend, DType.F32, rows), classes(backend, rows, n), y).second.toDoubleArray()
                arrived.toDoubleArray()[0] shouldBe -0.25
            }
        }
    })
