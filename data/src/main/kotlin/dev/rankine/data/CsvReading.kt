package dev.rankine.data

import de.siegmar.fastcsv.reader.CommentStrategy
import de.siegmar.fastcsv.reader.CsvReader
import dev.rankine.shapes.FormatException
import java.io.Closeable
import java.io.Reader
import java.io.UncheckedIOException

/** Reads the rows of [lines], of which those before the present one are passed over. */
internal class CsvReading(private val lines: Utf8Lines, private val format: CsvFormat) : Closeable {
    private val skipped = lines.line
    private val text = LineText(lines, format)
    private val rows: Iterator<de.siegmar.fastcsv.reader.CsvRow>

    /** The names of the columns. */
    val header: CsvHeader

    init {
        val builder =
            CsvReader
                .builder()
                .fieldSeparator(format.separator)
                .quoteCharacter(format.quote)
                .skipEmptyRows(true)
        format.comment?.let { builder.commentStrategy(CommentStrategy.SKIP).commentCharacter(it) }
        rows = builder.build(text).iterator()
        val names =
            format.columns ?: guarded { if (rows.hasNext()) fields(rows.next()) else null }
                ?: throw FormatException(
                    lines.name,
                    "there is no line with the names of the columns",
                    "give them: CsvFormat(columns = listOf(...))",
                )
        header = CsvHeader(lines.name, names, format.missing)
    }

    /**
     * The next row; null after the last.
     *
     * @throws FormatException if it has more or fewer fields than there are columns, a quote is not closed, or the file cannot be read.
     */
    fun next(): CsvRow? =
        guarded {
            if (!rows.hasNext()) {
                text.checkQuotes()
                return null
            }
            val row = rows.next()
            val line = skipped + row.originalLineNumber
            val fields = fields(row)
            if (fields.size != header.columns.size) {
                text.checkQuotes()
                throw FormatException(lines.name, "line $line: ${header.columns.size} fields expected, ${fields.size} found")
            }
            return CsvRow(header, line, fields)
        }

    private fun fields(row: de.siegmar.fastcsv.reader.CsvRow): List<String> = if (format.trim) row.fields.map(::trimmed) else row.fields

    /** Quotes that a blank keeps from being the first character of a field are quotes too. */
    private fun trimmed(field: String): String {
        val text = field.trim()
        val isQuoted = text.length >= 2 && text != field && text.first() == format.quote && text.last() == format.quote
        return if (isQuoted) text.substring(1, text.length - 1) else text
    }

    private inline fun <T> guarded(action: () -> T): T =
        try {
            action()
        } catch (e: UncheckedIOException) {
            throw FormatException(lines.name, "cannot be read: ${e.cause?.message ?: e.message}", cause = e)
        }

    override fun close(): Unit = lines.close()
}

/** The characters of [lines]; remembers where a quote was opened that nobody closed. */
private class LineText(private val lines: Utf8Lines, private val format: CsvFormat) : Reader() {
    private var current = ""
    private var at = 0
    private var isOpen = false
    private var field = Field.EMPTY
    private var opened = 0L
    private var isAtEnd = false

    override fun read(into: CharArray, from: Int, count: Int): Int {
        if (at == current.length) {
            current = lines.next() ?: return (-1).also { isAtEnd = true }
            at = 0
            follow()
        }
        val taken = minOf(count, current.length - at)
        current.toCharArray(into, from, at, at + taken)
        at += taken
        return taken
    }

    private fun follow() {
        if (!isOpen && format.comment != null && current.startsWith(format.comment)) return
        for (character in current) {
            if (isOpen) {
                isOpen = character != format.quote
            } else if (character == format.separator || character == '\n' || character == '\r') {
                field = Field.EMPTY
            } else if (character == format.quote && field != Field.BARE) {
                field = Field.QUOTED
                isOpen = true
                opened = lines.line
            } else if (field == Field.EMPTY) {
                field = Field.BARE
            }
        }
    }

    /** What the field has so far: a quote in a [BARE] one, `5" pipe`, is a character like any other. */
    private enum class Field { EMPTY, BARE, QUOTED }

    /** At the end of the file a quote must have been closed. */
    fun checkQuotes() {
        if (isAtEnd && isOpen) throw FormatException(lines.name, "line $opened: a quote is opened and never closed: ${format.quote}")
    }

    override fun close(): Unit = Unit
}
