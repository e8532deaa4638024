package dev.rankine.samples.characters

import dev.rankine.shapes.FormatException
import java.nio.ByteBuffer
import java.nio.CharBuffer
import java.nio.file.Files
import java.nio.file.Path

/**
 * A text to learn from.
 *
 * @property name what the output calls it.
 */
internal class Text(val name: String, private val content: String) {
    /** The characters that it has. */
    val alphabet: Alphabet = Alphabet.of(content)

    private val numbers = alphabet.encode(content, name)

    /** How many characters it has. */
    val size: Int get() = numbers.size

    /** The first nine tenths: what is learnt from. */
    val training: IntArray get() = numbers.copyOfRange(0, size - size / HELD_BACK)

    /** The last tenth: what is never learnt from, and tells how good the model is. */
    val validation: IntArray get() = numbers.copyOfRange(size - size / HELD_BACK, size)

    /**
     * Makes sure that both parts have a stretch of [context] characters and the one after it.
     *
     * @throws FormatException if not.
     */
    fun requireLength(context: Int) {
        val held = size / HELD_BACK
        if (held > context) return
        val fitting = if (held > 1) "--context ${held - 1} fits" else null
        val problem = "is too short: the last tenth of its $size characters has $held, a context of $context needs ${context + 1}"
        throw FormatException(name, problem, fitting)
    }

    companion object {
        private const val HELD_BACK = 10

        /** The text that comes with the sample. */
        fun builtIn(): Text {
            val stream = Text::class.java.getResourceAsStream("/harbour.txt") ?: error("characters: harbour.txt is not on the class path")
            return Text("the built-in text", stream.use { it.readBytes() }.toString(Charsets.UTF_8))
        }

        /**
         * The text in the file at [path].
         *
         * @throws FormatException if it is missing or no UTF-8.
         */
        fun read(path: Path): Text {
            if (!Files.isRegularFile(path)) throw FormatException("$path", if (Files.exists(path)) "is not a file" else "does not exist")
            val bytes = ByteBuffer.wrap(Files.readAllBytes(path))
            val content = CharBuffer.allocate(bytes.capacity())
            val result = Charsets.UTF_8.newDecoder().decode(bytes, content, true)
            if (result.isError) throw FormatException("$path", "is not UTF-8: no character begins at byte ${bytes.position()}")
            content.flip()
            return Text("$path", "$content")
        }
    }
}
