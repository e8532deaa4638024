package dev.rankine.samples.characters

import dev.rankine.shapes.FormatException
import dev.rankine.shapes.RankineException

/** The characters (code points) that a text has, numbered in their order. */
internal class Alphabet private constructor(private val points: IntArray) {
    private val numbers = points.withIndex().associate { (number, point) -> point to number }

    /** How many there are. */
    val size: Int get() = points.size

    /** What a text may begin after: a line feed, or else the first character. */
    val start: IntArray get() = intArrayOf(numbers['\n'.code] ?: 0)

    /** The characters one after another, for a file. */
    override fun toString(): String = decode(IntArray(size) { it })

    /**
     * The number of every character of [text].
     *
     * @param what the word for the text in messages.
     * @throws AlphabetException listing the characters that are not in the alphabet.
     */
    fun encode(text: String, what: String): IntArray {
        val given = text.codePoints().toArray()
        val strange = given.filter { it !in numbers }.distinct()
        if (strange.isNotEmpty()) {
            val known = points.joinToString("") { shown(it) }
            throw AlphabetException(
                "$what: characters that the text to learn from does not have: ${strange.joinToString { shown(it) }}\n  hint: it has $known",
            )
        }
        return IntArray(given.size) { numbers.getValue(given[it]) }
    }

    /** The text of [numbers]. */
    fun decode(numbers: IntArray): String = numbers.joinToString("") { String(Character.toChars(points[it])) }

    companion object {
        /** The characters of [text]. */
        fun of(text: String): Alphabet = Alphabet(text.codePoints().sorted().distinct().toArray())

        /**
         * The alphabet that was stored in the metadata of [file].
         *
         * @throws FormatException if it is missing.
         */
        fun of(metadata: Map<String, String>, file: String): Alphabet {
            val all = metadata["vocabulary"]
            return of(all ?: throw FormatException(file, "its metadata do not say which characters it knows: vocabulary is missing"))
        }

        /** As itself, a line feed as `\n`, what has no picture as `U+0007`. */
        private fun shown(point: Int): String =
            when {
                point == '\n'.code -> "\\n"
                Character.isISOControl(point) -> "U+%04X".format(point)
                else -> String(Character.toChars(point))
            }
    }
}

/** A character that the model does not know. */
internal class AlphabetException(message: String) : RankineException(message)
