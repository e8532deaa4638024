package dev.rankine.data

import dev.rankine.shapes.FormatException
import java.io.Closeable
import java.io.IOException
import java.nio.Buffer
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.channels.ClosedByInterruptException
import java.nio.channels.ClosedChannelException
import java.nio.channels.FileChannel
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption

/**
 * A file of records of one length, of which only those of a batch are in memory: the file may be far larger.
 *
 * Records are read at their places, not mapped into memory: a mapped file that somebody shortens ends the process. The system keeps in memory what
 * was read before, as far as there is room. Several workers may read at once. [close] it, or leave it open as long as the program runs.
 *
 * @property path the file.
 * @param recordBytes how long a record is.
 * @param headerBytes how many bytes come before the first record.
 * @param order the order of bytes in which [decode] reads numbers.
 * @param decode makes a batch of records that lie one after another between position and limit of the buffer, and of their number; it must not keep the buffer.
 * @throws FormatException if there is no such file, it cannot be read, or its length is not one of records.
 * @throws IllegalArgumentException if [recordBytes] is below 1 or [headerBytes] is negative.
 */
public class RecordFile<B>(
    public val path: Path,
    private val recordBytes: Int,
    private val headerBytes: Long = 0,
    private val order: ByteOrder = ByteOrder.LITTLE_ENDIAN,
    private val decode: (records: ByteBuffer, count: Int) -> B,
) : Dataset<B>,
    Closeable {
    private val name = path.fileName?.toString() ?: path.toString()
    private val channel: FileChannel

    override val size: Int

    init {
        require(recordBytes >= 1) { "record file: a record needs at least one byte: recordBytes $recordBytes" }
        require(headerBytes >= 0) { "record file: the length of the header is negative: headerBytes $headerBytes" }
        if (!Files.exists(path)) throw FormatException(name, "there is no such file", "looked for $path")
        // Opening a pipe would block until somebody writes to it.
        if (!Files.isRegularFile(path)) throw FormatException(name, "is no regular file", "looked at $path")
        try {
            val length = Files.size(path)
            size = count(length)
            channel = FileChannel.open(path, StandardOpenOption.READ)
        } catch (e: IOException) {
            throw FormatException(name, "cannot be read: ${reason(e)}", "looked at $path", e)
        }
    }

    private fun count(length: Long): Int {
        val content = length - headerBytes
        if (content <
            0
        ) {
            throw FormatException(
                name,
                "file is truncated: a header of ${grouped(headerBytes)} bytes expected, ${grouped(length)} found",
            )
        }
        if (content % recordBytes != 0L) {
            val records = "${grouped(content / recordBytes)} records of ${grouped(recordBytes.toLong())}"
            val header = if (headerBytes == 0L) "" else " after a header of ${grouped(headerBytes)}"
            throw FormatException(
                name,
                "length is not one of records: ${grouped(
                    content,
                )} bytes$header are $records and ${grouped(content % recordBytes)} bytes more",
            )
        }
        val count = content / recordBytes
        if (count > Int.MAX_VALUE) throw FormatException(name, "too many records: ${grouped(count)} > ${grouped(Int.MAX_VALUE.toLong())}")
        return count.toInt()
    }

    override fun batch(indices: IntArray): B {
        val bytes = indices.size.toLong() * recordBytes
        require(
            bytes <= Int.MAX_VALUE - 8,
        ) { "record file: a batch does not fit in one buffer: ${indices.size} records of $recordBytes bytes" }
        val buffer = ByteBuffer.allocate(bytes.toInt()).order(order)
        val window: Buffer = buffer // on Android 8 a byte buffer has no limit and flip of its own
        for ((at, index) in indices.withIndex()) {
            window.limit((at + 1) * recordBytes)
            read(index, buffer)
        }
        window.flip()
        return decode(buffer, indices.size)
    }

    /** Fills [buffer] up to its limit. */
    private fun read(index: Int, buffer: ByteBuffer) {
        val start = headerBytes + index.toLong() * recordBytes - buffer.position()
        try {
            while (buffer.hasRemaining()) {
                val found = start + buffer.position()
                if (channel.read(buffer, found) < 0) {
                    throw FormatException(name, "file is truncated: record ${grouped(index.toLong())} ends after ${grouped(found)} bytes")
                }
            }
        } catch (interrupted: ClosedByInterruptException) {
            throw IllegalStateException(
                "record file: a thread was interrupted while it read from $path, which closes the file",
                interrupted,
            )
        } catch (closed: ClosedChannelException) {
            throw IllegalStateException("record file: $path was closed", closed)
        } catch (e: IOException) {
            throw FormatException(name, "cannot be read: ${reason(e)}", "looked at $path", e)
        }
    }

    /** Closes the file; afterwards there is no batch. */
    override fun close(): Unit = channel.close()
}
