package dev.rankine.samples.desktop

import java.awt.image.BufferedImage
import kotlin.math.abs

/**
 * How much ink lies on each pixel of a picture.
 *
 * @property amounts `[height, width]`, row-major, from 0 (paper) to 1.
 */
internal class Ink(val width: Int, val height: Int, val amounts: FloatArray) {
    /** Whether there is anything but paper. */
    val isBlank: Boolean get() = amounts.all { it == 0f }

    companion object {
        /** A difference in grey that is no ink yet: the grain of a photograph, or what JPEG leaves. */
        private const val GRAIN = 0.15f

        /** Ink of any shade on paper of any shade: the paper is the middle grey of the picture's border. */
        fun of(image: BufferedImage): Ink {
            val greys = FloatArray(image.width * image.height) { grey(image.getRGB(it % image.width, it / image.width)) }
            val paper = border(image.width, image.height).map { greys[it] }.sorted().let { it[it.size / 2] }
            val differences = FloatArray(greys.size) { abs(greys[it] - paper) }
            val most = differences.max()
            val amounts = FloatArray(greys.size) { if (most > GRAIN && differences[it] > GRAIN * most) differences[it] / most else 0f }
            return Ink(image.width, image.height, amounts)
        }

        private fun border(width: Int, height: Int): List<Int> =
            (0 until width).flatMap { listOf(it, (height - 1) * width + it) } +
                (0 until height).flatMap { listOf(it * width, (it + 1) * width - 1) }

        /** From 0 (black) to 1 (white), by Rec. 601; what is transparent lies on white. */
        private fun grey(argb: Int): Float {
            val alpha = (argb ushr 24) / 255f
            val light = (0.299f * (argb shr 16 and 0xff) + 0.587f * (argb shr 8 and 0xff) + 0.114f * (argb and 0xff)) / 255f
            return alpha * light + 1 - alpha
        }
    }
}
