package dev.rankine.data

/**
 * Images of one channel (grey) or several (colours), one byte a pixel and channel, each with the number of its class.
 *
 * The arrays are held, not copied: whoever changes them changes the images.
 *
 * @property count how many images.
 * @property rows height of every image, pixels.
 * @property columns width of every image, pixels.
 * @property classes how many classes there are, at most 256.
 * @property pixels `[count, channels, rows, columns]`, row-major; each byte is an unsigned number, 0 to 255.
 * @property labels `[count]`; each byte is an unsigned number, 0 to `classes - 1`.
 * @property channels how many numbers a pixel has: 1 for grey, 3 for red, green and blue.
 * @throws IllegalArgumentException if a number is negative, there is no channel, an array has the wrong size, or a label is not below [classes].
 */
public class LabelledImages
    @JvmOverloads
    constructor(
        public val count: Int,
        public val rows: Int,
        public val columns: Int,
        public val classes: Int,
        public val pixels: ByteArray,
        public val labels: ByteArray,
        public val channels: Int = 1,
    ) {
        private val sizes = if (channels == 1) "[$count, $rows, $columns]" else "[$count, $channels, $rows, $columns]"

        init {
            require(count >= 0 && rows >= 0 && columns >= 0) { "labelled images: sizes are negative: $sizes" }
            require(channels >= 1) { "labelled images: there is no channel: channels = $channels" }
            require(classes in 1..MAX_CLASSES) { "labelled images: classes are out of range: $classes is not in 1..$MAX_CLASSES" }
            // in floating point, which cannot overflow; exact up to 2^53, far above any array
            require(count.toDouble() * channels * rows * columns == pixels.size.toDouble()) {
                "labelled images: pixels do not fit: $sizes != ${pixels.size} bytes"
            }
            require(count == labels.size) { "labelled images: images and labels differ in number: $count != ${labels.size}" }
            val wrong = labels.indices.firstOrNull { label(it) >= classes }
            require(wrong == null) { "labelled images: a label is out of range: label $wrong is ${label(wrong!!)}, classes = $classes" }
        }

        /** The class of image [index]. */
        public fun label(index: Int): Int = labels[index].toInt() and 0xff

        /** The value of one pixel in one channel, 0 to 255; of grey images, its only one. */
        @JvmOverloads
        public fun pixel(index: Int, row: Int, column: Int, channel: Int = 0): Int =
            pixels[((index * channels + channel) * rows + row) * columns + column].toInt() and 0xff

        override fun toString(): String {
            val colours = if (channels == 1) "" else "channels = $channels, "
            return "LabelledImages(count = $count, ${colours}rows = $rows, columns = $columns, classes = $classes)"
        }

        private companion object {
            const val MAX_CLASSES = 256
        }
    }
