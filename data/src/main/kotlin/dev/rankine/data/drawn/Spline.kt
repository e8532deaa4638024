package dev.rankine.data.drawn

/** Line pieces per span between two knots: at 20 pixels a digit the curve is then off by less than a tenth of a pixel. */
private const val PIECES = 6

/**
 * The curve through [knots] as a polyline `[x0, y0, x1, y1, ...]`: uniform Catmull-Rom spans, broken where a knot is given twice.
 * Beyond an end or a corner the neighbouring knot is mirrored, so that two knots alone make a straight line.
 */
internal fun polyline(knots: DoubleArray): DoubleArray {
    val last = knots.size / 2 - 1
    val points = DoubleArray((last * PIECES + 1) * 2)
    var size = 0
    points[size++] = knots[0]
    points[size++] = knots[1]
    for (k in 0 until last) {
        if (isCorner(knots, k, k + 1)) continue
        for (piece in 1..PIECES) {
            val t = piece / PIECES.toDouble()
            points[size++] = along(knots, k, t, last, 0)
            points[size++] = along(knots, k, t, last, 1)
        }
    }
    return points.copyOf(size)
}

/** One coordinate of the span from knot [k] to `k + 1` at [t] in `0..1`. */
private fun along(knots: DoubleArray, k: Int, t: Double, last: Int, coordinate: Int): Double {
    val p1 = knots[2 * k + coordinate]
    val p2 = knots[2 * k + 2 + coordinate]
    val p0 = if (k == 0 || isCorner(knots, k - 1, k)) 2.0 * p1 - p2 else knots[2 * k - 2 + coordinate]
    val p3 = if (k + 1 == last || isCorner(knots, k + 1, k + 2)) 2.0 * p2 - p1 else knots[2 * k + 4 + coordinate]
    return p1 + 0.5 * t * (p2 - p0 + t * (2.0 * p0 - 5.0 * p1 + 4.0 * p2 - p3 + t * (3.0 * (p1 - p2) + p3 - p0)))
}

internal fun isCorner(knots: DoubleArray, i: Int, j: Int): Boolean = knots[2 * i] == knots[2 * j] && knots[2 * i + 1] == knots[2 * j + 1]
