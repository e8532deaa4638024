package dev.rankine.data

/**
 * How a file of comma-separated values is written; by default as RFC 4180 has it, with a header.
 *
 * @property columns the names of the columns, for a file without a header; null if its first line has them.
 * @property separator what is between two fields.
 * @property quote what a field begins and ends with that has separators or line feeds in it.
 * @property comment what a line begins with that is passed over; null if there are none.
 * @property missing how a value is written that is not there.
 * @property trim whether blanks at the ends of fields are cut off. Numbers are read without them in any case.
 * @throws IllegalArgumentException if two of the characters are the same or one ends a line.
 */
public data class CsvFormat(
    public val columns: List<String>? = null,
    public val separator: Char = ',',
    public val quote: Char = '"',
    public val comment: Char? = null,
    public val missing: Set<String> = setOf(""),
    public val trim: Boolean = false,
) {
    init {
        val characters = listOfNotNull(separator, quote, comment)
        require(characters.distinct().size == characters.size) { "csv: separator, quote and comment are different characters: $characters" }
        require(characters.none { it == '\n' || it == '\r' }) { "csv: separator, quote and comment cannot end a line" }
    }
}
