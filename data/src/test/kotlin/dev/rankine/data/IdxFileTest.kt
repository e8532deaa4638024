package dev.rankine.data

import com.sun.management.ThreadMXBean
import dev.rankine.shapes.FormatException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeIn
import io.kotest.matchers.longs.shouldBeLessThan
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.byte
import io.kotest.property.arbitrary.byteArray
import io.kotest.property.arbitrary.int
import io.kotest.property.checkAll
import java.io.ByteArrayOutputStream
import java.lang.management.ManagementFactory
import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.GZIPOutputStream

internal fun packed(bytes: ByteArray): ByteArray =
    ByteArrayOutputStream()
        .also { out ->
            GZIPOutputStream(out).use {
                it.write(bytes)
            }
        }.toByteArray()

internal fun bytes(vararg values: Int): ByteArray = ByteArray(values.size) { values[it].toByte() }

internal class IdxFileTest :
    FunSpec({
        val directory = tempdir().toPath()

        fun file(content: ByteArray): Path = Files.write(directory.resolve("train-images-idx3-ubyte"), content)

        fun message(content: ByteArray, axes: Int = 3) = shouldThrow<FormatException> { IdxFile.read(file(content), axes) }.message

        val header = bytes(0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3)
        val whole = header + bytes(1, 2, 3, 253, 254, 255)
        val replace = "\n  hint: copy or download the file again"

        test("images and labels, plain and packed") {
            for (content in listOf(whole, packed(whole))) {
                val idx = IdxFile.read(file(content), 3)
                idx.sizes shouldBe listOf(2, 1, 3)
                idx.bytes shouldBe bytes(1, 2, 3, 253, 254, 255)
            }
            IdxFile.read(file(bytes(0, 0, 8, 1, 0, 0, 0, 2, 9, 0)), 1).bytes shouldBe bytes(9, 0)
        }

        test("more than one chunk, and sizes whose bytes are above 127") {
            val data = ByteArray(200_000) { (it * 31 shr 3).toByte() }
            val content = bytes(0, 0, 8, 1, 0, 3, 13, 64) + data
            IdxFile.read(file(content), 1).bytes shouldBe data
            IdxFile.read(file(packed(content)), 1).bytes shouldBe data
        }

        test("no elements") { IdxFile.read(file(bytes(0, 0, 8, 3, 0, 0, 0, 0, 127, 0, 0, 0, 127, 0, 0, 0)), 3).bytes.size shouldBe 0 }

        test("too short") {
            message(whole.copyOf(21)) shouldBe "train-images-idx3-ubyte: file is truncated: 22 bytes expected, 21 found$replace"
            message(packed(whole.copyOf(20))) shouldBe "train-images-idx3-ubyte: file is truncated: 22 bytes expected, 20 found$replace"
            message(header.copyOf(9)) shouldBe "train-images-idx3-ubyte: file is truncated: 16 bytes expected, 9 found$replace"
            message(bytes(0, 0, 8)) shouldBe "train-images-idx3-ubyte: file is truncated: 16 bytes expected, 3 found$replace"
            message(ByteArray(0)) shouldBe "train-images-idx3-ubyte: file is truncated: 16 bytes expected, 0 found$replace"
            message(bytes(0, 0, 8, 3, 0, 0, 234, 96, 0, 0, 0, 28, 0, 0, 0, 28) + ByteArray(1008)) shouldBe
                "train-images-idx3-ubyte: file is truncated: 47,040,016 bytes expected, 1,024 found$replace"
        }

        test("too long") {
            message(whole + 0) shouldBe "train-images-idx3-ubyte: file is too long: 22 bytes expected, more found"
            message(packed(whole + 0)) shouldBe "train-images-idx3-ubyte: file is too long: 22 bytes expected, more found"
        }

        test("a header that lies reserves nothing") {
            val lie = bytes(0, 0, 8, 1, 127, 255, 255, 240, 1)
            val threads = ManagementFactory.getThreadMXBean() as ThreadMXBean
            val before = threads.getThreadAllocatedBytes(Thread.currentThread().id)
            message(lie, 1) shouldBe "train-images-idx3-ubyte: file is truncated: 2,147,483,640 bytes expected, 9 found$replace"
            message(packed(lie), 1) shouldBe "train-images-idx3-ubyte: file is truncated: 2,147,483,640 bytes expected, 9 found$replace"
            threads.getThreadAllocatedBytes(Thread.currentThread().id) - before shouldBeLessThan 4_000_000L
            message(bytes(0, 0, 8, 3, 127, 255, 255, 255, 0, 0, 0, 28, 0, 0, 0, 28)) shouldBe
                "train-images-idx3-ubyte: data do not fit in one array: 2147483647 * 28 * 28 > 2,147,483,639 bytes"
            message(bytes(0, 0, 8, 3, 64, 0, 0, 0, 64, 0, 0, 0, 64, 0, 0, 0)) shouldBe
                "train-images-idx3-ubyte: data do not fit in one array: 1073741824 * 1073741824 * 1073741824 > 2,147,483,639 bytes"
        }

        test("not what was asked for") {
            message("<!DOCTYPE html>".toByteArray()) shouldBe
                "train-images-idx3-ubyte: not an idx file: it starts with 3c 21 44 4f\n" +
                "  hint: an idx file starts with 00 00, or is compressed with gzip"
            message(bytes(0, 0, 13, 3) + ByteArray(12)) shouldBe
                "train-images-idx3-ubyte: element type is not supported: 0x0d != 0x08 (unsigned byte)"
            message(bytes(0, 0, 8, 1, 0, 0, 0, 0)) shouldBe
                "train-images-idx3-ubyte: number of axes differs: 3 expected, 1 found\n  hint: this looks like a file of labels"
            message(header, 1) shouldBe
                "train-images-idx3-ubyte: number of axes differs: 1 expected, 3 found\n  hint: this looks like a file of images"
            message(bytes(0, 0, 8, 200, 0)) shouldBe "train-images-idx3-ubyte: number of axes differs: 3 expected, 200 found"
            message(bytes(0, 0, 8, 3, 0, 0, 0, 1, 255, 255, 255, 255, 0, 0, 0, 1)) shouldBe
                "train-images-idx3-ubyte: size of axis 1 is negative: -1"
        }

        test("damaged gzip data") {
            val good = packed(bytes(0, 0, 8, 1, 0, 3, 13, 64) + ByteArray(200_000) { (it * it shr 5).toByte() })
            val start = "train-images-idx3-ubyte: gzip data"
            message(good.copyOf(5), 1) shouldBe "$start end too early: 0 bytes could be unpacked$replace"
            val cut = message(good.copyOf(good.size / 2), 1)!!
            Regex("\\Q$start\\E end too early: [1-9][0-9,]+ bytes could be unpacked\\Q$replace\\E").matches(cut) shouldBe true
            val checksum = good.copyOf().also { it[it.size - 6] = (it[it.size - 6] + 1).toByte() }
            message(checksum, 1) shouldBe "$start are damaged: 200,008 bytes could be unpacked$replace"
            message(good.copyOf().also { it[2] = 99 }, 1) shouldBe "$start are damaged: 0 bytes could be unpacked$replace"
        }

        test("no file") {
            val path = directory.resolve("nothing.gz")
            shouldThrow<FormatException> { IdxFile.read(path, 3) }.message shouldBe
                "nothing.gz: there is no such file\n  hint: looked for $path"
        }

        test("a directory, a pipe, a file as a directory") {
            fun refused(path: Path) = shouldThrow<FormatException> { IdxFile.read(path, 3) }.message
            val name = directory.fileName
            refused(directory) shouldBe "$name: is a directory, not a file\n  hint: looked at $directory"
            val pipe = directory.resolve("pipe")
            ProcessBuilder("mkfifo", "$pipe").start().waitFor() shouldBe 0
            refused(pipe) shouldBe "pipe: is no regular file\n  hint: looked at $pipe"
            val below = file(whole).resolve("below")
            refused(below) shouldBe "below: there is no such file\n  hint: looked for $below"
        }

        test("any change of a byte gives a file or a FormatException, nothing else") {
            for (content in listOf(whole, packed(whole))) {
                checkAll(Arb.int(content.indices), Arb.byte()) { at, value ->
                    val changed = content.copyOf().also { it[at] = value }
                    val outcome = runCatching { IdxFile.read(file(changed), 3) }
                    (outcome.exceptionOrNull()?.javaClass) shouldBeIn listOf(null, FormatException::class.java)
                }
            }
            checkAll(Arb.byteArray(Arb.int(0..40), Arb.byte())) { tail ->
                val outcome = runCatching { IdxFile.read(file(bytes(0x1f, 0x8b, 8, 0) + tail), 3) }
                outcome.exceptionOrNull()?.javaClass shouldBe FormatException::class.java
            }
        }
    })
