package dev.rankine.samples.quickstart

import dev.rankine.data.LabelledImages

private const val INK = " .:-=+*#%@"
private const val MARGIN = 2
private const val WHITE = 255

/** Images [numbers] beside each other in letters, [captions] below them. A letter is one pixel wide and two high. */
internal fun thumbnails(images: LabelledImages, numbers: IntArray, captions: List<String>): String {
    val width = images.columns - 2 * MARGIN
    val lines = (MARGIN until images.rows - MARGIN - 1 step 2).map { row -> numbers.joinToString("  ") { line(images, it, row) } }
    return (lines + captions.joinToString("  ") { it.padEnd(width) }).joinToString("\n") { it.trimEnd() }
}

private fun line(images: LabelledImages, number: Int, row: Int): String =
    (MARGIN until images.columns - MARGIN)
        .map { column ->
            val ink = (images.pixel(number, row, column) + images.pixel(number, row + 1, column)) / 2
            INK[ink * (INK.length - 1) / WHITE]
        }.joinToString("")
