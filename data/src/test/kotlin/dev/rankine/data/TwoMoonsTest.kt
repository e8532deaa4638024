package dev.rankine.data

import dev.rankine.shapes.Dim
import dev.rankine.shapes.ShapeException
import dev.rankine.tensor.toFloatArray
import dev.rankine.tensor.toLongArray
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import kotlin.math.abs
import kotlin.math.hypot
import kotlin.math.sqrt

private object Point : Dim<Point>()

private object Plane : Dim<Plane>(2)

private object Space : Dim<Space>(3)

internal class TwoMoonsTest :
    FunSpec({
        fun all(count: Int, seed: Long = 1, noise: Double = 0.1) =
            TwoMoons.draw(Point, Plane, count, seed, noise).batch(IntArray(count) { it })

        /** How far outside of the circle of its moon each of the points is. */
        fun excess(moons: Labelled<*, *>): List<Double> {
            val at = moons.inputs.toFloatArray()
            return moons.targets.toLongArray().mapIndexed { i, moon ->
                val x = at[2 * i] - (if (moon == 0L) 0.0 else 1.0)
                val y = at[2 * i + 1] - (if (moon == 0L) 0.0 else 0.5)
                hypot(x, y) - 1
            }
        }

        test("without noise the points lie on two half circles, the first open below, the second above") {
            val moons = all(200, noise = 0.0)
            excess(moons).maxOf { abs(it) } shouldBeLessThan 1e-6
            val at = moons.inputs.toFloatArray()
            for ((i, moon) in moons.targets.toLongArray().withIndex()) {
                moon shouldBe i % 2L
                val y = at[2 * i + 1].toDouble()
                if (moon == 0L) y shouldBeGreaterThan -1e-6 else y shouldBeLessThan 0.5 + 1e-6
            }
            // all of a half circle: both quarters of both moons
            for (moon in 0..1) {
                val xs = at.indices.filter { it % 4 == 2 * moon }.map { at[it] }
                xs.count { it < moon } shouldBeGreaterThan 30
                xs.count { it > moon } shouldBeGreaterThan 30
            }
        }
        test("noise has the deviation that was asked for") {
            val all = excess(all(4000, noise = 0.05))
            val mean = all.average()
            val deviation = sqrt(all.sumOf { (it - mean) * (it - mean) } / all.size)
            deviation shouldBeGreaterThan 0.047
            deviation shouldBeLessThan 0.053
            abs(mean) shouldBeLessThan 0.005
        }
        test("a seed gives the same points, another one others, and fewer points are the first of more") {
            val points = all(100).inputs.toFloatArray()
            all(100).inputs.toFloatArray() shouldBe points
            all(10).inputs.toFloatArray() shouldBe points.copyOf(20)
            (all(100, seed = 2).inputs.toFloatArray()[0] == points[0]) shouldBe false
            all(0).inputs.toFloatArray().size shouldBe 0
        }
        test("sizes and names") {
            val (points, moons) = all(7)
            "${points.sizes} ${points.dtype}" shouldBe "[Point = 7, Plane = 2] float32"
            "${moons.sizes} ${moons.dtype}" shouldBe "[Point = 7] int64"
        }
        test("what cannot be drawn is refused") {
            shouldThrow<IllegalArgumentException> { all(-1) }.message shouldBe
                "two moons: count is out of range: -1 is not in 0..1073741823"
            shouldThrow<IllegalArgumentException> { all(1, noise = -0.5) }.message shouldBe
                "two moons: noise is a finite number from 0 on: -0.5"
            shouldThrow<IllegalArgumentException> { all(1, noise = Double.NaN) }.message shouldBe
                "two moons: noise is a finite number from 0 on: NaN"
            shouldThrow<ShapeException> { TwoMoons.draw(Point, Space, 3, 1) }.message shouldBe
                "axis: Space was declared with size 3: 2 given"
        }
    })
