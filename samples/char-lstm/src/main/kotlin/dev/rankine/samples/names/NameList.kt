package dev.rankine.samples.names

import dev.rankine.shapes.FormatException
import java.nio.ByteBuffer
import java.nio.charset.CharacterCodingException
import java.nio.file.Files
import java.nio.file.Path
import java.util.Random

/**
 * Names to learn from, each once.
 *
 * @property title what the output calls the list.
 * @property names all of them.
 */
internal class NameList(val title: String, val names: List<String>) {
    /** The characters that they have. */
    val letters: Letters = Letters.of(names)

    private val shuffled = names.map { letters.encode(it, title) }.shuffled(Random(SHUFFLE))

    /** Nine tenths of them: what is learnt from. */
    val training: List<IntArray> get() = shuffled.drop(names.size / HELD_BACK)

    /** A tenth: what is never learnt from, and tells how good the model is. */
    val validation: List<IntArray> get() = shuffled.take(names.size / HELD_BACK)

    companion object {
        private const val HELD_BACK = 10
        private const val SHUFFLE = 2024L

        /** First names that come with the sample. */
        fun builtIn(): NameList {
            val stream =
                NameList::class.java.getResourceAsStream("/first-names.txt") ?: error("char-lstm: first-names.txt is not on the class path")
            return of("the built-in names", stream.use { it.readBytes() }.toString(Charsets.UTF_8))
        }

        /**
         * The names in the file at [path], one a line.
         *
         * @throws FormatException if it is missing, no UTF-8, or has fewer than ten names.
         */
        fun read(path: Path): NameList {
            if (!Files.isRegularFile(path)) throw FormatException("$path", if (Files.exists(path)) "is not a file" else "does not exist")
            val text =
                try {
                    Charsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                } catch (_: CharacterCodingException) {
                    throw FormatException("$path", "is not UTF-8")
                }
            return of("$path", "$text")
        }

        private fun of(title: String, text: String): NameList {
            val names =
                text
                    .lineSequence()
                    .map { it.trim() }
                    .filter { it.isNotEmpty() }
                    .distinct()
                    .toList()
            if (names.size < HELD_BACK) throw FormatException(title, "has too few names, one a line: ${names.size} < $HELD_BACK")
            return NameList(title, names)
        }
    }
}
