package dev.rankine.samples.characters

import dev.rankine.shapes.FormatException

/**
 * The sizes of a model.
 *
 * @property context how many characters it sees at most.
 * @property layers how many blocks.
 * @property heads how many ways of looking a block has.
 * @property width how many features a place has.
 */
internal data class Settings(val context: Int, val layers: Int, val heads: Int, val width: Int) {
    fun toMetadata(): Map<String, String> =
        mapOf("context" to "$context", "layers" to "$layers", "heads" to "$heads", "width" to "$width")

    override fun toString(): String = "$layers layers of $width features and $heads heads, a context of $context"

    companion object {
        /**
         * The settings that [toMetadata] wrote to [file].
         *
         * @throws FormatException if one is missing or impossible.
         */
        fun of(metadata: Map<String, String>, file: String): Settings {
            fun number(key: String): Int {
                val text = metadata[key] ?: throw FormatException(file, "its metadata do not say the size of the model: $key is missing")
                return text.toIntOrNull()?.takeIf { it in 1..LARGEST }
                    ?: throw FormatException(file, "its metadata are damaged: $key is not in 1..$LARGEST: $text")
            }
            return Settings(number("context"), number("layers"), number("heads"), number("width"))
        }

        /** Beyond it there is no sense in a model of this sample. */
        const val LARGEST = 65_536
    }
}
