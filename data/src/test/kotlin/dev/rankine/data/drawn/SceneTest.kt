package dev.rankine.data.drawn

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import kotlin.math.sqrt

internal class SceneTest :
    FunSpec({
        /** `[channel][pixel]`, 0 to 255. */
        fun planes(seed: Long, figure: Figure, style: SceneStyle): List<List<Int>> {
            val out = ByteArray(3 * Scene.AREA)
            Scene(SplitMix64(seed, 0), style).paint(figure, out, 0)
            return out.map { it.toInt() and 0xff }.chunked(Scene.AREA)
        }

        test("without noise, specks and shade a figure has one colour, the ground another, by the contrast or more") {
            val plain = SceneStyle(shade = 0.0, specks = 0, noise = 0.0, shift = 0.0)
            for (seed in 0L until 20L) {
                for (figure in Figure.entries) {
                    withClue("$figure, seed $seed") {
                        val planes = planes(seed, figure, plain)
                        val colours = List(Scene.AREA) { at -> planes.map { it[at] } }
                        val ground = colours[0]
                        val counts = colours.groupingBy { it }.eachCount() - setOf(ground)
                        val (colour, most) = counts.maxByOrNull { it.value }!!
                        // the thinnest parts of a small figure are narrower than a pixel, so that many pixels lie on an edge
                        most.toDouble() shouldBeGreaterThan 12.0
                        val distance = sqrt((0 until 3).sumOf { (colour[it] - ground[it]).toDouble().let { d -> d * d } }) / 255
                        distance shouldBeGreaterThan plain.contrast - 0.01
                    }
                }
            }
        }

        test("a disc covers its area, and half its radius a quarter of it") {
            fun cover(radius: Double): Double {
                val exact = SceneStyle(radius..radius, 0.0, 0.0, 0.0, 1.2, 0.0, 0, 0.0)
                val plane = planes(3, Figure.DISC, exact).maxByOrNull { it.max() - it.min() }!!
                val ground = plane[0]
                val figure = plane[Scene.AREA / 2 + Scene.SIDE / 2]
                return plane.sumOf { (it - ground).toDouble() / (figure - ground) }
            }
            cover(10.0) shouldBe (Math.PI * 81 plusOrMinus 3.0)
            cover(5.0) shouldBe (Math.PI * 81 / 4 plusOrMinus 2.0)
        }

        test("shade is a slope: the rows at the border rise or fall") {
            val shaded = SceneStyle(specks = 0, noise = 0.0, shade = 0.4, shift = 0.0)
            for (seed in 0L until 20L) {
                val red = planes(seed, Figure.DISC, shaded)[0]
                for (row in listOf(red.take(Scene.SIDE), red.takeLast(Scene.SIDE))) {
                    withClue("seed $seed") { (row == row.sorted() || row == row.sortedDescending()) shouldBe true }
                }
            }
            (0L until 20L).count { planes(it, Figure.DISC, shaded)[0].let { red -> red[0] != red[31] } } shouldBeGreaterThan 10
        }
    })
