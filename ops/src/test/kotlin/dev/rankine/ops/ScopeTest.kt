package dev.rankine.ops

import dev.rankine.ops.plain.PlainBackend
import dev.rankine.shapes.DType
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.booleans.shouldBeFalse
import io.kotest.matchers.booleans.shouldBeTrue
import io.kotest.matchers.shouldBe
import java.nio.file.Paths
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.atomic.AtomicInteger
import kotlin.concurrent.thread

/** The corners of lifetimes: what blocks return that is no value, letting go and keeping in one scope, releases by two threads. */
internal class ScopeTest :
    FunSpec({
        fun numbers(): Value = valueOf(floatArrayOf(1f, 2f), 2)

        fun Value.isAlive(): Boolean = !(content as Storage).isReleased

        test("a block may return a path, which iterates over itself without end") {
            val path = Paths.get("model", "epoch 3")
            scope { path } shouldBe path
        }
        test("a block may return what can be iterated once only") {
            val once = listOf(1, 2).iterator()
            scope { Iterable { once } }.toList() shouldBe listOf(1, 2)
        }
        test("what was made in a scope to join goes with the scope that it joins, on another thread") {
            var made: Pair<Value, Scope>? = null
            thread { made = scopeToJoin("batch") { numbers().also { numbers() } } }.join()
            val (value, owner) = made!!
            value.isAlive().shouldBeTrue()
            var kept: Value? = null
            scope("step") {
                owner.join()
                value.isAlive().shouldBeTrue()
                kept = scopeToJoin("second") { numbers() }.also { it.second.join() }.first.keep()
            }
            value.isAlive().shouldBeFalse()
            kept!!.isAlive().shouldBeTrue()
        }
        test("a scope to join that nobody joins, or joins outside of scopes, leaves all to the collector; one that fails returns it") {
            val (value, owner) = scopeToJoin("batch") { numbers() }
            owner.join()
            scope("step") { owner.join() }
            value.isAlive().shouldBeTrue()
            var lost: Value? = null
            shouldThrow<IllegalStateException> {
                scopeToJoin<Value>("batch") {
                    lost = numbers()
                    error("stop")
                }
            }
            lost!!.isAlive().shouldBeFalse()
            Scope.current() shouldBe null
        }
        test("keep holds for a value that a slot lets go later in the same scope") {
            val slot = Slot()
            scope { slot.value = numbers() }
            scope("outer") {
                val kept = slot.value!!
                scope("step") {
                    kept.keep()
                    slot.value = null
                }
                kept.isAlive().shouldBeTrue()
            }
        }
        test("a value that a block returns out of a slot survives a sibling scope that empties the slot") {
            val slot = Slot()
            val gradient =
                scope("backward") {
                    scope { slot.value = numbers() }
                    slot.value!!
                }
            scope("zero") { slot.value = null }
            gradient.isAlive().shouldBeTrue()
        }
        test("what a slot lets go goes with the scope that runs then") {
            val slot = Slot()
            scope { slot.value = numbers() }
            val old = slot.value!!
            scope { slot.value = null }
            old.isAlive().shouldBeFalse()
        }
        test("a keep inside a slot's scope still goes with the scope around") {
            val slot = Slot()
            var kept: Value? = null
            scope("outer") {
                scope("inner") {
                    slot.value = numbers()
                    kept = slot.value!!.keep()
                }
                slot.value = null
                kept!!.isAlive().shouldBeTrue()
            }
            kept!!.isAlive().shouldBeFalse()
        }
        test("a slot filled in a scope that fails keeps its value") {
            val slot = Slot()
            shouldThrow<IllegalStateException> {
                scope {
                    slot.value = numbers()
                    error("stop")
                }
            }
            slot.value!!.toFloatArray() shouldBe floatArrayOf(1f, 2f)
        }
        test("bytes are returned once, however many threads release them") {
            repeat(300) {
                val returned = AtomicInteger()
                val storage =
                    object : Storage(DType.F32, 1) {
                        override fun free() {
                            returned.incrementAndGet()
                        }
                    }
                val start = CyclicBarrier(3)
                List(3) {
                    thread {
                        start.await()
                        storage.release("a scope")
                    }
                }.forEach { it.join() }
                returned.get() shouldBe 1
            }
        }
        test("a write from an overlapping view of the same elements reads them as they were") {
            val x = valueOf(floatArrayOf(1f, 2f, 3f, 4f), 4)
            narrow(x, 0, 1, 3).addInPlace(narrow(x, 0, 0, 3))
            x.toFloatArray() shouldBe floatArrayOf(1f, 3f, 5f, 7f)
            val y = valueOf(floatArrayOf(1f, 2f, 3f, 4f), 2, 2)
            y.addInPlace(transpose(y, 0, 1))
            y.toFloatArray() shouldBe floatArrayOf(2f, 5f, 5f, 8f)
            val z = valueOf(floatArrayOf(1f, 2f, 3f, 4f), 4)
            flip(z, 0).copyFrom(z)
            z.toFloatArray() shouldBe floatArrayOf(4f, 3f, 2f, 1f)
            z.mulInPlace(select(z, 0, 1))
            z.toFloatArray() shouldBe floatArrayOf(12f, 9f, 6f, 3f)
        }
        test("operands of two backends are refused in place too") {
            val here = numbers()
            val there = valueOf(floatArrayOf(1f, 2f), DType.F32, here.sizes, PlainBackend("other"))
            shouldThrow<IllegalArgumentException> { here.copyFrom(there) }
            shouldThrow<IllegalArgumentException> { here.addInPlace(there) }
        }
    })
