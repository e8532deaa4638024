package dev.rankine.kernels

import dev.rankine.ops.OutOfStorageException
import dev.rankine.ops.Storage
import dev.rankine.shapes.DType
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.booleans.shouldBeTrue
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.longs.shouldBeLessThan
import io.kotest.matchers.longs.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import kotlin.random.Random

private const val MEBI = 1L shl 20

private fun Memory.bytes(count: Int): SegmentStorage = allocate("test", DType.U8, count)

private val Storage.place: Long get() = (this as SegmentStorage).address

internal class MemoryTest :
    FunSpec({
        test("every chunk is aligned and nobody else's") {
            val memory = Memory(256 * MEBI)
            val random = Random(1)
            val storages = List(3000) { memory.bytes(if (it % 100 == 0) random.nextInt(1 shl 20) else random.nextInt(5000)) }
            storages.forEach { (it.place % 64) shouldBe 0 }
            val sorted = storages.sortedBy { it.place }
            for ((left, right) in sorted.zipWithNext()) {
                withClue(left.elements) {
                    left.place + left.elements shouldBeLessThanOrEqual
                        right.place
                }
            }
        }
        test("the chunk that came back last is used first, by the same size only") {
            val memory = Memory(MEBI * 8)
            val (a, b, c) = List(3) { memory.bytes(1000) }
            val places = listOf(a.place, b.place)
            a.release("test")
            b.release("test")
            memory.bytes(900).place shouldNotBe places[1]
            memory.bytes(1024).place shouldBe places[1]
            memory.bytes(961).place shouldBe places[0]
            c.isReleased shouldBe false
        }
        test("small chunks share a block, large ones have their own") {
            val memory = Memory(64 * MEBI)
            val small = List(10_000) { memory.bytes(64) }
            memory.reserved shouldBe MEBI
            val large = memory.bytes(3 * MEBI.toInt())
            memory.reserved shouldBe 4 * MEBI
            memory.storages shouldBe 10_001
            memory.live shouldBe 640_000 + 3 * MEBI
            (small + large).forEach { it.release("test") }
            memory.storages shouldBe 0
            memory.live shouldBe 0
            memory.reserved shouldBe 4 * MEBI
            memory.peak shouldBe 640_000 + 3 * MEBI
            memory.resetPeak()
            memory.peak shouldBe 0
            "$memory" shouldBe "live 0 KiB in 0 storages, peak 0 KiB, reserved 4096 KiB of 64 MiB"
        }
        test("what is left of a block is used") {
            val memory = Memory(64 * MEBI)
            // 34 chunks of 30 KiB leave 4 KiB of the first block
            val chunks = List(35) { memory.bytes(30 * 1024) }
            memory.reserved shouldBe 2 * MEBI
            val end = chunks[33].place + 30 * 1024
            memory.bytes(4 * 1024).place shouldBe end
        }
        test("above the limit: a sentence with numbers") {
            val memory = Memory(10 * MEBI)
            val held = memory.bytes(8 * MEBI.toInt())
            val free = memory.bytes(MEBI.toInt())
            free.release("test")
            shouldThrow<OutOfStorageException> { memory.allocate("vector", DType.F32, 1 shl 20) }.message shouldBe
                "vector: no room for 1048576 elements of float32: 4096 KiB wanted, 8192 KiB in use and 1024 KiB free in other sizes, " +
                "the limit is 10 MiB\n  hint: wrap steps in scope { }, use smaller batches, or set -Drankine.memory if the machine has more"
            shouldThrow<OutOfStorageException> { memory.allocate("vector", DType.F64, Int.MAX_VALUE) }.message shouldBe
                "vector: no room for 2147483647 elements of float64: 16383 MiB wanted, 8192 KiB in use and 1024 KiB free in other sizes, " +
                "the limit is 10 MiB\n  hint: use smaller batches, or set -Drankine.memory if the machine has more"
            held.release("test")
            memory.allocate("vector", DType.F32, 1 shl 20).elements shouldBe (1 shl 20)
        }
        test("at the limit a larger chunk serves") {
            val memory = Memory(8 * MEBI)
            val large = memory.bytes(8 * MEBI.toInt())
            val place = large.place
            large.release("test")
            val small = memory.bytes(100)
            small.place shouldBe place
            small.release("test")
            memory.bytes(8 * MEBI.toInt()).place shouldBe place
        }
        test("at the limit the collector is asked, and a loop that drops everything goes on") {
            val memory = Memory(16 * MEBI)
            repeat(100) { memory.bytes(3 * MEBI.toInt()).setLong(0, 1) }
            memory.reserved shouldBeLessThan 16 * MEBI
            memory.collections shouldBeGreaterThan 10
        }
        test("what nobody can reach comes back, what somebody can reach does not") {
            val memory = Memory(64 * MEBI)
            val kept = List(5) { memory.bytes(5000) }
            repeat(100) { memory.bytes(5000 + it) }
            memory.collect()
            memory.storages shouldBe 5
            kept.forEachIndexed { i, storage -> storage.setLong(4999, i.toLong()) }
            repeat(100) { memory.bytes(5000 + it).setLong(4999, 99) }
            kept.forEachIndexed { i, storage -> storage.getLong(4999) shouldBe i }
        }
        test("a loop without scopes stays within its allowance, and then takes no more from the machine") {
            val memory = Memory(1024 * MEBI)
            val random = Random(2)
            val kept = memory.bytes(10 * MEBI.toInt())

            fun loop(steps: Int) = repeat(steps) { memory.bytes(random.nextInt(MEBI.toInt()) + 1).setLong(0, 1) }
            loop(400)
            memory.collections shouldBeGreaterThan 2
            memory.peak shouldBeLessThanOrEqual 10 * MEBI + Pacing.ALLOWANCE
            // the sizes come in another mixture after every collection
            loop(4000)
            memory.reserved shouldBeLessThan 10 * MEBI + Pacing.ALLOWANCE + 16 * MEBI
            memory.peak shouldBeLessThanOrEqual 10 * MEBI + Pacing.ALLOWANCE
            kept.isReleased shouldBe false
        }
        test("freed chunks are poisoned when asked") {
            val memory = Memory(8 * MEBI, poison = true)
            val storage = memory.allocate("test", DType.I32, 300)
            storage.setLong(299, 7)
            storage.release("test")
            storage.getLong(299) shouldBe 0xdbdbdbdb.toInt().toLong()
            memory.allocate("test", DType.I32, 300).getLong(0) shouldBe 0xdbdbdbdb.toInt().toLong()
            val clean = Memory(8 * MEBI).allocate("test", DType.I32, 300)
            clean.setLong(299, 7)
            clean.release("test")
            clean.getLong(299) shouldBe 7L
        }
        test("a storage gives its chunk back once") {
            val memory = Memory(8 * MEBI)
            val storage = memory.bytes(100)
            repeat(3) { storage.release("test") }
            memory.storages shouldBe 0
            memory.bytes(100).place shouldNotBe memory.bytes(100).place
        }
        test("four threads never share a chunk") {
            val memory = Memory(64 * MEBI, poison = true)
            val threads = Executors.newFixedThreadPool(4)
            try {
                val runs =
                    List(4) { thread ->
                        Callable {
                            val random = Random(thread)
                            val held = arrayOfNulls<SegmentStorage>(50)
                            (0 until 40_000).all {
                                val i = random.nextInt(held.size)
                                val whole =
                                    held[i]?.let { old -> old.getLong(0) == thread.toLong() && old.getLong(99) == thread.toLong() } ?: true
                                if (random.nextInt(4) > 0) held[i]?.release("test") // the others are left to the collector
                                held[i] =
                                    memory.bytes(100 + random.nextInt(64)).also { new ->
                                        new.setLong(0, thread.toLong())
                                        new.setLong(99, thread.toLong())
                                    }
                                whole
                            }
                        }
                    }
                threads.invokeAll(runs).forEach { it.get().shouldBeTrue() }
            } finally {
                threads.shutdown()
            }
            memory.collect()
            memory.storages shouldBe 0
            memory.live shouldBe 0
        }
    })
