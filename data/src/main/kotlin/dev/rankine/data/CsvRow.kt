package dev.rankine.data

import dev.rankine.shapes.FormatException

/**
 * One row of a file of comma-separated values.
 *
 * @property line the number of the line that it begins on, from 1 on.
 * @property fields its fields, as they are written.
 */
public class CsvRow internal constructor(private val header: CsvHeader, public val line: Long, public val fields: List<String>) {
    /** Whether the value in [column] is missing. */
    public fun isMissing(column: String): Boolean = isMissing(header.place(column))

    /**
     * The field in [column], as it is written.
     *
     * @throws FormatException if there is no such column.
     */
    public fun text(column: String): String = fields[header.place(column)]

    /**
     * The number in [column].
     *
     * @throws FormatException if there is no such column, or no number in it.
     */
    public fun number(column: String): Double = number(header.place(column))

    internal fun isMissing(place: Int): Boolean = fields[place].trim() in header.missing

    internal fun number(place: Int): Double {
        val text = fields[place].trim()
        if (NUMBER.matches(text)) text.toDouble().let { if (it.isFinite()) return it }
        if (!isMissing(place)) throw problem(place, "a number expected, found \"${Vocabulary.shown(text)}\"")
        val hint = "numbers(..., missing = Missing.Mean) fills it up, withoutMissing() leaves the row out"
        throw problem(
            place,
            "a number expected, the value is missing" + if (text.isEmpty()) "" else ": \"${Vocabulary.shown(text)}\"",
            hint,
        )
    }

    internal fun problem(place: Int, text: String, hint: String? = null): FormatException =
        FormatException(header.file, "line $line, column \"${header.columns[place]}\": $text", hint)

    private companion object {
        val NUMBER = Regex("""[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?""")
    }
}

/** The names of the columns of [file]. */
internal class CsvHeader(val file: String, val columns: List<String>, val missing: Set<String>) {
    private val places = HashMap<String, Int>()

    init {
        for ((place, name) in columns.withIndex()) {
            if (places.put(name, place) !=
                null
            ) {
                throw FormatException(file, "two columns have the same name: \"${Vocabulary.shown(name)}\"")
            }
        }
    }

    fun place(column: String): Int =
        places[column] ?: throw FormatException(file, "there is no column \"${Vocabulary.shown(column)}\"", "it has ${some(columns)}")
}
