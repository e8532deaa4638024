package dev.rankine.kernels.defer

import dev.rankine.autodiff.ModifiedException
import dev.rankine.autodiff.backward
import dev.rankine.kernels.Deferring
import dev.rankine.kernels.Memory
import dev.rankine.kernels.VectorBackend
import dev.rankine.kernels.fromBuffer
import dev.rankine.ops.AnomalyException
import dev.rankine.ops.ReleasedException
import dev.rankine.ops.Slot
import dev.rankine.ops.Value
import dev.rankine.ops.addInPlace
import dev.rankine.ops.and
import dev.rankine.ops.copy
import dev.rankine.ops.detectAnomaly
import dev.rankine.ops.exp
import dev.rankine.ops.fillInPlace
import dev.rankine.ops.gradient
import dev.rankine.ops.invoke
import dev.rankine.ops.keep
import dev.rankine.ops.log
import dev.rankine.ops.mean
import dev.rankine.ops.minus
import dev.rankine.ops.noGrad
import dev.rankine.ops.on
import dev.rankine.ops.pending
import dev.rankine.ops.plus
import dev.rankine.ops.relu
import dev.rankine.ops.remainder
import dev.rankine.ops.requireGradient
import dev.rankine.ops.scope
import dev.rankine.ops.scopeToJoin
import dev.rankine.ops.slice
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.to
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.nulls.shouldBeNull
import io.kotest.matchers.nulls.shouldNotBeNull
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.lang.foreign.Arena
import java.lang.foreign.ValueLayout
import java.util.concurrent.CyclicBarrier
import kotlin.concurrent.thread

