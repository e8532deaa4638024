package dev.rankine.samples.quickstart

import dev.rankine.data.Normalization
import dev.rankine.shapes.FormatException
import java.nio.file.Path

/**
 * The normalization that the images of [source] ask for.
 *
 * @throws FormatException if there is none, since all pixels are equal.
 */
internal fun normalizationOf(source: Source): Normalization {
    val first = source.train.pixels[0]
    if (source.train.pixels.all {
            it == first
        }
    ) {
        throw FormatException(source.name, "the images are empty: every pixel is ${first.toInt() and 0xff}")
    }
    return Normalization.of(source.train)
}

/** The numbers as texts for a model's file. */
internal fun Normalization.toMetadata(): Map<String, String> = mapOf("mean" to "$mean", "deviation" to "$deviation")

/**
 * The numbers from the metadata of the model's file at [path].
 *
 * @throws FormatException if they are missing or impossible.
 */
internal fun normalizationOf(metadata: Map<String, String>, path: Path): Normalization {
    val (mean, deviation) =
        listOf("mean", "deviation").map { key ->
            val text = metadata[key] ?: throw FormatException("$path", "its metadata do not say how pixels are normalized: $key is missing")
            text.toDoubleOrNull() ?: throw FormatException("$path", "its metadata are damaged: $key is not a number: $text")
        }
    if (!mean.isFinite() || !deviation.isFinite() || deviation <= 0) {
        throw FormatException("$path", "its metadata are damaged: mean $mean, deviation $deviation")
    }
    return Normalization(mean, deviation)
}
