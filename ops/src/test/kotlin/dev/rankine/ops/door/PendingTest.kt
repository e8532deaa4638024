package dev.rankine.ops.door

import dev.rankine.ops.Backends
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Pending
import dev.rankine.ops.Storage
import dev.rankine.ops.Value
import dev.rankine.ops.addInPlace
import dev.rankine.ops.exp
import dev.rankine.ops.invoke
import dev.rankine.ops.matmul
import dev.rankine.ops.plus
import dev.rankine.ops.scope
import dev.rankine.ops.slice
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.transpose
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Layout
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.atomic.AtomicInteger
import kotlin.concurrent.thread

/** Values whose bytes do not exist yet: everything may be done with them that may be done with others. */
internal class PendingTest :
    FunSpec({
        /** A pending matrix 1 2 3, 4 5 6 that counts how often it is computed. */
        class Later : Pending() {
            val runs = AtomicInteger()
            val value = Value(DType.F64, Layout.of(Sizes.of(2, 3)), Backends.current, this)

            override fun compute(): Storage {
                runs.incrementAndGet()
                return Evaluator.store(valueOf(doubleArrayOf(1.0, 2.0, 3.0, 4.0, 5.0, 6.0), 2, 3))
            }
        }

        fun Value.numbers() = toDoubleArray().toList()

        test("sizes and errors are there before the bytes, which are computed once") {
            val later = Later()
            later.value.sizes shouldBe Sizes.of(2, 3)
            shouldThrow<ShapeException> { matmul(later.value, later.value) }
            later.runs.get() shouldBe 0
            (later.value + later.value).numbers() shouldBe listOf(2.0, 4.0, 6.0, 8.0, 10.0, 12.0)
            exp(later.value)
            later.runs.get() shouldBe 1
        }
        test("views share the bytes of a pending value") {
            val later = Later()
            transpose(later.value, 0, 1).numbers() shouldBe listOf(1.0, 4.0, 2.0, 5.0, 3.0, 6.0)
            val part = slice(later.value, 1, null, null, -2)
            part.addInPlace(10)
            later.value.numbers() shouldBe listOf(11.0, 2.0, 13.0, 14.0, 5.0, 16.0)
            later.runs.get() shouldBe 1
        }
        test("writing in place computes first") {
            val later = Later()
            later.value.addInPlace(later.value)
            later.value.numbers() shouldBe listOf(2.0, 4.0, 6.0, 8.0, 10.0, 12.0)
        }
        test("a pending value that a scope returns is computed before its operands go") {
            val sum =
                scope {
                    val x = valueOf(doubleArrayOf(1.5), 1)
                    val twice =
                        object : Pending() {
                            override fun compute(): Storage = Evaluator.store(x + x)
                        }
                    Value(DType.F64, Layout.of(Sizes.of(1)), Backends.current, twice)
                }
            sum.numbers() shouldBe listOf(3.0)
        }
        test("threads that ask at once get the same bytes") {
            val later = Later()
            val start = CyclicBarrier(4)
            val found = arrayOfNulls<Storage>(4)
            val threads =
                List(4) { i ->
                    thread {
                        start.await()
                        found[i] = Evaluator.store(later.value)
                    }
                }
            threads.forEach { it.join() }
            later.runs.get() shouldBe 1
            found.all { it != null && it === found[0] } shouldBe true
        }
    })
