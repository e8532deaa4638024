package dev.rankine.data

import java.io.EOFException
import java.io.InputStream
import java.util.zip.CRC32
import java.util.zip.DataFormatException
import java.util.zip.Inflater
import java.util.zip.ZipException

/**
 * Unpacks gzip data, RFC 1952: one member or several behind one another.
 *
 * The JDK's stream calls itself for every empty member, so that a file with many of them overflows the stack, and it passes over
 * whatever follows the last member without a word; here that is damage.
 *
 * @throws ZipException on reading, if the data are damaged.
 * @throws EOFException on reading, if they end too early.
 */
internal class GzipMembers(private val source: InputStream) : InputStream() {
    private val inflater = Inflater(true)
    private val checksum = CRC32()
    private val packed = ByteArray(1 shl 16)
    private var at = 0
    private var end = 0
    private var state = State.BETWEEN

    private enum class State { BETWEEN, INSIDE, ENDED }

    /** Whether a member has begun: data without any are cut, not ended. */
    private var isBegun = false

    override fun read(): Int {
        val one = ByteArray(1)
        return if (read(one, 0, 1) < 0) -1 else one[0].toInt() and 0xff
    }

    override fun read(into: ByteArray, from: Int, count: Int): Int {
        if (count == 0) return 0
        while (true) {
            when (state) {
                State.ENDED -> return -1
                State.BETWEEN -> begin()
                State.INSIDE -> unpack(into, from, count).let { if (it > 0) return it }
            }
        }
    }

    /** Frees the inflater's memory; the source is closed by who opened it. */
    override fun close(): Unit = inflater.end()

    private fun unpack(into: ByteArray, from: Int, count: Int): Int {
        if (inflater.needsInput() && !inflater.finished()) {
            if (at == end && !fill()) throw EOFException()
            inflater.setInput(packed, at, end - at)
        }
        val got =
            try {
                inflater.inflate(into, from, count)
            } catch (e: DataFormatException) {
                throw ZipException(e.message)
            }
        at = end - inflater.remaining
        checksum.update(into, from, got)
        if (inflater.needsDictionary()) throw ZipException("a dictionary is asked for")
        if (got == 0 && inflater.finished()) finish()
        return got
    }

    private fun finish() {
        if (number(4) != checksum.value) throw ZipException("the checksum differs")
        if (number(4) != (inflater.bytesWritten and 0xffffffffL)) throw ZipException("the length differs")
        state = State.BETWEEN
    }

    private fun begin() {
        if (at == end && !fill()) {
            if (!isBegun) throw EOFException()
            state = State.ENDED
            return
        }
        isBegun = true
        checksum.reset()
        if (number(2) != MAGIC || byte() != DEFLATE) throw ZipException("no gzip header")
        val flags = byte()
        if (flags and RESERVED != 0) throw ZipException("unknown flags: $flags")
        repeat(6) { byte() }
        if (flags and EXTRA != 0) repeat(number(2).toInt()) { byte() }
        if (flags and NAME != 0) text()
        if (flags and COMMENT != 0) text()
        val expected = checksum.value and 0xffff
        if (flags and HEADER_CHECKSUM != 0 && number(2) != expected) throw ZipException("the header's checksum differs")
        checksum.reset()
        inflater.reset()
        state = State.INSIDE
    }

    private fun text() {
        do {
            val byte = byte()
        } while (byte != 0)
    }

    private fun number(bytes: Int): Long = (0 until bytes).fold(0L) { value, place -> value or (byte().toLong() shl 8 * place) }

    private fun byte(): Int {
        if (at == end && !fill()) throw EOFException()
        val byte = packed[at++].toInt() and 0xff
        if (state == State.BETWEEN) checksum.update(byte)
        return byte
    }

    private fun fill(): Boolean {
        at = 0
        end = maxOf(source.read(packed), 0)
        return end > 0
    }

    private companion object {
        const val MAGIC = 0x8b1fL
        const val DEFLATE = 8
        const val HEADER_CHECKSUM = 2
        const val EXTRA = 4
        const val NAME = 8
        const val COMMENT = 16
        const val RESERVED = 0xe0
    }
}
