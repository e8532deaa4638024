package dev.rankine.samples.desktop

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.ints.shouldBeGreaterThanOrEqual
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldMatch
import java.awt.Color
import java.awt.event.MouseEvent
import java.awt.image.BufferedImage
import java.io.File
import java.util.concurrent.CountDownLatch
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit
import javax.imageio.ImageIO
import kotlin.math.PI
import kotlin.math.abs
import kotlin.math.cos
import kotlin.math.sin

internal class ReadingTest :
    FunSpec({
        val folder = tempdir()
        val reader = DigitReader.own()

        /** Ten digits in every row, 0 to 9, that the model has not seen: dark on white, 28 x 28 each. */
        val sheet = ImageIO.read(ReadingTest::class.java.getResource("/drawn.png"))

        fun digit(number: Int, row: Int) = sheet.getSubimage(number * SIDE, row * SIDE, SIDE, SIDE)

        fun read(image: BufferedImage) = reader.probabilities(Ink.of(image).centred())

        fun best(image: BufferedImage) = read(image).let { all -> all.indices.maxBy { all[it] } }

        test("97 of 100 digits that it has not seen are read right; probabilities sum to 1") {
            val right = (0 until 100).count { best(digit(it % 10, it / 10)) == it % 10 }
            right shouldBeGreaterThanOrEqual 97
            abs(read(digit(3, 0)).sumOf { it.toDouble() } - 1) shouldBeLessThan 1e-5
        }
        test("a line for every picture, whatever its size, place and colours") {
            fun saved(name: String, image: BufferedImage) = File(folder, name).also { ImageIO.write(image, "png", it) }.path

            fun placed(number: Int, width: Int, height: Int, paper: Color?, type: Int, ink: (Int) -> Int) =
                BufferedImage(width, height, type).apply {
                    if (paper != null) createGraphics().also { it.color = paper }.fillRect(0, 0, width, height)
                    for (y in 0 until 8 * SIDE) {
                        for (x in 0 until 8 * SIDE) {
                            val dark = 255 - digit(number, 1).raster.getSample(x / 8, y / 8, 0)
                            if (dark > 60) setRGB(x + 20, y + height - 8 * SIDE, ink(dark))
                        }
                    }
                }
            val plain = saved("plain.png", digit(5, 1))
            val chalk = saved("chalk.png", placed(7, 600, 260, Color(20, 60, 40), BufferedImage.TYPE_INT_RGB) { 0xffffcc })
            val glass = saved("glass.png", placed(2, 300, 500, null, BufferedImage.TYPE_INT_ARGB) { it shl 24 or 0x102080 })
            val lines = ArrayList<String>()
            desktop(listOf("--image", plain, "--image", chalk, "--image", glass), lines::add) { error(it) } shouldBe 0
            lines.map { it.removePrefix("${folder.path}/").take(12).trim() } shouldContainExactly
                listOf("plain.png  5", "chalk.png  7", "glass.png  2")
            for (line in lines) line shouldMatch """.*png  \d  [\d.]+ %  \(then \d [\d.]+ %, \d [\d.]+ %\)"""
        }
        test("a digit of any size has its longer side on 20 pixels and its mass in the middle") {
            for (side in listOf(9, 40, 311)) {
                val image = BufferedImage(400, 330, BufferedImage.TYPE_BYTE_GRAY)
                image.createGraphics().fillRect(7, 3, side / 2, side)
                val ink = Ink.of(image).centred()
                val rows = (0 until SIDE).map { y -> (0 until SIDE).sumOf { ink[y * SIDE + it].toDouble() } }
                val columns = (0 until SIDE).map { x -> (0 until SIDE).sumOf { ink[it * SIDE + x].toDouble() } }
                abs(rows.sum() - 200.0 * (side / 2) * 2 / side) shouldBeLessThan 1e-3
                for (profile in listOf(rows, columns)) {
                    abs(profile.withIndex().sumOf { (i, mass) -> (i + 0.5) * mass } / profile.sum() - 14) shouldBeLessThan 1e-3
                }
                (rows.count { it > 1e-6 } in 20..21) shouldBe true // 21 where the edges lie between pixels
            }
        }
        test("what the mouse draws is read after every stroke") {
            val sheets = ArrayList<BufferedImage>()
            val drawing = Drawing(sheets::add)

            fun stroke(points: List<Pair<Int, Int>>) =
                points.forEachIndexed { i, (x, y) ->
                    val kind = if (i == 0) MouseEvent.MOUSE_PRESSED else MouseEvent.MOUSE_DRAGGED
                    drawing.dispatchEvent(MouseEvent(drawing, kind, 0, 0, x, y, 1, false, MouseEvent.BUTTON1))
                }
            stroke(listOf(90 to 60, 210 to 60, 180 to 130, 150 to 190, 135 to 250))
            best(sheets.last()) shouldBe 7
            drawing.erase()
            Ink.of(sheets.last()).isBlank shouldBe true
            stroke((0..40).map { (155 + 65 * cos(it * PI / 20)).toInt() to (155 - 95 * sin(it * PI / 20)).toInt() })
            best(sheets.last()) shouldBe 0
            drawing.erase()
            stroke(listOf(160 to 50, 155 to 150, 150 to 255))
            best(sheets.last()) shouldBe 1
            sheets.size shouldBe 5 + 41 + 3 + 3 // a sheet per event, and the empty ones
        }
        test("of what is asked while it works, only the newest is answered") {
            val begun = CountDownLatch(1)
            val go = CountDownLatch(1)
            val done = LinkedBlockingQueue<Int>()
            val newest =
                Newest<Int> {
                    begun.countDown()
                    go.await()
                    done.add(it)
                }
            newest.ask(1)
            begun.await()
            for (next in 2..5) newest.ask(next)
            go.countDown()
            List(2) { done.poll(10, TimeUnit.SECONDS) } shouldContainExactly listOf(1, 5)
            done.poll(50, TimeUnit.MILLISECONDS) shouldBe null
        }
    })
