package dev.rankine.samples.tabular

import java.nio.file.Files
import java.nio.file.Path
import java.util.Locale
import java.util.Random

/**
 * A table made by a rule that is known: of four numbers in [-1, 1], the class is how far the point of the first two lies from the middle; the other two
 * say nothing.
 */
internal object Rings {
    private const val ROWS = 900
    private const val NEAR = 0.5
    private const val FAR = 0.9

    /** The class of a point. */
    fun of(x: Double, y: Double): String =
        when (Math.hypot(x, y)) {
            in 0.0..<NEAR -> "inner"
            in NEAR..<FAR -> "middle"
            else -> "outer"
        }

    /** Writes a table to [file], the same for the same [seed]. */
    fun write(file: Path, seed: Long): Path {
        val random = Random(seed)
        val rows =
            List(ROWS) {
                val numbers = DoubleArray(4) { 2 * random.nextDouble() - 1 }
                numbers.joinToString(",") { "%.4f".format(Locale.ROOT, it) } + ",${of(numbers[0], numbers[1])}"
            }
        return Files.write(file, listOf("x,y,noise1,noise2,ring") + rows)
    }
}
