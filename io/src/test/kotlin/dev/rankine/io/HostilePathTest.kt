package dev.rankine.io

import dev.rankine.nn.LayerNorm
import dev.rankine.ops.Value
import dev.rankine.ops.valueOf
import dev.rankine.ops.zeros
import dev.rankine.shapes.FormatException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeIn
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldEndWith
import io.kotest.matchers.string.shouldStartWith
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.channels.FileChannel
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption
import java.nio.file.attribute.PosixFilePermissions

internal class HostilePathTest :
    FunSpec({
        val folder = tempdir().toPath()

        /** Every way to read a path says the same. */
        fun refused(path: Path): String {
            val messages =
                listOf({ SafetensorsFile.open(path) }, { Safetensors.load(path) }, { ModelFile.load(path, LayerNorm(Lengthy)) })
                    .map { shouldThrow<FormatException> { it() }.message!! }
            return messages.toSet().single()
        }

        /** A file of [size] bytes whose data are a hole, with [header]. */
        fun sparse(name: String, header: String, size: Long): Path {
            val path = folder.resolve(name)
            val text = header.toByteArray()
            FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE).use {
                it.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).also { length -> length.putLong(0, text.size.toLong()) })
                it.write(ByteBuffer.wrap(text))
                it.write(ByteBuffer.wrap(byteArrayOf(0)), 8 + text.size + size - 1)
            }
            return path
        }

        test("no file, a directory, a file as a directory, an empty file") {
            val lost = folder.resolve("lost")
            refused(lost) shouldBe "$lost: does not exist"
            refused(folder) shouldBe "$folder: is a directory, not a file\n  hint: name a file in it"
            val empty = Files.createFile(folder.resolve("empty"))
            refused(empty) shouldBe "$empty: is no safetensors file: 0 bytes are fewer than the 8 of the header length"
            val below = empty.resolve("below")
            // Java 17 tells the two apart.
            refused(below) shouldBeIn listOf("$below: does not exist", "$below: cannot be read: Not a directory")
            val round = Files.createSymbolicLink(folder.resolve("round"), folder.resolve("round"))
            refused(round) shouldStartWith "$round: cannot be read: Too many levels of symbolic links"
        }

        test("a pipe and a device do not block") {
            val pipe = folder.resolve("pipe")
            ProcessBuilder("mkfifo", "$pipe").start().waitFor() shouldBe 0
            refused(pipe) shouldBe "$pipe: is no regular file"
            val zeros = folder.fileSystem.getPath("/dev/zero")
            refused(zeros) shouldBe "/dev/zero: is no regular file"
        }

        test("a file that may not be read") {
            val secret = folder.resolve("secret")
            Files.createFile(secret, PosixFilePermissions.asFileAttribute(emptySet()))
            // Root may read everything, and finds that it is empty.
            val mayRead = Files.isReadable(secret)
            val expected = if (mayRead) "is no safetensors file: 0 bytes" else "may not be read\n  hint: check the permissions"
            val source = PathSource(secret)
            shouldThrow<FormatException> { if (mayRead) readHeader(source) else source.reading { } }.message!! shouldStartWith
                "$secret: $expected"
        }

        test("a sparse file of two gigabytes is refused, not allocated") {
            val size = Int.MAX_VALUE.toLong()
            val path = sparse("sparse", """{"x":{"dtype":"U8","shape":[$size],"data_offsets":[0,$size]}}""", size)
            val file = SafetensorsFile.open(path)
            val heap = Runtime.getRuntime().maxMemory()
            shouldThrow<FormatException> { file.read("x") }.message shouldBe
                "$path: tensor \"x\" does not fit in one array: uint8 [$size] needs $size bytes, the heap has $heap\n" +
                "  hint: start java with a larger -Xmx"
        }

        test("a file that is cut, replaced or deleted between opening and reading") {
            val path = folder.resolve("changing")
            Safetensors.save(path, mapOf("x" to zeros(Sizes.of(1000))))
            val file = SafetensorsFile.open(path)
            Files.write(path, Files.readAllBytes(path).copyOf(80))
            shouldThrow<FormatException> { file.read("x") }.message shouldBe "$path: became shorter while it was read: byte 80 is gone"
            Files.delete(path)
            shouldThrow<FormatException> { file.read("x") }.message shouldBe "$path: does not exist"
            val header = PathSource(Files.write(path, ByteArray(200)))
            Files.write(path, ByteArray(5))
            shouldThrow<FormatException> { readHeader(header) }.message shouldBe "$path: became shorter while it was read: byte 5 is gone"
        }

        test("what cannot be read again is not written") {
            val path = folder.resolve("unwritten")

            fun unwritten(name: String, value: Value) =
                shouldThrow<FormatException> { Safetensors.save(path, mapOf(name to value)) }.message!!
            unwritten("x", valueOf(FloatArray(1), *IntArray(65) { 1 })) shouldBe "$path: tensor \"x\" has too many axes: 65 > 64"
            unwritten("x\ud800", zeros(Sizes.SCALAR)) shouldEndWith
                "a name or a text is no Unicode: it has half a surrogate pair\n  hint: choose another name"
            Files.exists(path) shouldBe false
        }
    })
