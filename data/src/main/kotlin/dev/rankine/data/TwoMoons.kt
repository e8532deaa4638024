package dev.rankine.data

import dev.rankine.data.drawn.SplitMix64
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Vec
import dev.rankine.shapes.of
import dev.rankine.tensor.tensorOf

/**
 * Points of the plane on two half circles of radius 1 that reach into each other: the smallest task that no straight line solves.
 *
 * With an angle `t` uniform in `[0, pi)`, moon 0 is `(cos t, sin t)` and moon 1 is `(1 - cos t, 1/2 - sin t)`, as in scikit-learn's
 * `make_moons`; both coordinates have normal noise on top.
 */
public object TwoMoons {
    private const val PLANE = 2

    /**
     * Draws [count] points, float32, with the number of their moon, int64. `[count, plane] [count]`. Every other point is of moon 1.
     *
     * The same [seed] gives the same points on every JVM, and fewer points are the first of more. Take different seeds for training
     * and testing.
     *
     * @param noise the standard deviation of the noise; with 0 every point lies on its half circle.
     * @throws IllegalArgumentException if [count] is negative, or [noise] is negative or not finite.
     * @throws ShapeException if [plane] declares another size than 2, or [batch] another than [count].
     */
    public fun <B : Dim<B>, P : Dim<P>> draw(
        batch: B,
        plane: P,
        count: Int,
        seed: Long,
        noise: Double = 0.1,
    ): TensorDataset<Mat<B, P>, Vec<B>> {
        require(count in 0..Int.MAX_VALUE / PLANE) { "two moons: count is out of range: $count is not in 0..${Int.MAX_VALUE / PLANE}" }
        require(noise >= 0 && noise.isFinite()) { "two moons: noise is a finite number from 0 on: $noise" }
        val points = FloatArray(PLANE * count)
        for (index in 0 until count) place(index, SplitMix64(seed, index.toLong()), noise, points)
        val moons = LongArray(count) { it % 2L }
        val all = Axis(batch, count, "$count points drawn")
        return TensorDataset(tensorOf(points, all, plane of PLANE), tensorOf(moons, all))
    }

    private fun place(index: Int, random: SplitMix64, noise: Double, into: FloatArray) {
        val angle = StrictMath.PI * random.uniform()
        val x = StrictMath.cos(angle)
        val y = StrictMath.sin(angle)
        // Box & Muller (1958): two independent normal numbers from two uniform ones
        val distance = noise * StrictMath.sqrt(-2 * StrictMath.log(1 - random.uniform()))
        val direction = 2 * StrictMath.PI * random.uniform()
        val isFirst = index % 2 == 0
        into[PLANE * index] = ((if (isFirst) x else 1 - x) + distance * StrictMath.cos(direction)).toFloat()
        into[PLANE * index + 1] = ((if (isFirst) y else 0.5 - y) + distance * StrictMath.sin(direction)).toFloat()
    }
}
