package dev.rankine.io

import dev.rankine.shapes.FormatException
import java.io.IOException
import java.nio.ByteBuffer
import java.nio.channels.FileChannel
import java.nio.file.AccessDeniedException
import java.nio.file.Files
import java.nio.file.NoSuchFileException
import java.nio.file.Path
import java.nio.file.StandardOpenOption
import java.nio.file.attribute.BasicFileAttributes

/** Bytes that can be read from any place. */
internal interface ByteSource {
    /** The word that messages use. */
    val name: String

    /** The number of bytes. */
    val size: Long

    /** Opens the source for as long as [block] reads; [Reading.read] fills a buffer from a place. */
    fun <T> reading(block: (Reading) -> T): T

    /** The [bytes] bytes from place [position] as a mapping of their own, whose changes stay in this process; null where that is impossible. */
    fun map(position: Long, bytes: Long): ByteBuffer? = null
}

internal fun interface Reading {
    /** Fills the first [count] bytes of [into] from place [position]. */
    fun read(position: Long, into: ByteArray, count: Int)
}

internal class ArraySource(private val bytes: ByteArray, override val name: String) : ByteSource {
    override val size: Long get() = bytes.size.toLong()

    override fun <T> reading(block: (Reading) -> T): T =
        block { position, into, count -> System.arraycopy(bytes, position.toInt(), into, 0, count) }
}

/** @throws FormatException if [path] is missing, no regular file (a pipe would block for ever), or cannot be read. */
internal class PathSource(private val path: Path) : ByteSource {
    override val name: String = path.toString()

    override val size: Long =
        sentences {
            val attributes = Files.readAttributes(path, BasicFileAttributes::class.java)
            if (attributes.isDirectory) throw FormatException(name, "is a directory, not a file", "name a file in it")
            if (!attributes.isRegularFile) throw FormatException(name, "is no regular file")
            attributes.size()
        }

    override fun <T> reading(block: (Reading) -> T): T =
        sentences {
            FileChannel.open(path, StandardOpenOption.READ).use { channel ->
                block { position, into, count -> fill(channel, position, ByteBuffer.wrap(into, 0, count)) }
            }
        }

    /** A private mapping needs a channel that may write, although it never does. */
    override fun map(position: Long, bytes: Long): ByteBuffer? =
        try {
            FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE).use { channel ->
                // mapping beyond the end would make the file longer
                if (channel.size() < position + bytes) throw FormatException(name, "became shorter: byte ${channel.size()} is gone")
                channel.map(FileChannel.MapMode.PRIVATE, position, bytes)
            }
        } catch (_: IOException) {
            null // a file that may only be read, or a file system without mappings; reading says what is wrong if that fails too
        }

    private fun fill(channel: FileChannel, position: Long, buffer: ByteBuffer) {
        var at = position
        while (buffer.hasRemaining()) {
            val got = channel.read(buffer, at)
            if (got < 0) throw FormatException(name, "became shorter while it was read: byte $at is gone")
            at += got
        }
    }

    private fun <T> sentences(block: () -> T): T =
        try {
            block()
        } catch (e: NoSuchFileException) {
            throw FormatException(name, "does not exist", cause = e)
        } catch (e: AccessDeniedException) {
            throw FormatException(name, "may not be read", "check the permissions of the file", e)
        } catch (e: IOException) {
            throw FormatException(name, "cannot be read: ${reason(e)}", cause = e)
        }
}
