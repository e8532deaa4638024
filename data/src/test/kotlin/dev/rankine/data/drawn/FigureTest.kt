package dev.rankine.data.drawn

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import kotlin.math.PI
import kotlin.math.abs
import kotlin.math.cos
import kotlin.math.sin

internal class FigureTest :
    FunSpec({
        /** The share of the square from -1.25 to 1.25 that is inside, times its area. */
        fun area(figure: Figure): Double {
            val steps = 500
            var inside = 0
            for (i in 0 until steps) {
                for (j in 0 until steps) if (figure.edge(2.5 * (i + 0.5) / steps - 1.25, 2.5 * (j + 0.5) / steps - 1.25) < 0) inside++
            }
            return 6.25 * inside / (steps * steps)
        }

        test("areas by hand") {
            area(Figure.DISC) shouldBe (PI * 0.81 plusOrMinus 0.02)
            area(Figure.RING) shouldBe (PI * (0.95 * 0.95 - 0.55 * 0.55) plusOrMinus 0.02)
            area(Figure.SQUARE) shouldBe (2.25 plusOrMinus 0.02)
            area(Figure.TRIANGLE) shouldBe (0.87 * 1.5 plusOrMinus 0.02)
            area(Figure.CROSS) shouldBe (2 * 1.9 * 0.56 - 0.56 * 0.56 plusOrMinus 0.02)
            // ten triangles with sides 1 and 0.42 and 36 degrees between them
            area(Figure.STAR) shouldBe (10 * 0.5 * 0.42 * sin(PI / 5) plusOrMinus 0.02)
            area(Figure.ARROW) shouldBe (1.05 * 0.54 + 0.9 * 0.75 plusOrMinus 0.02)
            area(Figure.BARS) shouldBe (3 * 1.36 * 0.3 plusOrMinus 0.02)
            area(Figure.PAIR) shouldBe (2 * PI * 0.16 plusOrMinus 0.02)
        }

        test("every figure stays in its circle, and no two are the same") {
            val points =
                List(60) { turn ->
                    List(20) {
                        (0.05 + 0.05 * it) * cos(turn * PI / 30) to (0.05 + 0.05 * it) * sin(turn * PI / 30)
                    }
                }.flatten()
            val insides =
                Figure.entries.map { figure ->
                    withClue(figure) {
                        for (turn in 0 until 360) {
                            figure.edge(1.1 * cos(turn * PI / 180), 1.1 * sin(turn * PI / 180)) shouldBeGreaterThan
                                0.0
                        }
                    }
                    points.map { (x, y) -> figure.edge(x, y) < 0 }
                }
            for (i in insides.indices) {
                for (j in 0 until i) insides[i].zip(insides[j]).count { (a, b) -> a != b } / points.size.toDouble() shouldBeGreaterThan 0.05
            }
        }

        test("what an edge says is about a distance: a step changes it by no more than its length") {
            for (figure in Figure.entries) {
                withClue(figure) {
                    for (k in 0 until 400) {
                        val (x, y) = -1.2 + 0.12 * (k % 20) to -1.2 + 0.12 * (k / 20)
                        (abs(figure.edge(x + 0.01, y) - figure.edge(x, y)) <= 0.01 + 1e-12) shouldBe true
                        (abs(figure.edge(x, y + 0.01) - figure.edge(x, y)) <= 0.01 + 1e-12) shouldBe true
                    }
                }
            }
        }
    })
