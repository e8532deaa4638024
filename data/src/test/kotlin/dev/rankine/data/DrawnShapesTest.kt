package dev.rankine.data

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import java.security.MessageDigest
import kotlin.math.sqrt

private const val AREA = 32 * 32

internal class DrawnShapesTest :
    FunSpec({
        val images = DrawnShapes.draw(600, 0)

        test("3 x 32 x 32 in 10 classes, every ten in a row hold each figure once") {
            images.toString() shouldBe "LabelledImages(count = 600, channels = 3, rows = 32, columns = 32, classes = 10)"
            DrawnShapes.NAMES shouldBe listOf("disc", "ring", "square", "triangle", "cross", "star", "crescent", "arrow", "bars", "pair")
            for (block in 0 until 60) (0 until 10).map { images.label(block * 10 + it) }.sorted() shouldBe (0..9).toList()
            // not the same order in every ten
            (0 until 60).map { images.label(it * 10) }.distinct().size shouldBe 10
        }

        test("the same seed gives the same bytes, fewer are the first of more") {
            for (count in listOf(0, 1, 10, 13, 100)) {
                val few = DrawnShapes.draw(count, 0)
                few.pixels.contentEquals(images.pixels.copyOf(count * 3 * AREA)) shouldBe true
                few.labels.contentEquals(images.labels.copyOf(count)) shouldBe true
            }
        }

        test("the bytes do not depend on the machine") {
            val first = DrawnShapes.draw(100, 0)
            // as drawn by a JDK 25; compared with a JDK 17
            val digest = MessageDigest.getInstance("SHA-256").apply { update(first.pixels) }.digest(first.labels)
            digest.joinToString("") { "%02x".format(it) } shouldBe "7f650b8a2330e998724dea1b45e1b17097b43b6e4f98f6da6d97a83201ccd6cf"
        }

        test("no image is drawn twice, not even with another seed") {
            val all = listOf(images, DrawnShapes.draw(600, 1), DrawnShapes.draw(600, -1))
            val distinct =
                all.flatMap { set ->
                    (0 until set.count).map { set.pixels.copyOfRange(it * 3 * AREA, (it + 1) * 3 * AREA).toList() }
                }
            distinct.toSet().size shouldBe 1800
        }

        test("colours tell nothing of the class: every class has the same mean of every channel") {
            for (channel in 0 until 3) {
                for (label in 0 until 10) {
                    val means = (0 until images.count).filter { images.label(it) == label }.map { mean(images, it, channel) }
                    // the deviation of the mean of sixty images is 9 or so; plus or minus 40 is more than four of them
                    withClue("class $label, channel $channel") { means.average() shouldBe (127.5 plusOrMinus 40.0) }
                }
            }
        }

        test("the labels fit the images: the nearest of 600 neighbours has the right label more often than by chance") {
            val test = DrawnShapes.draw(200, 77)
            val known = List(images.count) { figure(images, it) }
            val right =
                (0 until test.count).count { index ->
                    val asked = figure(test, index)
                    val nearest = known.indices.minByOrNull { distance(known[it], asked) }!!
                    images.label(nearest) == test.label(index)
                }
            // chance is 0.1
            right / 200.0 shouldBeGreaterThan 0.35
        }

        test("a count out of range is refused") {
            shouldThrow<IllegalArgumentException> { DrawnShapes.draw(-1, 0) }.message shouldBe
                "draw: count is out of range: -1 is not in 0..699050"
            shouldThrow<IllegalArgumentException> { DrawnShapes.draw(699_051, 0) }.message shouldBe
                "draw: count is out of range: 699051 is not in 0..699050"
        }
    })

private fun mean(images: LabelledImages, index: Int, channel: Int): Double =
    (0 until AREA).sumOf { images.pixel(index, it / 32, it % 32, channel) } / AREA.toDouble()

/** How far every pixel's colour is from that of the border, as a share of the farthest, 0 to 100. */
private fun figure(images: LabelledImages, index: Int): List<Double> {
    val border = (0 until AREA).filter { it / 32 in setOf(0, 31) || it % 32 in setOf(0, 31) }
    val ground = List(3) { channel -> border.map { images.pixel(index, it / 32, it % 32, channel) }.sorted()[border.size / 2] }
    val far =
        List(AREA) { at ->
            sqrt((0 until 3).sumOf { c -> (images.pixel(index, at / 32, at % 32, c) - ground[c]).toDouble().let { it * it } })
        }
    val most = far.max()
    return far.map { 100 * it / most }
}

private fun distance(a: List<Double>, b: List<Double>): Double = a.indices.sumOf { (a[it] - b[it]) * (a[it] - b[it]) }
