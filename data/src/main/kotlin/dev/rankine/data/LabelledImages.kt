package dev.rankine.data

/**
 * Grey images, one byte a pixel, each with the number of its class.
 *
 * The arrays are held, not copied: whoever changes them changes the images.
 *
 * @property count how many images.
 * @property rows height of every image, pixels.
 * @property columns width of every image, pixels.
 * @property classes how many classes there are, at most 256.
 * @property pixels `[count, rows, columns]`, row-major; each byte is an unsigned number, 0 to 255.
 * @property labels `[count]`; each byte is an unsigned number, 0 to `classes - 1`.
 * @throws IllegalArgumentException if a number is negative, an array has the wrong size, or a label is not below [classes].
 */
public class LabelledImages(
    public val count: Int,
    public val rows: Int,
    public val columns: Int,
    public val classes: Int,
    public val pixels: ByteArray,
    public val labels: ByteArray,
) {
    init {
        require(count >= 0 && rows >= 0 && columns >= 0) { "labelled images: sizes are negative: [$count, $rows, $columns]" }
        require(classes in 1..MAX_CLASSES) { "labelled images: classes are out of range: $classes is not in 1..$MAX_CLASSES" }
        // in floating point, which cannot overflow; exact up to 2^53, far above any array
        require(count.toDouble() * rows * columns == pixels.size.toDouble()) {
            "labelled images: pixels do not fit: [$count, $rows, $columns] != ${pixels.size} bytes"
        }
        require(count == labels.size) { "labelled images: images and labels differ in number: $count != ${labels.size}" }
        val wrong = labels.indices.firstOrNull { label(it) >= classes }
        require(wrong == null) { "labelled images: a label is out of range: label $wrong is ${label(wrong!!)}, classes = $classes" }
    }

    /** The class of image [index]. */
    public fun label(index: Int): Int = labels[index].toInt() and 0xff

    /** The grey value of one pixel, 0 to 255. */
    public fun pixel(index: Int, row: Int, column: Int): Int = pixels[(index * rows + row) * columns + column].toInt() and 0xff

    override fun toString(): String = "LabelledImages(count = $count, rows = $rows, columns = $columns, classes = $classes)"

    private companion object {
        const val MAX_CLASSES = 256
    }
}
