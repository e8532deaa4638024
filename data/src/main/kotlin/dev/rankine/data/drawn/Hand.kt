package dev.rankine.data.drawn

import dev.rankine.data.drawn.Canvas.Companion.SIZE

private const val TURN = 2.0 * StrictMath.PI
private const val MIDDLE = SIZE / 2.0

/** The hand that writes one image: a fixed draw of rotation, slant, size, place, wobble and pen. */
internal class Hand(private val random: SplitMix64, private val style: Style) {
    private val height = style.height * (1.0 + style.scale * random.bell())
    private val width = height * (1.0 + style.aspect * random.bell())
    private val angle = style.rotation * random.bell()
    private val cosine = StrictMath.cos(angle)
    private val sine = StrictMath.sin(angle)
    private val slant = style.slant * random.bell()
    private val x = MIDDLE + style.shift * random.bell()
    private val y = MIDDLE + style.shift * random.bell()
    private val waves = List(2) { Wave(random, style.wobble) }
    private val radius = random.uniform(style.thin, style.thick)
    private val strength = random.uniform(0.75, 1.0)

    /** Writes [glyph] on [canvas]. */
    fun write(glyph: Glyph, canvas: Canvas) {
        for ((index, stroke) in glyph.strokes.withIndex()) {
            val points = polyline(unsteady(stroke, if (index == 0) 0.0 else style.lift))
            place(points)
            trace(points, canvas)
        }
    }

    /** A short stray mark somewhere on [canvas]. */
    fun mark(canvas: Canvas) {
        val fromX = random.uniform(1.0, SIZE - 1.0)
        val fromY = random.uniform(1.0, SIZE - 1.0)
        val toX = fromX + 1.5 * random.bell()
        val toY = fromY + 1.5 * random.bell()
        canvas.line(fromX, fromY, 0.6, toX, toY, 0.6, random.uniform(0.4, 0.9))
    }

    /** A thin line without ink, anywhere across [canvas], as from a scratch. */
    fun scratch(canvas: Canvas) {
        val direction = random.uniform(0.0, TURN)
        val centreX = MIDDLE + 3.0 * random.bell()
        val centreY = MIDDLE + 3.0 * random.bell()
        val dx = SIZE * StrictMath.cos(direction)
        val dy = SIZE * StrictMath.sin(direction)
        canvas.wipe(centreX - dx, centreY - dy, centreX + dx, centreY + dy, random.uniform(0.1, 0.6))
    }

    /** The knots, each moved a little; a corner stays one. */
    private fun unsteady(knots: DoubleArray, lift: Double): DoubleArray {
        val liftX = lift * random.bell()
        val liftY = lift * random.bell()
        val moved = DoubleArray(knots.size)
        for (k in 0 until knots.size / 2) {
            if (k > 0 && isCorner(knots, k - 1, k)) {
                moved[2 * k] = moved[2 * k - 2]
                moved[2 * k + 1] = moved[2 * k - 1]
            } else {
                moved[2 * k] = knots[2 * k] + liftX + style.knot * random.bell()
                moved[2 * k + 1] = knots[2 * k + 1] + liftY + style.knot * random.bell()
            }
        }
        return moved
    }

    /** From the unit square to pixels, in place: wobble, size, slant, rotation, translation. */
    private fun place(points: DoubleArray) {
        for (p in 0 until points.size / 2) {
            val fromX = points[2 * p] - 0.5
            val fromY = points[2 * p + 1] - 0.5
            val v = height * (fromY + waves[1].at(fromX, fromY))
            val u = width * (fromX + waves[0].at(fromX, fromY)) - slant * v
            points[2 * p] = x + cosine * u - sine * v
            points[2 * p + 1] = y + sine * u + cosine * v
        }
    }

    /** Draws the polyline with a pressure that changes evenly from start over middle to end. */
    private fun trace(points: DoubleArray, canvas: Canvas) {
        val start = radius * random.uniform(0.7, 1.15)
        val middle = radius * random.uniform(0.9, 1.15)
        val end = radius * random.uniform(0.6, 1.15)
        val last = points.size / 2 - 1

        fun radiusAt(p: Int): Double {
            val t = 2.0 * p / last
            return if (t < 1.0) start + t * (middle - start) else middle + (t - 1.0) * (end - middle)
        }
        for (p in 0 until last) {
            val at = 2 * p
            canvas.line(points[at], points[at + 1], radiusAt(p), points[at + 2], points[at + 3], radiusAt(p + 1), strength)
        }
    }
}

/** One coordinate of a smooth displacement of the plane: a plane wave of less than one period across the digit. */
private class Wave(random: SplitMix64, spread: Double) {
    private val amplitude = spread * random.bell()
    private val alongX = random.uniform(-5.0, 5.0)
    private val alongY = random.uniform(-5.0, 5.0)
    private val phase = random.uniform(0.0, TURN)

    fun at(x: Double, y: Double): Double = amplitude * StrictMath.sin(alongX * x + alongY * y + phase)
}
