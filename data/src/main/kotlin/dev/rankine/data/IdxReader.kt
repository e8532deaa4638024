package dev.rankine.data

import dev.rankine.shapes.FormatException
import java.io.EOFException
import java.io.InputStream
import java.util.Locale
import java.util.zip.ZipException

/** Reads one idx file named [file] from [source], which must support `mark`. */
internal class IdxReader(private val file: String, private val source: InputStream, private val axes: Int) {
    private var input = source

    /** Unpacked bytes taken so far. */
    private var taken = 0L

    fun read(): IdxFile {
        source.mark(2)
        val isPacked = source.read() == 0x1f && source.read() == 0x8b
        source.reset()
        if (!isPacked) return content()
        return GzipMembers(source).use {
            input = it
            content()
        }
    }

    private fun content(): IdxFile {
        val sizes = header()
        val expected = taken + product(sizes)
        val data = chunks(expected)
        if (take(ByteArray(1)) != 0) problem("file is too long: ${grouped(expected)} bytes expected, more found")
        return IdxFile(sizes, data)
    }

    private fun header(): List<Int> {
        val magic = ByteArray(4)
        val found = take(magic)
        if (found >= 2 && (magic[0] != ZERO || magic[1] != ZERO)) {
            val start = magic.take(found).joinToString(" ") { "%02x".format(Locale.ROOT, it) }
            problem("not an idx file: it starts with $start", "an idx file starts with 00 00, or is compressed with gzip")
        }
        if (found < 4) truncated(4L * (axes + 1), found.toLong())
        if (magic[2] != UNSIGNED_BYTE) {
            problem("element type is not supported: 0x%02x != 0x08 (unsigned byte)".format(Locale.ROOT, magic[2]))
        }
        if (magic[3].toInt() != axes) {
            problem("number of axes differs: $axes expected, ${magic[3].toInt() and 0xff} found", meaning(magic[3]))
        }
        return sizes()
    }

    private fun meaning(axes: Byte): String? =
        when (axes.toInt()) {
            1 -> "this looks like a file of labels"
            3 -> "this looks like a file of images"
            else -> null
        }

    private fun sizes(): List<Int> {
        val bytes = ByteArray(4 * axes)
        val found = take(bytes)
        if (found < bytes.size) truncated(4L + bytes.size, 4L + found)
        return List(axes) { axis ->
            val size = (0 until 4).fold(0) { value, at -> (value shl 8) or (bytes[4 * axis + at].toInt() and 0xff) }
            if (size < 0) problem("size of axis $axis is negative: $size")
            size
        }
    }

    private fun product(sizes: List<Int>): Long {
        if (0 in sizes) return 0L
        return sizes.fold(1L) { product, size ->
            if (product * size > LARGEST) problem("data do not fit in one array: ${sizes.joinToString(" * ")} > ${grouped(LARGEST)} bytes")
            product * size
        }
    }

    /** Exactly the bytes up to [expected], in an array that grows with what is really there. */
    private fun chunks(expected: Long): ByteArray {
        val size = (expected - taken).toInt()
        var data = ByteArray(minOf(size, CHUNK))
        var filled = 0
        while (filled < size) {
            if (filled == data.size) data = grown(data, minOf(2L * filled, size.toLong()).toInt())
            val count = take(data, filled)
            filled += count
            if (count == 0) truncated(expected, taken)
        }
        return data
    }

    /** A small compressed file may truly hold more than the heap does. */
    private fun grown(data: ByteArray, size: Int): ByteArray =
        try {
            data.copyOf(size)
        } catch (full: OutOfMemoryError) {
            val heap = Runtime.getRuntime().maxMemory()
            val text = "data do not fit in memory: ${grouped(taken)} bytes read, more follow, the heap has ${grouped(heap)}"
            throw FormatException(file, text, "start java with a larger -Xmx", full)
        }

    /** Fills [bytes] from [from] on as far as the file goes; returns how many bytes that were. */
    private fun take(bytes: ByteArray, from: Int = 0): Int {
        var at = from
        while (at < bytes.size) {
            val count = guarded { input.read(bytes, at, bytes.size - at) }
            if (count < 0) break
            at += count
            taken += count
        }
        return at - from
    }

    private inline fun <T> guarded(action: () -> T): T =
        try {
            action()
        } catch (damage: ZipException) {
            throw FormatException(file, "gzip data are damaged: ${grouped(taken)} bytes could be unpacked", REPLACE, damage)
        } catch (end: EOFException) {
            throw FormatException(file, "gzip data end too early: ${grouped(taken)} bytes could be unpacked", REPLACE, end)
        }

    private fun truncated(expected: Long, found: Long): Nothing =
        problem("file is truncated: ${grouped(expected)} bytes expected, ${grouped(found)} found", REPLACE)

    private fun problem(text: String, hint: String? = null): Nothing = throw FormatException(file, text, hint)

    private fun grouped(number: Long): String = "%,d".format(Locale.ROOT, number)

    private companion object {
        const val CHUNK = 1 shl 16
        const val LARGEST = Int.MAX_VALUE - 8L
        const val ZERO: Byte = 0
        const val UNSIGNED_BYTE: Byte = 8
        const val REPLACE = "copy or download the file again"
    }
}
