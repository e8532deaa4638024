package dev.rankine.data

import dev.rankine.shapes.FormatException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import java.io.ByteArrayInputStream
import kotlin.random.Random

internal class IdxFuzzTest :
    FunSpec({
        // The JDK's gzip stream calls itself for every empty member: recursion must not go as deep as a file says.
        fun onSmallStack(action: () -> Unit) {
            var thrown: Throwable? = null
            val thread = Thread(null, { thrown = runCatching(action).exceptionOrNull() }, "fuzz", 256L shl 10)
            thread.start()
            thread.join()
            thrown?.let { throw it }
        }

        test("20,000 hostile files: each is read whole or refused with a sentence, in memory that its size allows") {
            val outcomes = Outcomes(fixed = 1 shl 18, perByte = 8)
            // Loading classes takes memory too.
            repeat(10 * KINDS) { i -> runCatching { Hostile(i).read() } }
            onSmallStack {
                for (i in 0 until 20_000) {
                    Hostile(
                        i,
                    ).let { outcomes.reading(it.kind, "file $i, ${it.kind}", "f", it.bytes.size) { it.read() } }
                }
            }
            println("idx: $outcomes")
            outcomes.accepted() shouldBeGreaterThan 1000
            withClue(outcomes) {
                outcomes.refusedShare().size shouldBe KINDS
                for ((kind, share) in outcomes.refusedShare() - "MEMBERS") withClue(kind) { share shouldBeGreaterThan 0.25 }
                outcomes.refusedShare()["MEMBERS"] shouldBe 0.0
            }
        }

        test("a file in a hundred thousand members is read, and what follows the last member is refused") {
            val member = packed(ByteArray(0))
            val content = bytes(0, 0, 8, 1, 0, 0, 0, 2, 7, 9)
            val many = packed(content) + ByteArray(100_000 * member.size) { member[it % member.size] }
            onSmallStack { IdxReader("f", ByteArrayInputStream(many), 1).read().bytes shouldBe bytes(7, 9) }
            shouldThrow<FormatException> { IdxReader("f", ByteArrayInputStream(packed(content) + 0), 1).read() }.message shouldBe
                "f: gzip data end too early: 10 bytes could be unpacked\n  hint: copy or download the file again"
            shouldThrow<FormatException> {
                IdxReader(
                    "f",
                    ByteArrayInputStream(packed(content) + bytes(1, 2, 3)),
                    1,
                ).read()
            }.message shouldBe
                "f: gzip data are damaged: 10 bytes could be unpacked\n  hint: copy or download the file again"
        }

        test("a small file that unpacks to what it says is read") {
            val size = 20_000_000
            val bomb = packed(bytes(0, 0, 8, 1, size shr 24, size shr 16, size shr 8, size) + ByteArray(size))
            bomb.size / 1000 shouldBe 19
            IdxReader("f", ByteArrayInputStream(bomb), 1).read().bytes.size shouldBe size
        }
    })

private val KINDS = 2 * ByteMutation.entries.size + IdxMutation.entries.size

/** Hostile file [i]; the same on every run. */
private class Hostile(i: Int) {
    private val random = Random(i)
    private val axes = random.nextInt(1, 4)

    val kind: String
    val bytes: ByteArray

    init {
        val good = good()
        val changes = ByteMutation.entries
        when (val number = i % KINDS) {
            in changes.indices -> {
                kind = changes[number].name
                bytes = changes[number].apply(good, good(), random)
            }

            in changes.size until 2 * changes.size -> {
                kind = "PACKED_" + changes[number - changes.size].name
                bytes = changes[number - changes.size].apply(packed(good), packed(good()), random)
            }

            else -> {
                kind = IdxMutation.entries[number - 2 * changes.size].name
                bytes = IdxMutation.valueOf(kind).apply(good, random)
            }
        }
    }

    private fun good(): ByteArray {
        val sizes = List(axes) { random.nextInt(if (random.nextInt(9) == 0) 0 else 1, 12) }
        val header = bytes(0, 0, 8, axes) + sizes.flatMap { listOf(0, 0, 0, it) }.map { it.toByte() }
        return header + random.nextBytes(sizes.fold(1, Int::times))
    }

    /** Everything that the sizes promise is there. */
    fun read() {
        val idx = IdxReader("f", ByteArrayInputStream(bytes), axes).read()
        check(idx.sizes.size == axes && idx.bytes.size == idx.sizes.fold(1, Int::times)) { "${idx.sizes}: ${idx.bytes.size} bytes" }
    }
}
