package dev.rankine.samples.names

import dev.rankine.shapes.FormatException

/**
 * The sizes of a model.
 *
 * @property layers how many LSTMs stand on top of each other.
 * @property width how many numbers each remembers; a character has half as many features.
 */
internal data class Settings(val layers: Int, val width: Int) {
    fun toMetadata(): Map<String, String> = mapOf("layers" to "$layers", "width" to "$width")

    override fun toString(): String = "$layers LSTM layers of $width"

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
            return Settings(number("layers"), number("width"))
        }

        /** Beyond it there is no sense in a model of this sample. */
        const val LARGEST = 4096
    }
}
