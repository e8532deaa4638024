package dev.rankine.data.drawn

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlin.math.PI

internal class CanvasTest :
    FunSpec({
        fun bytes(draw: Canvas.() -> Unit): IntArray {
            val out = ByteArray(28 * 28)
            Canvas().apply(draw).write(out, 0, 0.0, SplitMix64(0))
            return IntArray(out.size) { out[it].toInt() and 0xff }
        }

        fun ink(draw: Canvas.() -> Unit) = bytes(draw).sum() / 255.0

        test("the ink of a line is the area of a capsule") {
            for (radius in listOf(1.5, 2.0, 3.0)) {
                val area = 2 * radius * 10 + PI * radius * radius
                ink { line(8.3, 9.1, radius, 14.3, 17.1, radius, 1.0) } shouldBe (area plusOrMinus 0.03 * area)
            }
        }

        test("a line between two radii covers the area between both capsules") {
            ink { line(9.0, 14.0, 1.0, 19.0, 14.0, 3.0, 1.0) } shouldBe (2 * 2.0 * 10 + PI * (1 + 9) / 2 plusOrMinus 1.5)
        }

        test("a dot lies where it was put, rows down") {
            val dot = bytes { line(20.5, 4.5, 0.5, 20.5, 4.5, 0.5, 1.0) }
            dot[4 * 28 + 20] shouldBe 255
            dot.sum() shouldBe 255
        }

        test("the same line twice is the same ink, and half the strength half of it") {
            val once = ink { line(4.0, 4.0, 2.0, 20.0, 18.0, 2.0, 1.0) }
            ink { repeat(2) { line(4.0, 4.0, 2.0, 20.0, 18.0, 2.0, 1.0) } } shouldBe once
            ink { line(4.0, 4.0, 2.0, 20.0, 18.0, 2.0, 0.5) } shouldBe (once / 2 plusOrMinus 0.5)
        }

        test("lines that leave the canvas are cut") {
            val across = bytes { line(-40.0, 14.0, 1.0, 70.0, 14.0, 1.0, 1.0) }
            across.sum() shouldBe 2 * 28 * 255
            bytes { line(-40.0, -40.0, 1.0, -30.0, -30.0, 1.0, 1.0) }.sum() shouldBe 0
        }

        test("wiping takes ink away, clearing all of it") {
            ink {
                line(4.0, 14.0, 2.0, 24.0, 14.0, 2.0, 1.0)
                wipe(0.0, 14.0, 28.0, 14.0, 4.0)
            } shouldBe 0.0
            ink {
                line(4.0, 14.0, 2.0, 24.0, 14.0, 2.0, 1.0)
                clear()
            } shouldBe 0.0
        }

        test("blur spreads a dot by its kernel along both axes and keeps the ink inside") {
            val dot =
                bytes {
                    line(14.5, 14.5, 0.5, 14.5, 14.5, 0.5, 1.0)
                    blur(0.2)
                }
            // 255 times the products of 0.2, 0.6, 0.2
            listOf(13, 14, 15).map { row -> listOf(13, 14, 15).map { dot[row * 28 + it] } } shouldBe
                listOf(listOf(10, 31, 10), listOf(31, 92, 31), listOf(10, 31, 10))
            dot.sum() shouldBe 4 * 10 + 4 * 31 + 92
        }

        test("blur at the border loses what falls off, and does not wrap into the next row") {
            val dot =
                bytes {
                    line(27.5, 14.5, 0.5, 27.5, 14.5, 0.5, 1.0)
                    blur(0.2)
                }
            dot[14 * 28 + 27] shouldBe 92
            for (row in 0 until 28) dot[row * 28] shouldBe 0
        }
    })
