package dev.rankine.samples.moons

import dev.rankine.data.Dataset
import dev.rankine.data.Labelled
import dev.rankine.nn.Layer
import dev.rankine.ops.noGrad
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Vec
import dev.rankine.shapes.of
import dev.rankine.tensor.softmax
import dev.rankine.tensor.tensorOf
import dev.rankine.tensor.toFloatArray
import dev.rankine.tensor.toLongArray

private const val COLUMNS = 80
private const val ROWS = 26
private const val LEFT = -1.5
private const val RIGHT = 2.5
private const val TOP = 1.4
private const val BOTTOM = -0.9
private const val SHOWN = 100
private const val SURE = 0.95

/**
 * The plane in letters: dots where [model] is sure of moon 0, blanks where it is sure of moon 1, `?` where it is not sure;
 * `o` and `x` are points of moon 0 and moon 1 among [examples].
 */
internal fun regions(model: Layer<Plane, Moon>, examples: Dataset<Labelled<Mat<Points, Plane>, Vec<Points>>>): String {
    val grid = FloatArray(2 * ROWS * COLUMNS)
    for (cell in 0 until ROWS * COLUMNS) {
        grid[2 * cell] = (LEFT + (cell % COLUMNS + 0.5) / COLUMNS * (RIGHT - LEFT)).toFloat()
        grid[2 * cell + 1] = (TOP + (cell / COLUMNS + 0.5) / ROWS * (BOTTOM - TOP)).toFloat()
    }
    val chances = noGrad { model(tensorOf(grid, Points of ROWS * COLUMNS, Plane)).softmax(Moon) }.toFloatArray()
    val letters = CharArray(ROWS * COLUMNS) { letter(chances[2 * it]) }
    val (points, moons) = examples.batch(IntArray(minOf(SHOWN, examples.size)) { it })
    val at = points.toFloatArray()
    for ((i, moon) in moons.toLongArray().withIndex()) {
        val column = ((at[2 * i] - LEFT) / (RIGHT - LEFT) * COLUMNS).toInt()
        val row = ((at[2 * i + 1] - TOP) / (BOTTOM - TOP) * ROWS).toInt()
        if (column in 0 until COLUMNS && row in 0 until ROWS) letters[row * COLUMNS + column] = if (moon == 0L) 'o' else 'x'
    }
    return letters.toList().chunked(COLUMNS).joinToString("\n") { it.joinToString("").trimEnd() }
}

private fun letter(chance: Float): Char =
    when {
        chance > SURE -> '.'
        chance < 1 - SURE -> ' '
        else -> '?'
    }
