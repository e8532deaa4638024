package dev.rankine.data

import dev.rankine.shapes.FormatException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import kotlinx.coroutines.flow.toList
import java.io.RandomAccessFile
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.file.Files

internal class RecordFileTest :
    FunSpec({
        val root = tempdir().toPath()
        val ints = { records: ByteBuffer, count: Int -> List(count) { records.getInt() } }

        fun file(name: String, bytes: ByteArray) = Files.write(root.resolve(name), bytes)

        fun numbers(count: Int, order: ByteOrder = ByteOrder.LITTLE_ENDIAN): ByteArray {
            val buffer = ByteBuffer.allocate(4 * count).order(order)
            for (i in 0 until count) buffer.putInt(i)
            return buffer.array()
        }

        test("records by number, behind a header, in either order of bytes, by several workers") {
            RecordFile(file("little", numbers(100)), 4, decode = ints).use { records ->
                records.size shouldBe 100
                records.batch(intArrayOf(99, 0, 7, 7)) shouldBe listOf(99, 0, 7, 7)
                records.batch(intArrayOf()) shouldBe emptyList()
                val loader = DataLoader(records, 7, shuffle = true, seed = 2, workers = 3)
                loader.epoch(1).toList().flatten() shouldBe shuffled(100, 2, 1).toList()
            }
            RecordFile(file("big", ByteArray(3) + numbers(5, ByteOrder.BIG_ENDIAN)), 4, 3, ByteOrder.BIG_ENDIAN, ints).use {
                it.batch(intArrayOf(4, 1)) shouldBe listOf(4, 1)
            }
        }
        test("files that are none of records") {
            fun message(name: String, bytes: ByteArray, header: Long = 0) =
                shouldThrow<FormatException> { RecordFile(file(name, bytes), 4, header, decode = ints) }.message
            message("cut", ByteArray(10)) shouldBe "cut: length is not one of records: 10 bytes are 2 records of 4 and 2 bytes more"
            message("cut", ByteArray(2010), 7) shouldBe
                "cut: length is not one of records: 2,003 bytes after a header of 7 are 500 records of 4 and 3 bytes more"
            message("short", ByteArray(3), 7) shouldBe "short: file is truncated: a header of 7 bytes expected, 3 found"
            val nowhere = root.resolve("nowhere")
            shouldThrow<FormatException> { RecordFile(nowhere, 4, decode = ints) }.message shouldBe
                "nowhere: there is no such file\n  hint: looked for $nowhere"
            shouldThrow<FormatException> { RecordFile(root, 4, decode = ints) }.message!! shouldContain
                ": is no regular file\n  hint: looked at "
            shouldThrow<IllegalArgumentException> { RecordFile(nowhere, 0, decode = ints) }.message shouldBe
                "record file: a record needs at least one byte: recordBytes 0"
            shouldThrow<IllegalArgumentException> { RecordFile(nowhere, 1, -1, decode = ints) }.message shouldBe
                "record file: the length of the header is negative: headerBytes -1"
        }
        test("more records than there are numbers, and a batch that no buffer holds") {
            val path = root.resolve("hole")
            RandomAccessFile(path.toFile(), "rw").use { it.setLength(3_000_000_000L) }
            shouldThrow<FormatException> { RecordFile(path, 1, decode = ints) }.message shouldBe
                "hole: too many records: 3,000,000,000 > 2,147,483,647"
            RecordFile(path, 1_000_000_000, decode = ints).use {
                shouldThrow<IllegalArgumentException> { it.batch(IntArray(3)) }.message shouldBe
                    "record file: a batch does not fit in one buffer: 3 records of 1000000000 bytes"
            }
        }
        test("a file that shrinks or is closed while it is read") {
            val path = file("shrinks", numbers(10))
            val records = RecordFile(path, 4, decode = ints)
            RandomAccessFile(path.toFile(), "rw").use { it.setLength(18) }
            records.batch(intArrayOf(3)) shouldBe listOf(3)
            shouldThrow<FormatException> { records.batch(intArrayOf(4)) }.message shouldBe
                "shrinks: file is truncated: record 4 ends after 18 bytes"
            records.close()
            shouldThrow<IllegalStateException> { records.batch(intArrayOf(0)) }.message shouldBe "record file: $path was closed"
        }
        test("sources far larger than the heap: a file of 1 GiB and a stream of 1 GiB, with 40 MiB of heap") {
            val path = root.resolve("large")
            LargeSources.write(path)
            val java = "${System.getProperty("java.home")}/bin/java"
            val arguments = listOf(java, "-Xmx40m", "-cp", System.getProperty("java.class.path"), LargeSources::class.java.name, "$path")
            val process = ProcessBuilder(arguments).redirectErrorStream(true).start()
            val lines = process.inputStream.bufferedReader().readLines()
            lines.filter { it.startsWith("sum ") } shouldBe listOf("sum ${LargeSources.SUM}", "sum ${LargeSources.SUM}")
            process.waitFor() shouldBe 0
            Files.delete(path)
        }
    })
