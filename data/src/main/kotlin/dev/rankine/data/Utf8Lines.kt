package dev.rankine.data

import dev.rankine.shapes.FormatException
import java.io.BufferedInputStream
import java.io.ByteArrayOutputStream
import java.io.Closeable
import java.io.IOException
import java.io.InputStream
import java.nio.ByteBuffer
import java.nio.charset.CharacterCodingException
import java.nio.file.Files
import java.nio.file.Path

/**
 * The lines of a file in UTF-8, one after another. A mark of the byte order at its start is passed over.
 *
 * @property name what messages call the file.
 * @throws FormatException if there is no such file or it cannot be read.
 */
internal class Utf8Lines(private val path: Path) : Closeable {
    val name: String = path.fileName?.toString() ?: path.toString()

    private val input: InputStream = open()
    private val bytes = ByteArrayOutputStream()

    /** How many lines were read. */
    var line = 0L
        private set

    private fun open(): InputStream {
        if (Files.isDirectory(path)) throw FormatException(name, "is a directory, not a file", "looked at $path")
        if (!Files.exists(path)) throw FormatException(name, "there is no such file", "looked for $path")
        // Opening a pipe would block until somebody writes to it.
        if (!Files.isRegularFile(path)) throw FormatException(name, "is no regular file", "looked at $path")
        return guarded { BufferedInputStream(Files.newInputStream(path), 1 shl 16) }
    }

    /**
     * The next line with what ends it, a line feed (unless it is the last); null after the last.
     *
     * @throws FormatException if it is not UTF-8, longer than 16 MiB, or the file cannot be read.
     */
    fun next(): String? {
        bytes.reset()
        while (true) {
            val byte = guarded { input.read() }
            if (byte < 0) break
            bytes.write(byte)
            if (byte == '\n'.code) break
            if (bytes.size() >
                LONGEST
            ) {
                throw FormatException(name, "line ${line + 1} is too long: more than ${grouped(LONGEST.toLong())} bytes")
            }
        }
        if (bytes.size() == 0) return null
        line++
        val text =
            try {
                Charsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString()
            } catch (e: CharacterCodingException) {
                throw FormatException(name, "line $line is not UTF-8", cause = e)
            }
        return if (line == 1L) text.removePrefix("\uFEFF") else text
    }

    private inline fun <T> guarded(action: () -> T): T =
        try {
            action()
        } catch (e: IOException) {
            throw FormatException(name, "cannot be read: ${reason(e)}", "looked at $path", e)
        }

    override fun close(): Unit = input.close()

    private companion object {
        const val LONGEST = 1 shl 24
    }
}
