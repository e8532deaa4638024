package dev.rankine.data.drawn

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe

internal class SplineTest :
    FunSpec({
        test("two knots make a straight line at even steps") {
            val points = polyline(doubleArrayOf(1.0, 2.0, 4.0, 8.0))
            points.size shouldBe 14
            for (p in 0..6) {
                points[2 * p] shouldBe (1.0 + 0.5 * p plusOrMinus 1e-12)
                points[2 * p + 1] shouldBe (2.0 + p plusOrMinus 1e-12)
            }
        }

        test("the curve passes through every knot") {
            val knots = doubleArrayOf(0.0, 0.0, 1.0, 3.0, 2.0, 1.0, 5.0, 5.0)
            val points = polyline(knots)
            for (k in 0..3) {
                points[12 * k] shouldBe (knots[2 * k] plusOrMinus 1e-12)
                points[12 * k + 1] shouldBe (knots[2 * k + 1] plusOrMinus 1e-12)
            }
        }

        test("the slope at a knot is the slope between its neighbours") {
            val points = polyline(doubleArrayOf(0.0, 0.0, 1.0, 0.0, 2.0, 2.0, 3.0, 2.0))
            // one-sided differences of the cubic spans around knot 1, whose tangent is (2, 2) / 2 = (1, 1)
            val before = 6 * (points[13] - points[11])
            val after = 6 * (points[15] - points[13])
            (before + after) / 2 shouldBe (1.0 plusOrMinus 0.1)
        }

        test("a knot given twice is a corner: both sides are straight lines at even steps") {
            val points = polyline(doubleArrayOf(0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 1.0))
            points.size shouldBe 26
            for (p in 0..12) {
                points[2 * p] shouldBe (minOf(p, 6) / 6.0 plusOrMinus 1e-12)
                points[2 * p + 1] shouldBe (maxOf(p - 6, 0) / 6.0 plusOrMinus 1e-12)
            }
        }

        test("every glyph stays in reach of the unit square and no stroke is a dot") {
            for (glyph in glyphs.flatten()) {
                for (stroke in glyph.strokes) {
                    (stroke.size % 2) shouldBe 0
                    val points = polyline(stroke)
                    for (value in points) kotlin.math.abs(value - 0.5) shouldBeLessThan 0.6
                    val length =
                        (2 until points.size step 2).sumOf {
                            kotlin.math.hypot(
                                points[it] - points[it - 2],
                                points[it + 1] - points[it - 1],
                            )
                        }
                    (length > 0.3) shouldBe true
                }
            }
        }
    })