/** What waits, when it is stored, and what is refused. */
internal class DeferredChainTest :
    FunSpec({
        val memory = Memory(512L shl 20, poison = true)
        val backend = VectorBackend(512, "deferred", memory, Deferring(8, 0))

        fun x(count: Int = 16): Value = on(backend) { valueOf(FloatArray(count) { it.toFloat() }, count) }

        fun Value.first(): Double = toDoubleArray()[0]

        test("a chain waits until it is read; what nobody reads is not computed") {
            val a = x()
            val before = memory.storages
            val b = a * 2.0 + 1.0
            val c = relu(b - 3.0)
            // the constants were read, and wait for nobody
            c.pending.shouldNotBeNull()
            c.first() shouldBe 0.0
            c.pending.shouldBeNull()
            b.pending.shouldNotBeNull()
            b.toDoubleArray()[3] shouldBe 7.0
            (memory.storages - before >= 2) shouldBe true
        }
        test("small results, 16-bit floats, views, method calls and copies do not wait") {
            (x(7) * 2.0).pending.shouldBeNull()
            (to(x(), DType.BF16) * 2.0).pending.shouldBeNull()
            slice(x() * 2.0, 0, 1, null).pending.shouldBeNull()
            remainder(x(), x() + 1.0).pending.shouldBeNull()
            copy(x()).pending.shouldBeNull()
        }
        test("a change of the size of lanes ends a chain") {
            val a = x() * 2.0
            val wide = to(a, DType.F64)
            a.pending.shouldBeNull()
            wide.pending.shouldBeNull()
            (wide * 3.0).pending.shouldNotBeNull()
        }
        test("errors come at the call") {
            shouldThrow<ShapeException> { x(16) * 2.0 + x(9) }
            shouldThrow<DTypeException> { (x() * 2.0) and (x() * 2.0) }
        }
        test("a write in place comes after what waits to read the target") {
            val a = x()
            val b = a * 2.0
            val c = b + 1.0
            a.fillInPlace(100)
            b.pending.shouldBeNull()
            c.first() shouldBe 1.0
            b.fillInPlace(50)
            c.toDoubleArray()[2] shouldBe 5.0
        }
        test("a write in place over its own chain") {
            val a = x()
            a.addInPlace(a * 2.0 + 1.0)
            a.toDoubleArray().toList().take(3) shouldBe listOf(1.0, 4.0, 7.0)
        }
        test("a write into a view of what waits") {
            val a = x() * 1.0
            val b = a + 1.0
            slice(a, 0, 0, 4).fillInPlace(9)
            a.first() shouldBe 9.0
            b.first() shouldBe 1.0
        }
        test("scopes store what they return, keep or hold, and drop the rest") {
            val slot = Slot()
            lateinit var dropped: Value
            lateinit var kept: Value
            val returned =
                scope("part") {
                    val a = x()
                    dropped = a * 3.0
                    kept = (dropped + 1.0).keep()
                    slot.value = dropped - 1.0
                    dropped * dropped
                }
            returned.toDoubleArray()[2] shouldBe 36.0
            kept.toDoubleArray()[2] shouldBe 7.0
            slot.value!!.toDoubleArray()[2] shouldBe 5.0
            shouldThrow<ReleasedException> { dropped.first() }.message shouldContain "after part had ended"
            shouldThrow<ReleasedException> { dropped * 2.0 }.message shouldContain "mul: a value was used after part had ended"
        }
        test("a scope that is joined later hands over what waits") {
            val (value, opened) = scopeToJoin("batch") { x() * 2.0 }
            scope("step") {
                opened.join()
                (value + 1.0).first() shouldBe 1.0
            }
            shouldThrow<ReleasedException> { value.first() }
        }
        test("what a tape holds outlives its scope, and a later write in place is found") {
            val leaf = x().requireGradient()
            val loss =
                scope("forward") {
                    val y = exp(leaf * 0.1)
                    sum(y * y)
                }
            loss.backward()
            leaf.gradient!!.toDoubleArray()[0] shouldBe (0.2 plusOrMinus 1e-6)

            val y = exp(x().requireGradient() * 0.1)
            val z = y * y
            noGrad { y.fillInPlace(1) }
            shouldThrow<ModifiedException> { sum(z).backward() }
        }
        test("what another thread made of a scope's values outlives the scope") {
            lateinit var made: Value
            scope("part") {
                val a = x()
                val b = a * 2.0
                thread { made = b + a }.join()
                made.pending.shouldNotBeNull()
            }
            made.toDoubleArray()[5] shouldBe 15.0
        }
        test("checking computes at once, and names the op") {
            val a = x() - 1.0
            shouldThrow<AnomalyException> { detectAnomaly { log(a) } }.message shouldContain "log: gave NaN at element 0"
        }
        test("bytes of others are read at the call") {
            Arena.ofConfined().use { arena ->
                val segment = arena.allocate(64L)
                val a = on(backend) { fromBuffer(segment, DType.F32, Sizes.of(16)) }
                val b = a + 1.0
                segment.set(ValueLayout.JAVA_FLOAT, 0, 5f)
                b.first() shouldBe 1.0
            }
        }
        test("chains are bounded in calls, and in the bytes that they keep") {
            var a = x()
            val all = ArrayList<Value>()
            repeat(100) {
                a = a + 1.0
                all.add(a)
            }
            (all.count { it.pending != null } in 90..99) shouldBe true
            a.first() shouldBe 100.0

            var b = x()
            val sums = List(20) { x() }.map { other -> (b + other).also { b = it } }
            (sums.count { it.pending == null } >= 2) shouldBe true
            b.toDoubleArray()[1] shouldBe 21.0
        }
        test("a loop that repeats a chain keeps memory flat") {
            var a = x(20_000)
            repeat(50) { a = relu(a * 0.5 + 1.0) - 0.25 }
            a.first()
            memory.collect()
            val before = memory.live
            repeat(2000) { a = relu(a * 0.5 + 1.0) - 0.25 }
            a.first()
            memory.collect()
            (memory.live - before <= 40 * 80_000) shouldBe true
        }
        test("the mean of a chain is computed on the way, whoever asks for the chain later") {
            val a = x(5000)
            val b = a * 2.0
            val average = mean(b * 1.0)
            b.pending.shouldNotBeNull()
            average.first() shouldBe 4999.0
            b.toDoubleArray()[7] shouldBe 14.0
        }
        test("threads that ask at once get the same bytes") {
            repeat(20) {
                val shared = x(40_000) * 2.0
                val results = List(4) { i -> shared + i.toDouble() }
                val start = CyclicBarrier(4)
                val found = DoubleArray(4)
                List(4) { i ->
                    thread {
                        start.await()
                        found[i] = results[i].toDoubleArray()[100] + shared.toDoubleArray()[1]
                    }
                }.forEach { it.join() }
                found.toList() shouldBe listOf(202.0, 203.0, 204.0, 205.0)
            }
        }
        test("one thread overwrites what another is about to read through a chain") {
            repeat(50) {
                val a = x(40_000)
                val b = a * 2.0
                val c = b + 1.0
                val start = CyclicBarrier(2)
                var isRight = false
                val reader =
                    thread {
                        start.await()
                        isRight = c.toDoubleArray().withIndex().all { (i, number) -> number == 2.0 * i + 1 }
                    }
                start.await()
                a.fillInPlace(-1)
                reader.join()
                isRight shouldBe true
                b.toDoubleArray()[39_999] shouldBe 79_998.0
                c.toDoubleArray()[39_999] shouldBe 79_999.0
            }
        }
        test("the property says from which size on results wait") {
            Deferring.read("false").shouldBeNull()
            Deferring.read("5")!!.least shouldBe 5
            Deferring.problem("never") shouldBe "rankine.defer is neither false nor a number of elements: never"
            Deferring.problem("false").shouldBeNull()
            VectorBackend(512, "eager", memory, null).deferral.shouldBeNull()
        }
    })
