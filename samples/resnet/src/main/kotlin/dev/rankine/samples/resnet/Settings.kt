package dev.rankine.samples.resnet

import dev.rankine.data.Normalization
import dev.rankine.shapes.FormatException

/**
 * What a saved model needs to be used again.
 *
 * @property width how many channels its first stage has.
 * @property normalizations what pixels become, for each channel.
 */
internal data class Settings(val width: Int, val normalizations: List<Normalization>) {
    fun toMetadata(): Map<String, String> =
        mapOf(
            "width" to "$width",
            "mean" to normalizations.joinToString(" ") { "${it.mean}" },
            "deviation" to normalizations.joinToString(" ") { "${it.deviation}" },
        )

    companion object {
        /** Beyond it there is no sense in a model of this sample. */
        const val WIDEST = 512

        /**
         * The settings that [toMetadata] wrote to [file].
         *
         * @throws FormatException if one is missing or impossible.
         */
        fun of(metadata: Map<String, String>, file: String): Settings {
            fun text(key: String) = metadata[key] ?: throw FormatException(file, "its metadata do not say how it was made: $key is missing")

            fun damaged(key: String): Nothing = throw FormatException(file, "its metadata are damaged: $key is ${text(key)}")

            fun numbers(key: String, isPossible: (Double) -> Boolean): List<Double> {
                val numbers = text(key).split(" ").map { it.toDoubleOrNull()?.takeIf(isPossible) ?: damaged(key) }
                return numbers.takeIf { it.size == Colors.size } ?: damaged(key)
            }
            val width = text("width").toIntOrNull()?.takeIf { it in 1..WIDEST } ?: damaged("width")
            val means = numbers("mean") { it.isFinite() }
            return Settings(width, means.zip(numbers("deviation") { it.isFinite() && it > 0 }, ::Normalization))
        }
    }
}
