package dev.rankine.data

import dev.rankine.shapes.RankineException

/**
 * Words (names of classes, characters, anything written) and their numbers, from 0 on.
 *
 * @property words the words in the order of their numbers.
 * @throws IllegalArgumentException if a word stands twice.
 */
public class Vocabulary(words: List<String>) {
    public val words: List<String> = words.toList()

    private val numbers = HashMap<String, Int>()

    init {
        for ((number, word) in this.words.withIndex()) {
            val other = numbers.put(word, number)
            require(other == null) { "vocabulary: a word stands twice: \"${shown(word)}\" is number $other and $number" }
        }
    }

    /** How many words there are. */
    public val size: Int get() = words.size

    /** Whether [word] has a number. */
    public operator fun contains(word: String): Boolean = word in numbers

    /**
     * The number of every one of [words].
     *
     * @throws UnknownWordException naming those that have none.
     */
    public fun encode(words: List<String>): LongArray {
        val strange = words.filter { it !in numbers }.distinct()
        if (strange.isNotEmpty()) throw UnknownWordException(strange, this)
        return LongArray(words.size) { numbers.getValue(words[it]).toLong() }
    }

    /**
     * The number of every character (code point) of [text], for a vocabulary of characters.
     *
     * @throws UnknownWordException naming those that have none.
     */
    public fun encodeCharacters(text: String): LongArray = encode(characters(text))

    /**
     * The words with these [numbers].
     *
     * @throws IllegalArgumentException if there is no such word.
     */
    public fun decode(numbers: LongArray): List<String> =
        numbers.map {
            require(it in 0 until size) { "vocabulary: there is no such word: number $it is not in 0..${size - 1}" }
            words[it.toInt()]
        }

    /**
     * The text of the characters with these [numbers].
     *
     * @throws IllegalArgumentException if there is no such word.
     */
    public fun decodeCharacters(numbers: LongArray): String = decode(numbers).joinToString("")

    override fun equals(other: Any?): Boolean = other is Vocabulary && other.words == words

    override fun hashCode(): Int = words.hashCode()

    override fun toString(): String = words.joinToString(" ", "Vocabulary(", ")") { shown(it) }

    /** Makes vocabularies. */
    public companion object {
        /** The different ones of [words]: whole numbers in the order of their values, or else all in that of the alphabet. */
        @JvmStatic
        public fun of(words: Iterable<String>): Vocabulary {
            val different = words.distinct()
            val values = different.associateWith { it.toLongOrNull() }
            return Vocabulary(if (null in values.values) different.sorted() else different.sortedBy { values.getValue(it)!! })
        }

        /** The different characters (code points) of [text], in their order. */
        @JvmStatic
        public fun ofCharacters(text: String): Vocabulary =
            Vocabulary(
                text
                    .codePoints()
                    .sorted()
                    .distinct()
                    .toArray()
                    .map { String(Character.toChars(it)) },
            )

        private fun characters(text: String): List<String> = text.codePoints().toArray().map { String(Character.toChars(it)) }

        /** As itself, a line feed as `\n`, a character without a picture as `U+0007`. */
        internal fun shown(word: String): String =
            word.codePoints().toArray().joinToString("") { point ->
                when {
                    point == '\n'.code -> "\\n"
                    Character.isISOControl(point) -> "U+%04X".format(java.util.Locale.ROOT, point)
                    else -> String(Character.toChars(point))
                }
            }
    }
}

/**
 * Words that a vocabulary does not have.
 *
 * @property unknown the words.
 * @property vocabulary what they were looked for in.
 */
public class UnknownWordException internal constructor(public val unknown: List<String>, public val vocabulary: Vocabulary) :
    RankineException("vocabulary: words that it does not have: ${some(unknown)}\n  hint: it has ${some(vocabulary.words)}")

private const val NAMED = 20

/** The first of [words], and how many more there are. */
internal fun some(words: List<String>): String {
    val more = if (words.size > NAMED) " and ${words.size - NAMED} more" else ""
    return words.take(NAMED).joinToString { "\"${Vocabulary.shown(it)}\"" } + more
}
