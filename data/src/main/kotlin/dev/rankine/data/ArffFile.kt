package dev.rankine.data

import dev.rankine.shapes.FormatException
import java.nio.file.Path
import java.util.Locale

/**
 * Files in the attribute-relation format: a header with a line `@attribute name type` for each column, a line `@data`, then rows of comma-separated values in
 * which `?` is a value that is missing. Format: Witten & Frank, "Data Mining" (2000).
 */
public object ArffFile {
    private val FORMAT = CsvFormat(quote = '\'', comment = '%', missing = setOf("?"), trim = true)

    /**
     * Reads the file at [path]. Types are not looked at: a column becomes numbers or classes as it is asked for.
     *
     * @throws FormatException if there is no such file, it cannot be read or is not UTF-8, its header is not one, or a
     * row has more or fewer values than there are attributes (as in the sparse form, which is not read).
     */
    @JvmStatic
    public fun read(path: Path): CsvTable =
        Utf8Lines(path).use { lines ->
            val columns = ArrayList<String>()
            while (true) {
                val line =
                    lines.next()?.trim() ?: throw FormatException(lines.name, "there is no line @data", "is it a file of another format?")
                val keyword = line.substringBefore(' ').substringBefore('\t').lowercase(Locale.ROOT)
                when {
                    line.isEmpty() || line.startsWith("%") || keyword == "@relation" -> Unit

                    keyword == "@data" -> break

                    keyword == "@attribute" -> columns += name(line.drop(keyword.length).trim(), lines)

                    else -> throw FormatException(
                        lines.name,
                        "line ${lines.line}: @attribute or @data expected, found \"${shortened(line)}\"",
                    )
                }
            }
            if (columns.isEmpty()) throw FormatException(lines.name, "line ${lines.line}: there is no @attribute before @data")
            CsvTable.table(lines, FORMAT.copy(columns = columns))
        }

    /** The name at the start of [text], which may be in quotes. */
    private fun name(text: String, lines: Utf8Lines): String {
        val quote = text.firstOrNull()?.takeIf { it == '\'' || it == '"' }
        val name = if (quote == null) text.takeWhile { !it.isWhitespace() } else text.drop(1).substringBefore(quote, "")
        if (name.isEmpty()) {
            throw FormatException(
                lines.name,
                "line ${lines.line}: the name of an attribute expected, found \"${shortened(text)}\"",
            )
        }
        return name
    }

    private fun shortened(text: String) = Vocabulary.shown(text.take(LONGEST))

    private const val LONGEST = 40
}
