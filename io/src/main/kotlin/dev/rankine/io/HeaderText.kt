package dev.rankine.io

import dev.rankine.shapes.FormatException
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.charset.CharacterCodingException
import java.nio.charset.CodingErrorAction

/** Where the header starts: after its length. */
internal const val HEADER_START: Long = 8

/** Longer headers are refused: 100 MB, the limit of the reference implementation. */
internal const val MAX_HEADER: Long = 100_000_000

/** Parsing a header takes so many times the memory of its bytes, garbage included: measured, 32 to 58 on Java 17 and 25. */
private const val PARSED: Long = 64

/** The JSON text and how many [bytes] it took in the file. */
internal class HeaderText(val json: String, val bytes: Long)

/** Reads the length and the text behind it, trusting neither; [heap] is how many bytes of memory there are. */
internal fun readHeader(source: ByteSource, heap: Long = Runtime.getRuntime().maxMemory()): HeaderText {
    if (source.size < HEADER_START) {
        throw FormatException(source.name, "is no safetensors file: ${source.size} bytes are fewer than the 8 of the header length")
    }
    return source.reading { reading ->
        val prefix = ByteArray(HEADER_START.toInt())
        reading.read(0, prefix, prefix.size)
        val length = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getLong()
        if (length < 0 || length > source.size - HEADER_START) {
            val said = java.lang.Long.toUnsignedString(length)
            throw FormatException(source.name, "header length exceeds the file: $said > ${source.size - HEADER_START}", NO_SAFETENSORS)
        }
        if (length > MAX_HEADER) throw FormatException(source.name, "header is too long: $length > $MAX_HEADER bytes", NO_SAFETENSORS)
        if (length > heap / PARSED) {
            throw FormatException(
                source.name,
                "header is too long for a heap of $heap bytes: $length bytes",
                "start java with a larger -Xmx",
            )
        }
        val bytes = ByteArray(length.toInt())
        reading.read(HEADER_START, bytes, bytes.size)
        HeaderText(decode(source.name, bytes), length)
    }
}

private fun decode(file: String, bytes: ByteArray): String {
    val decoder =
        Charsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
    try {
        return decoder.decode(ByteBuffer.wrap(bytes)).toString()
    } catch (e: CharacterCodingException) {
        throw FormatException(file, "header is not UTF-8 text", NO_SAFETENSORS, e)
    }
}

internal const val NO_SAFETENSORS: String = "is this a safetensors file?"
