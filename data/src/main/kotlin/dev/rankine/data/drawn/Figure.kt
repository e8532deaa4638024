package dev.rankine.data.drawn

import kotlin.math.abs

/** What is inside a figure: negative within, positive outside, 0 on its edge. About the distance in units of the figure's radius. */
internal typealias Edge = (x: Double, y: Double) -> Double

/**
 * The ten figures around the origin, each in a circle of radius 1.1, x to the right and y down.
 *
 * @property title what messages call it.
 * @property edge see [Edge].
 */
internal enum class Figure(val title: String, val edge: Edge) {
    DISC("disc", { x, y -> length(x, y) - 0.9 }),
    RING("ring", { x, y -> abs(length(x, y) - 0.75) - 0.2 }),
    SQUARE("square", { x, y -> box(x, y, 0.75, 0.75) }),
    TRIANGLE("triangle", polygon(0.0, -1.0, 0.87, 0.5, -0.87, 0.5)),
    CROSS("cross", { x, y -> minOf(box(x, y, 0.95, 0.28), box(x, y, 0.28, 0.95)) }),
    STAR("star", star(points = 5, outer = 1.0, inner = 0.42)),
    CRESCENT("crescent", { x, y -> maxOf(length(x, y) - 0.95, 0.8 - length(x - 0.5, y)) }),
    ARROW("arrow", polygon(1.0, 0.0, 0.1, 0.75, 0.1, 0.27, -0.95, 0.27, -0.95, -0.27, 0.1, -0.27, 0.1, -0.75)),
    BARS("bars", { x, y -> minOf(box(x, y + 0.62, 0.68, 0.15), box(x, y, 0.68, 0.15), box(x, y - 0.62, 0.68, 0.15)) }),
    PAIR("pair", { x, y -> length(abs(x) - 0.55, y) - 0.4 }),
}

private fun length(x: Double, y: Double): Double = StrictMath.sqrt(x * x + y * y)

/** An upright rectangle around the origin. */
private fun box(x: Double, y: Double, width: Double, height: Double): Double = maxOf(abs(x) - width, abs(y) - height)

private fun star(points: Int, outer: Double, inner: Double): Edge {
    val corners = DoubleArray(4 * points)
    for (k in 0 until 2 * points) {
        val angle = StrictMath.PI * (k / points.toDouble() - 0.5)
        val radius = if (k % 2 == 0) outer else inner
        corners[2 * k] = radius * StrictMath.cos(angle)
        corners[2 * k + 1] = radius * StrictMath.sin(angle)
    }
    return polygon(*corners)
}

/** The figure whose corners are `x0, y0, x1, y1, ...` in either direction: the distance to its sides, negative within. */
private fun polygon(vararg corners: Double): Edge =
    { x, y ->
        var nearest = Double.POSITIVE_INFINITY
        var isInside = false
        var from = corners.size - 2
        for (to in corners.indices step 2) {
            val dx = corners[to] - corners[from]
            val dy = corners[to + 1] - corners[from + 1]
            val ex = x - corners[from]
            val ey = y - corners[from + 1]
            val along = ((ex * dx + ey * dy) / (dx * dx + dy * dy)).coerceIn(0.0, 1.0)
            nearest = minOf(nearest, length(ex - along * dx, ey - along * dy))
            // a ray to the right crosses this side
            val crosses = (corners[to + 1] > y) != (corners[from + 1] > y)
            if (crosses && x < corners[from] + dx * (y - corners[from + 1]) / dy) isInside = !isInside
            from = to
        }
        if (isInside) -nearest else nearest
    }
