package dev.rankine.io

import dev.rankine.shapes.FormatException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import java.io.IOException
import java.nio.ByteBuffer
import java.nio.channels.ClosedByInterruptException
import java.nio.file.AccessDeniedException
import java.nio.file.FileSystems
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.util.UUID

internal class ReplaceFileTest :
    FunSpec({
        fun folder(): Path = tempdir().toPath()

        fun names(folder: Path): List<String> = Files.list(folder).use { files -> files.map { "${it.fileName}" }.sorted().toList() }

        fun write(path: Path, text: String) {
            replaceFile(path) { channel -> channel.write(ByteBuffer.wrap(text.toByteArray())) }
        }

        fun text(path: Path): String = String(Files.readAllBytes(path))

        test("what a killed program left is removed by the next save to the same name, and nothing else is") {
            val own = folder()
            val others =
                listOf(
                    "model",
                    ".model.part",
                    ".model.${UUID.randomUUID()}.part.bak",
                    ".other.${UUID.randomUUID()}.part",
                    ".model.not-a-uuid.part",
                )
            others.forEach { Files.write(own.resolve(it), byteArrayOf(1)) }
            Files.createDirectory(own.resolve(".model.${UUID.randomUUID()}.part")).let { others + "${it.fileName}" }.let { kept ->
                repeat(3) { Files.write(own.resolve(".model.${UUID.randomUUID()}.part"), ByteArray(9)) }
                write(own.resolve("model"), "new")
                names(own) shouldContainExactly kept.sorted()
            }
        }

        test("a save that runs is not taken for litter, by this process or another") {
            val own = folder()
            val path = own.resolve("model")
            replaceFile(path) { outer ->
                outer.write(ByteBuffer.wrap("outer".toByteArray()))
                write(path, "inner")
                text(path) shouldBe "inner"
                SaveLoop.start(path, "once").run {
                    outputStream.use { it.write("1\n".toByteArray()) }
                    inputStream.bufferedReader().readLines() shouldBe listOf("ready", "2")
                    waitFor()
                }
                names(own).count { it.endsWith(".part") } shouldBe 1
            }
            text(path) shouldBe "outer"
            names(own) shouldContainExactly listOf("model")
        }

        test("a failure in the middle: the old file, nothing beside it, a sentence where the disk failed") {
            val own = folder()
            val path = own.resolve("model")
            write(path, "old")

            fun failing(e: Exception) = replaceFile(path) { channel -> channel.write(ByteBuffer.wrap(byteArrayOf(1))).also { throw e } }
            shouldThrow<FormatException> { failing(IOException("No space left on device")) }.message shouldBe
                "$path: cannot be written: No space left on device"
            shouldThrow<FormatException> { failing(AccessDeniedException("$path")) }.message shouldBe
                "$path: cannot be written: permission denied"
            shouldThrow<FormatException> { failing(ClosedByInterruptException()) }.message shouldBe
                "$path: cannot be written: the thread was interrupted"
            shouldThrow<IllegalStateException> { failing(IllegalStateException("a bug")) }.message shouldBe "a bug"
            text(path) shouldBe "old"
            names(own) shouldContainExactly listOf("model")
        }

        test("a thread that is interrupted while it saves leaves the old file") {
            val own = folder()
            val path = own.resolve("model")
            write(path, "old")
            Thread.currentThread().interrupt()
            try {
                shouldThrow<FormatException> { write(path, "new") }.message shouldBe "$path: cannot be written: the thread was interrupted"
            } finally {
                Thread.interrupted()
            }
            text(path) shouldBe "old"
            names(own) shouldContainExactly listOf("model")
        }

        test("permissions stay, links stay links").config(enabled = "posix" in FileSystems.getDefault().supportedFileAttributeViews()) {
            val own = folder()
            val path = own.resolve("model")
            write(path, "old")
            for (mode in listOf("rw-------", "rw-rw-r--", "r--r-----")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode))
                replaceFile(path) {
                    val part = names(own).single { it.endsWith(".part") }
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(own.resolve(part))) shouldBe mode
                }
                PosixFilePermissions.toString(Files.getPosixFilePermissions(path)) shouldBe mode
            }
            val elsewhere = folder()
            val latest = Files.createSymbolicLink(elsewhere.resolve("latest"), path)
            val next = Files.createSymbolicLink(elsewhere.resolve("next"), elsewhere.fileSystem.getPath("latest"))
            val dangling = Files.createSymbolicLink(elsewhere.resolve("dangling"), own.resolve("first"))
            write(next, "through two links")
            write(dangling, "made")
            listOf(latest, next, dangling).all { Files.isSymbolicLink(it) } shouldBe true
            text(path) shouldBe "through two links"
            text(own.resolve("first")) shouldBe "made"
            names(elsewhere) shouldContainExactly listOf("dangling", "latest", "next")
            val round = Files.createSymbolicLink(own.resolve("round"), own.resolve("round"))
            shouldThrow<FormatException> { write(round, "x") }.message shouldBe
                "$round: cannot be written: more than 40 symbolic links lead on from it"
        }

        test("a device is not replaced by a file").config(enabled = Files.exists(FileSystems.getDefault().getPath("/dev/null"))) {
            val device = FileSystems.getDefault().getPath("/dev/null")
            shouldThrow<FormatException> { write(device, "x") }.message shouldBe "/dev/null: cannot be written: it is no regular file"
            shouldThrow<FormatException> { ModelFile.requireWritable(device) }.problem shouldBe "cannot be written: it is no regular file"
        }
    })
