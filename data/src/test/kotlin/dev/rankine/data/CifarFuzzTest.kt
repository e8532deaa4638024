package dev.rankine.data

import dev.rankine.shapes.FormatException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import java.io.ByteArrayInputStream
import java.io.IOException
import java.io.InputStream
import kotlin.random.Random

private const val RECORD = 3073

internal class CifarFuzzTest :
    FunSpec({
        fun file(content: ByteArray, length: Int = content.size) = CifarFile("f", length.toLong()) { ByteArrayInputStream(content) }

        test("6,000 hostile files: each is read whole or refused with a sentence, in memory that its size allows") {
            val outcomes = Outcomes(fixed = 1 shl 16, perByte = 2)
            val changes = ByteMutation.entries
            // Loading classes takes memory too.
            for (i in 0 until 6_100) {
                val random = Random(i)

                fun good() =
                    random.nextBytes(RECORD * random.nextInt(1, 4)).also { bytes ->
                        for (at in bytes.indices step RECORD) bytes[at] = random.nextInt(10).toByte()
                    }
                val change = changes[i % changes.size]
                val bytes = change.apply(good(), good(), random).let { if (random.nextInt(3) == 0) whole(it) else it }

                fun read() {
                    val images = CifarFile.read(listOf(file(bytes)))
                    check(images.count * RECORD == bytes.size && images.pixels.size == images.count * 3072)
                }
                if (i < 100) runCatching { read() } else outcomes.reading(change.name, "file $i, $change", "f", bytes.size) { read() }
            }
            println("cifar10: $outcomes")
            outcomes.accepted() shouldBeGreaterThan 1000
            withClue(outcomes) {
                outcomes.refusedShare().size shouldBe changes.size
                for ((kind, share) in outcomes.refusedShare() - "FLIP") withClue(kind) { share shouldBeGreaterThan 0.25 }
                // nearly all bytes are pixels, and any pixel is one
                outcomes.refusedShare().getValue("FLIP") shouldBeGreaterThan 0.0
            }
        }

        test("a file that shrinks while it is read, and one that fails") {
            val good = ByteArray(2 * RECORD) { 3 }
            for ((left, found) in listOf(0 to "0", 1 to "1", 3073 to "3,073", 3074 to "3,074", 6145 to "6,145")) {
                shouldThrow<FormatException> { CifarFile.read(listOf(file(good.copyOf(left), good.size))) }.message shouldBe
                    "f: file is truncated: 6,146 bytes expected, $found found\n  hint: copy or download the file again"
            }
            val failing =
                object : InputStream() {
                    override fun read(): Int = throw IOException("the disk is gone")
                }
            shouldThrow<FormatException> { CifarFile.read(listOf(CifarFile("f", RECORD.toLong()) { failing })) }.message shouldBe
                "f: cannot be read: the disk is gone"
        }

        test("bytes in small pieces are the same images") {
            val content =
                DrawnShapes.draw(4, 0).let { images ->
                    ByteArray(4 * RECORD) {
                        if (it % RECORD ==
                            0
                        ) {
                            images.labels[it / RECORD]
                        } else {
                            1
                        }
                    }
                }
            val slow =
                object : ByteArrayInputStream(content) {
                    override fun read(into: ByteArray, from: Int, count: Int): Int = super.read(into, from, minOf(count, 7))
                }
            val images = CifarFile.read(listOf(CifarFile("f", content.size.toLong()) { slow }))
            images.labels shouldBe DrawnShapes.draw(4, 0).labels
            images.pixels.all { it == 1.toByte() } shouldBe true
        }
    })

/** [bytes] cut to whole records, so that changes reach the labels; one record at least. */
private fun whole(bytes: ByteArray): ByteArray = bytes.copyOf(maxOf(bytes.size / RECORD, 1) * RECORD)
