package dev.rankine.data.drawn

/** A square of grey values in `0..1`, `[SIZE, SIZE]` row-major, that is drawn on with a round pen. Pixel `(0, 0)` covers `0..1` in x and y. */
internal class Canvas {
    private var ink = DoubleArray(SIZE * SIZE)
    private var spare = DoubleArray(SIZE * SIZE)

    fun clear(): Unit = ink.fill(0.0)

    /** A line with round ends whose radius goes from [r0] to [r1]. Lines drawn over one another do not add up: the darker counts. */
    fun line(x0: Double, y0: Double, r0: Double, x1: Double, y1: Double, r1: Double, strength: Double) {
        near(x0, y0, r0, x1, y1, r1) { at, cover -> if (cover * strength > ink[at]) ink[at] = cover * strength }
    }

    /** The same line as [line], wiped out instead of drawn. */
    fun wipe(x0: Double, y0: Double, x1: Double, y1: Double, radius: Double) {
        near(x0, y0, radius, x1, y1, radius) { at, cover -> ink[at] *= 1.0 - cover }
    }

    /** Blurs with the kernel `[share, 1 - 2 share, share]` along both axes; beyond the border there is no ink. */
    fun blur(share: Double) {
        blur(share, 1)
        blur(share, SIZE)
    }

    /** Adds noise of the given [spread] to every pixel and writes the image, clamped and rounded to `0..255`, into [out] from [offset] on. */
    fun write(out: ByteArray, offset: Int, spread: Double, random: SplitMix64) {
        for (at in ink.indices) {
            val value = ink[at] + spread * random.bell()
            out[offset + at] = (value.coerceIn(0.0, 1.0) * 255.0 + 0.5).toInt().toByte()
        }
    }

    private fun blur(share: Double, step: Int) {
        for (at in ink.indices) {
            val place = at / step % SIZE
            val before = if (place > 0) ink[at - step] else 0.0
            val after = if (place < SIZE - 1) ink[at + step] else 0.0
            spare[at] = ink[at] + share * (before + after - 2.0 * ink[at])
        }
        ink = spare.also { spare = ink }
    }

    /** Calls [paint] with the index and the cover in `0..1` of every pixel that the line touches; looks only at the box around it. */
    private inline fun near(x0: Double, y0: Double, r0: Double, x1: Double, y1: Double, r1: Double, paint: (Int, Double) -> Unit) {
        val reach = maxOf(r0, r1) + 1.0
        val left = (minOf(x0, x1) - reach).toInt().coerceIn(0, SIZE - 1)
        val right = (maxOf(x0, x1) + reach).toInt().coerceIn(0, SIZE - 1)
        val top = (minOf(y0, y1) - reach).toInt().coerceIn(0, SIZE - 1)
        val bottom = (maxOf(y0, y1) + reach).toInt().coerceIn(0, SIZE - 1)
        val dx = x1 - x0
        val dy = y1 - y0
        val square = dx * dx + dy * dy
        for (row in top..bottom) {
            val py = row + 0.5 - y0
            for (column in left..right) {
                val px = column + 0.5 - x0
                val t = if (square == 0.0) 0.0 else ((px * dx + py * dy) / square).coerceIn(0.0, 1.0)
                val ex = px - t * dx
                val ey = py - t * dy
                val cover = r0 + t * (r1 - r0) + 0.5 - StrictMath.sqrt(ex * ex + ey * ey)
                if (cover > 0.0) paint(row * SIZE + column, minOf(cover, 1.0))
            }
        }
    }

    companion object {
        /** Rows and columns. */
        const val SIZE: Int = 28
    }
}
