package dev.rankine.data.drawn

/**
 * How much one picture differs from the next. Where a number is a spread, the draw is [SplitMix64.bell] times it.
 *
 * @property radius least and greatest radius of a figure, pixels.
 * @property rotation spread, radians.
 * @property squeeze spread of width over height around 1.
 * @property shift spread of the translation, pixels.
 * @property contrast least difference of the figure's colour from that of the ground, as a distance in the cube of red, green and blue.
 * @property shade greatest change of the ground's brightness across the picture.
 * @property specks how many small discs of other colours lie about at most.
 * @property noise greatest spread of the noise per number, where 1 is full brightness.
 */
internal class SceneStyle(
    val radius: ClosedFloatingPointRange<Double> = 6.5..12.0,
    val rotation: Double = 0.25,
    val squeeze: Double = 0.07,
    val shift: Double = 2.0,
    val contrast: Double = 0.35,
    val shade: Double = 0.35,
    val specks: Int = 4,
    val noise: Double = 0.16,
)

/** One picture: a figure of one colour on a ground of another, both drawn at random, in noise. Planes of red, green and blue, row-major. */
internal class Scene(private val random: SplitMix64, private val style: SceneStyle) {
    private val picture = DoubleArray(3 * AREA)

    fun paint(figure: Figure, out: ByteArray, offset: Int) {
        val ground = colour()
        ground(ground)
        repeat(random.below(style.specks + 1)) { speck() }
        figure(figure, contrasting(ground))
        develop(out, offset)
    }

    /** [ground] everywhere, brighter towards one side. */
    private fun ground(ground: DoubleArray) {
        val towards = random.uniform(0.0, 2.0 * StrictMath.PI)
        val dx = StrictMath.cos(towards) / SIDE
        val dy = StrictMath.sin(towards) / SIDE
        val shade = random.uniform(0.0, style.shade)
        for (row in 0 until SIDE) {
            for (column in 0 until SIDE) {
                val light = shade * ((column - MIDDLE) * dx + (row - MIDDLE) * dy)
                for (channel in 0 until 3) picture[channel * AREA + row * SIDE + column] = ground[channel] + light
            }
        }
    }

    private fun figure(figure: Figure, colour: DoubleArray) {
        val radius = random.uniform(style.radius.start, style.radius.endInclusive)
        val angle = style.rotation * random.bell()
        val cosine = StrictMath.cos(angle)
        val sine = StrictMath.sin(angle)
        val width = radius * (1.0 + style.squeeze * random.bell())
        val x = MIDDLE + style.shift * random.bell()
        val y = MIDDLE + style.shift * random.bell()
        fill(colour) { column, row ->
            val u = column + 0.5 - x
            val v = row + 0.5 - y
            radius * figure.edge((cosine * u + sine * v) / width, (cosine * v - sine * u) / radius)
        }
    }

    private fun speck() {
        val x = random.uniform(0.0, SIDE.toDouble())
        val y = random.uniform(0.0, SIDE.toDouble())
        val radius = random.uniform(0.7, 1.7)
        fill(colour()) { column, row ->
            val u = column + 0.5 - x
            val v = row + 0.5 - y
            StrictMath.sqrt(u * u + v * v) - radius
        }
    }

    /** Lays [colour] over every pixel as far as it is inside [edge], which is a distance in pixels. */
    private inline fun fill(colour: DoubleArray, edge: (Int, Int) -> Double) {
        for (row in 0 until SIDE) {
            for (column in 0 until SIDE) {
                val cover = (0.5 - edge(column, row)).coerceIn(0.0, 1.0)
                for (channel in 0 until 3) {
                    val at = channel * AREA + row * SIDE + column
                    picture[at] += cover * (colour[channel] - picture[at])
                }
            }
        }
    }

    private fun develop(out: ByteArray, offset: Int) {
        val spread = random.uniform(0.0, style.noise)
        for (at in picture.indices) {
            val value = picture[at] + spread * random.bell()
            out[offset + at] = (value.coerceIn(0.0, 1.0) * 255.0 + 0.5).toInt().toByte()
        }
    }

    private fun colour(): DoubleArray = DoubleArray(3) { random.uniform() }

    /** A colour that differs from [other] by enough; nearly half of all draws do. */
    private fun contrasting(other: DoubleArray): DoubleArray {
        while (true) {
            val colour = colour()
            val distance = StrictMath.sqrt((0 until 3).sumOf { (colour[it] - other[it]) * (colour[it] - other[it]) })
            if (distance >= style.contrast) return colour
        }
    }

    companion object {
        /** Rows and columns. */
        const val SIDE: Int = 32

        /** Pixels of one channel. */
        const val AREA: Int = SIDE * SIDE
        private const val MIDDLE = SIDE / 2.0
    }
}
