package dev.rankine.conformance

import dev.rankine.autodiff.backward
import dev.rankine.autodiff.gradientsOrNull
import dev.rankine.ops.Backend
import dev.rankine.ops.Holder
import dev.rankine.ops.ReleasedException
import dev.rankine.ops.Slot
import dev.rankine.ops.Storage
import dev.rankine.ops.Value
import dev.rankine.ops.exp
import dev.rankine.ops.gradient
import dev.rankine.ops.invoke
import dev.rankine.ops.keep
import dev.rankine.ops.noGrad
import dev.rankine.ops.plus
import dev.rankine.ops.requireGradient
import dev.rankine.ops.scope
import dev.rankine.ops.scopeSuspending
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.transpose
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.ints.shouldBeLessThan
import io.kotest.matchers.shouldBe
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** What scopes, slots and tapes promise, on any backend: who keeps bytes, and when they go. */
public abstract class LifetimeConformance(backend: Backend) :
    FunSpec({
        val counting = CountingBackend(backend)

        fun numbers(vararg numbers: Double): Value = valueOf(numbers, DType.F64, Sizes.of(numbers.size), counting)

        /** What [block] leaves behind, in storages. */
        fun left(block: () -> Unit): Int {
            val before = counting.live
            block()
            return counting.live - before
        }

        /** Takes and returns memory, so that released bytes are overwritten. */
        fun churn() {
            repeat(8) { scope("churn") { numbers(-1.0, -1.0, -1.0, -1.0) + numbers(-2.0, -2.0, -2.0, -2.0) } }
            System.gc()
        }

        fun Value.shouldHold(vararg expected: Double) {
            churn()
            toDoubleArray().toList() shouldBe expected.toList()
        }

        test("a scope returns what nobody wants") {
            val x = numbers(1.0, 2.0)
            left { scope { exp(x * 2.0 + 1.0) * x }.let { } } shouldBe 1
            left { scope { noGrad { exp(x) + x }.elements } } shouldBe 0
        }
        test("what a block returns survives: value, list, pair, triple, map, array, holder") {
            val x = numbers(1.0, 2.0, 3.0, 4.0)
            scope { x + 1.0 }.shouldHold(2.0, 3.0, 4.0, 5.0)
            scope { listOf(x + 1.0, x + 2.0) }[1].shouldHold(3.0, 4.0, 5.0, 6.0)
            scope { Pair(x + 1.0, x + 3.0) }.second.shouldHold(4.0, 5.0, 6.0, 7.0)
            scope { Triple(x + 1.0, "text", x + 4.0) }.third.shouldHold(5.0, 6.0, 7.0, 8.0)
            scope { mapOf("a" to x + 5.0) }.getValue("a").shouldHold(6.0, 7.0, 8.0, 9.0)
            scope { arrayOf(x + 6.0) }[0].shouldHold(7.0, 8.0, 9.0, 10.0)
            scope { Held(x + 7.0) }.value.shouldHold(8.0, 9.0, 10.0, 11.0)
            scope { listOf(Pair(Held(x + 8.0), 1)) }[0].first.value.shouldHold(9.0, 10.0, 11.0, 12.0)
        }
        test("nested scopes hand on to the one around them, which returns it") {
            val x = numbers(1.0, 2.0)
            left {
                scope("outer") {
                    val inner = scope("inner") { x + 1.0 }
                    inner.shouldHold(2.0, 3.0)
                }
            } shouldBe 0
            left { scope("outer") { scope("middle") { scope("inner") { x + 1.0 } } }.shouldHold(2.0, 3.0) } shouldBe 1
        }
        test("keep hands on to the scope around, and no further") {
            val x = numbers(1.0, 2.0)
            left {
                scope("outer") {
                    var kept: Value? = null
                    scope("inner") { kept = (x + 1.0).keep() }
                    kept!!.shouldHold(2.0, 3.0)
                }
            } shouldBe 0
        }
        test("an exception in a block returns everything") {
            val x = numbers(1.0, 2.0)
            left {
                shouldThrow<IllegalStateException> {
                    scope {
                        x + 1.0
                        scope { x + 2.0 }
                        error("stop")
                    }
                }
            } shouldBe 0
        }
        test("use after release names op and scope") {
            val x = numbers(1.0, 2.0)
            var lost: Value? = null
            scope("epoch") { lost = x + 1.0 }
            val text =
                "a value was used after epoch had ended\n" +
                    "  hint: return the value from the block, or call keep() on it inside the block"
            shouldThrow<ReleasedException> { exp(lost!!) }.message shouldBe "exp: $text"
            shouldThrow<ReleasedException> { transpose(lost!!, 0, 0) + lost }.message shouldBe "add: $text"
            shouldThrow<ReleasedException> { lost!!.toDoubleArray() }.message shouldBe "read: $text"
        }
        test("a view keeps the bytes that it shares, and goes with them") {
            val x = valueOf(doubleArrayOf(1.0, 2.0, 3.0, 4.0), DType.F64, Sizes.of(2, 2), counting)
            left { scope { transpose(x + 1.0, 0, 1) }.shouldHold(2.0, 4.0, 3.0, 5.0) } shouldBe 1
            var lost: Value? = null
            scope("block") { lost = transpose(x + 1.0, 0, 1) }
            shouldThrow<ReleasedException> { exp(lost!!) }
        }
        test("a slot keeps its value and lets the old one go") {
            val x = numbers(1.0, 2.0, 3.0, 4.0)
            val slot = Slot()
            left { scope { slot.value = x + 1.0 } } shouldBe 1
            slot.value!!.shouldHold(2.0, 3.0, 4.0, 5.0)
            left { scope { slot.value = x + slot.value!! } } shouldBe 0
            slot.value!!.shouldHold(3.0, 5.0, 7.0, 9.0)
            left { scope { slot.value = null } } shouldBe -1
            left {
                scope {
                    slot.value = x + 1.0
                    slot.value = x + 2.0
                }
            } shouldBe 1
            slot.value!!.shouldHold(3.0, 4.0, 5.0, 6.0)
        }
        test("a value in two slots stays until both let go") {
            val x = numbers(1.0, 2.0)
            val (one, two) = Slot() to Slot()
            left {
                scope {
                    one.value = x + 1.0
                    two.value = one.value
                }
            } shouldBe 1
            left { scope { one.value = null } } shouldBe 0
            two.value!!.shouldHold(2.0, 3.0)
            left { scope { two.value = null } } shouldBe -1
        }
        test("what a gradient reads survives until backward, then goes") {
            val x = numbers(1.0, 2.0).requireGradient()
            val before = counting.live
            val loss = scope { sum(exp(x * 2.0) * x) }
            counting.live - before shouldBeGreaterThan 1
            churn()
            scope { loss.backward() }
            // the loss and the leaf's gradient remain
            counting.live - before shouldBe 2
            x.gradient!!.shouldHold(3 * Math.exp(2.0), 5 * Math.exp(4.0))
            scope { x.gradient = null }
            counting.live - before shouldBe 1
        }
        test("backward returns what a gradient was computed from as soon as nothing else needs it") {
            var most = 0
            val watching =
                object : Backend by counting {
                    override fun allocate(dtype: DType, elements: Int): Storage =
                        counting.allocate(dtype, elements).also { most = maxOf(most, counting.live) }
                }
            val x = valueOf(doubleArrayOf(1.0, 2.0), DType.F64, Sizes.of(2), watching).requireGradient()
            val parts = 40
            val loss = scope { sum((1..parts).fold(x) { y, _ -> exp(y * 0.1) * x }) }
            val before = counting.live
            before shouldBeGreaterThan parts
            most = before
            scope { loss.backward() }
            most - before shouldBeLessThan parts / 4
            val all = gradientsOrNull(listOf(sum((1..parts).fold(x) { y, _ -> exp(y * 0.1) * x })), listOf(x), listOf(null))
            all[0]!!.toDoubleArray().toList() shouldBe x.gradient!!.toDoubleArray().toList()
        }
        test("a second backward through a kept graph reads the same numbers, and then they go") {
            val x = numbers(1.0, 2.0).requireGradient()
            left {
                scope("step") {
                    val loss = scope("forward") { sum(exp(x * 2.0)) }
                    loss.backward(retainGraph = true)
                    churn()
                    loss.backward()
                    x.gradient!!.shouldHold(4 * Math.exp(2.0), 4 * Math.exp(4.0))
                }
            } shouldBe 1
        }
        test("a suspending scope follows its coroutine from thread to thread") {
            val x = numbers(1.0, 2.0)
            val before = counting.live
            val kept =
                scopeSuspending("coroutine") {
                    val first = x + 1.0
                    withContext(Dispatchers.IO) { scopeSuspending("inner") { first + 1.0 } * first }
                }
            kept.shouldHold(6.0, 12.0)
            counting.live - before shouldBe 1
        }
        test("a returned value that a tape holds too survives backward") {
            val x = numbers(1.0, 2.0).requireGradient()
            val y = scope { exp(x) }
            scope { sum(y).backward() }
            y.shouldHold(Math.exp(1.0), Math.exp(2.0))
            scope("outer") {
                val z = scope("inner") { exp(x) }
                scope("backward") { sum(z).backward() }
                z.shouldHold(Math.exp(1.0), Math.exp(2.0))
            }
        }
        test("gradients add up over scopes") {
            val x = numbers(1.0, 2.0).requireGradient()
            left { repeat(5) { scope { sum(x * x).backward() } } } shouldBe 1
            x.gradient!!.shouldHold(10.0, 20.0)
        }
        test("step 200 of a training holds no more than step 20") {
            val training = TinyTraining(counting)
            val live = List(200) { training.step().let { counting.live } }
            live[199] shouldBe live[19]
            live.distinct().size shouldBe 1
        }
    })

private class Held(val value: Value) : Holder {
    override fun heldValues(): List<Value> = listOf(value)
}
