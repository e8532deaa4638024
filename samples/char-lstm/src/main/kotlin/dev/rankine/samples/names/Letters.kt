package dev.rankine.samples.names

import dev.rankine.shapes.FormatException
import dev.rankine.shapes.RankineException

/** The characters (code points) that names have, numbered from 1 on in their order; 0 stands before and behind a name. */
internal class Letters private constructor(private val points: IntArray) {
    private val numbers = points.withIndex().associate { (i, point) -> point to i + 1 }

    /** How many numbers there are. */
    val size: Int get() = points.size + 1

    /** The characters one after another, for a file. */
    override fun toString(): String = decode(IntArray(points.size) { it + 1 })

    /**
     * The number of every character of [text].
     *
     * @param what the word for the text in messages.
     * @throws LetterException listing the characters that no name has.
     */
    fun encode(text: String, what: String): IntArray {
        val given = text.codePoints().toArray()
        val strange = given.filter { it !in numbers }.distinct()
        if (strange.isNotEmpty()) {
            val shown = strange.joinToString { String(Character.toChars(it)) }
            throw LetterException("$what: characters that no name has: $shown\n  hint: names have $this")
        }
        return IntArray(given.size) { numbers.getValue(given[it]) }
    }

    /** The text of [numbers], none of which is 0. */
    fun decode(numbers: IntArray): String = numbers.joinToString("") { String(Character.toChars(points[it - 1])) }

    companion object {
        /** The number that stands before and behind a name. */
        const val END = 0

        /** The characters of [names]. */
        fun of(names: Iterable<String>): Letters =
            Letters(
                names
                    .flatMap { it.codePoints().toArray().asIterable() }
                    .distinct()
                    .sorted()
                    .toIntArray(),
            )

        /**
         * The letters that were stored in the metadata of [file].
         *
         * @throws FormatException if they are missing.
         */
        fun of(metadata: Map<String, String>, file: String): Letters {
            val all = metadata["letters"]
            return of(listOf(all ?: throw FormatException(file, "its metadata do not say which letters it knows: letters is missing")))
        }
    }
}

/** A character that the model does not know. */
internal class LetterException(message: String) : RankineException(message)
