package dev.rankine.samples.desktop

import kotlin.math.ceil
import kotlin.math.floor
import kotlin.math.max
import kotlin.math.min

/** The longer side of a digit in a picture of [SIDE], as in MNIST. */
private const val BOX = 20.0

/**
 * The digit as MNIST's are: its longer side 20 pixels, its centre of mass in the middle of 28 x 28. A picture without ink stays one.
 */
internal fun Ink.centred(): FloatArray {
    if (isBlank) return FloatArray(SIDE * SIDE)
    val columns = (0 until width).filter { x -> (0 until height).any { at(x, it) > 0 } }
    val rows = (0 until height).filter { y -> (0 until width).any { at(it, y) > 0 } }
    // how many pixels of this picture make one of the new one
    val step = max(columns.last() - columns.first() + 1, rows.last() - rows.first() + 1) / BOX
    val total = amounts.sumOf { it.toDouble() }
    val left = amounts.indices.sumOf { (it % width + 0.5) * amounts[it] } / total - SIDE / 2 * step
    val top = amounts.indices.sumOf { (it / width + 0.5) * amounts[it] } / total - SIDE / 2 * step
    return FloatArray(SIDE * SIDE) { mean(left + it % SIDE * step, top + it / SIDE * step, step) }
}

private fun Ink.at(x: Int, y: Int): Float = amounts[y * width + x]

/** The mean ink of a square of side [side] whose corner lies at ([left], [top]), pixels cut by its edges counted in part. */
private fun Ink.mean(left: Double, top: Double, side: Double): Float {
    var sum = 0.0
    for (y in covered(top, side, height)) {
        for (x in covered(left, side, width)) sum += at(x, y) * overlap(left, side, x) * overlap(top, side, y)
    }
    return (sum / (side * side)).toFloat()
}

private fun covered(from: Double, length: Double, limit: Int): IntRange =
    max(0, floor(from).toInt()) until min(limit, ceil(from + length).toInt())

private fun overlap(from: Double, length: Double, pixel: Int): Double = min(from + length, pixel + 1.0) - max(from, pixel.toDouble())
