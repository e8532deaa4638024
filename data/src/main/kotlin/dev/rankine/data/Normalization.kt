package dev.rankine.data

import kotlin.math.sqrt

/**
 * How pixels become numbers for a model: `(pixel / 255 - mean) / deviation`.
 *
 * Take it from the images that the model learns from, and use the same one for testing and for every later use of the model. Images in colour
 * have one for each channel: [ofChannels].
 *
 * @property mean the mean of the pixels, scaled to `[0, 1]`.
 * @property deviation their standard deviation, above 0.
 * @throws IllegalArgumentException if a number is not finite or [deviation] is not above 0.
 */
public data class Normalization(public val mean: Double, public val deviation: Double) {
    init {
        require(mean.isFinite() && deviation.isFinite() && deviation > 0) {
            "normalization: impossible numbers: mean $mean, deviation $deviation\n  hint: images that are all of one colour have no deviation"
        }
    }

    /** What each of the 256 pixel values becomes. */
    internal fun table(): FloatArray = FloatArray(LEVELS) { ((it / WHITE - mean) / deviation).toFloat() }

    /** Takes the numbers from images. */
    public companion object {
        private const val LEVELS = 256
        private const val WHITE = 255.0

        /**
         * Mean and (population) standard deviation over all pixels of [images].
         *
         * @throws IllegalArgumentException if there is no pixel, or all pixels are equal.
         */
        @JvmStatic
        public fun of(images: LabelledImages): Normalization =
            ofCounts(images, counts(images).reduce { all, one -> all.zip(one, Long::plus) })

        /**
         * Mean and (population) standard deviation of each channel of [images], over all its pixels.
         *
         * @throws IllegalArgumentException if there is no pixel, or all pixels of a channel are equal.
         */
        @JvmStatic
        public fun ofChannels(images: LabelledImages): List<Normalization> = counts(images).map { ofCounts(images, it) }

        /** How often each of the 256 values is there, by channel. */
        private fun counts(images: LabelledImages): List<List<Long>> {
            val counts = List(images.channels) { LongArray(LEVELS) }
            val area = images.rows * images.columns
            for (plane in 0 until images.count * images.channels) {
                val count = counts[plane % images.channels]
                for (at in plane * area until (plane + 1) * area) count[images.pixels[at].toInt() and 0xff]++
            }
            return counts.map { it.asList() }
        }

        private fun ofCounts(images: LabelledImages, counts: List<Long>): Normalization {
            require(images.pixels.isNotEmpty()) { "normalization: there are no pixels: $images" }
            val count = counts.sum().toDouble()
            val mean = counts.indices.sumOf { it / WHITE * counts[it] } / count
            val variance = counts.indices.sumOf { (it / WHITE - mean).let { d -> d * d } * counts[it] } / count
            return Normalization(mean, sqrt(variance))
        }
    }
}
