package dev.rankine.data

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.ranges.shouldBeIn
import io.kotest.matchers.shouldBe
import java.security.MessageDigest

private const val AREA = 28 * 28

internal class DrawnDigitsTest :
    FunSpec({
        val images = DrawnDigits.draw(2000, 0)

        fun image(of: LabelledImages, index: Int) = IntArray(AREA) { of.pixels[index * AREA + it].toInt() and 0xff }

        test("28 x 28 in 10 classes, every ten in a row hold each digit once") {
            images.toString() shouldBe "LabelledImages(count = 2000, rows = 28, columns = 28, classes = 10)"
            for (block in 0 until 200) (0 until 10).map { images.label(block * 10 + it) }.sorted() shouldBe (0..9).toList()
            // not the same order in every ten
            (0 until 200).map { images.label(it * 10) }.distinct().size shouldBe 10
        }

        test("the same seed gives the same bytes, fewer are the first of more") {
            val again = DrawnDigits.draw(2000, 0)
            again.pixels.contentEquals(images.pixels) shouldBe true
            again.labels.contentEquals(images.labels) shouldBe true
            for (count in listOf(0, 1, 10, 13, 100)) {
                val few = DrawnDigits.draw(count, 0)
                few.pixels.contentEquals(images.pixels.copyOf(count * AREA)) shouldBe true
                few.labels.contentEquals(images.labels.copyOf(count)) shouldBe true
            }
        }

        test("the bytes do not depend on the machine") {
            val first = DrawnDigits.draw(100, 0)
            // as drawn by a JDK 17; compared with a JDK 25, compiled and interpreted
            val digest = MessageDigest.getInstance("SHA-256").apply { update(first.pixels) }.digest(first.labels)
            digest.joinToString("") { "%02x".format(it) } shouldBe "1316b7723e46c9da15e1be615aa94d24b9c6874c6b1477a7730a56fc1ac6015d"
        }

        test("no image is drawn twice, not even with another seed") {
            val all = listOf(images, DrawnDigits.draw(2000, 1), DrawnDigits.draw(2000, -1))
            val distinct = all.flatMap { set -> (0 until set.count).map { image(set, it).toList() } }.toSet()
            distinct.size shouldBe 6000
        }

        test("every image has ink of some darkness, mostly paper, around the middle") {
            for (index in 0 until images.count) {
                val pixels = image(images, index)
                val mass = pixels.sum().toDouble()
                withClue("image $index") {
                    pixels.max() shouldBeIn 120..255
                    mass / 255 shouldBeIn 12.0..300.0
                    pixels.indices.sumOf { it % 28 * pixels[it] } / mass shouldBeIn 6.0..21.0
                    pixels.indices.sumOf { it / 28 * pixels[it] } / mass shouldBeIn 4.0..23.0
                }
            }
        }

        test("each class is centred, and lighter digits use less ink") {
            val mass = DoubleArray(10)
            val sumX = DoubleArray(10)
            val sumY = DoubleArray(10)
            for (index in 0 until images.count) {
                val digit = images.label(index)
                for ((at, value) in image(images, index).withIndex()) {
                    mass[digit] += value.toDouble()
                    sumX[digit] += value * (at % 28 + 0.5)
                    sumY[digit] += value * (at / 28 + 0.5)
                }
            }
            for (digit in 0..9) {
                sumX[digit] / mass[digit] shouldBe (14.0 plusOrMinus 1.5)
                // the ink of a 7 and of a 9 is above the middle
                sumY[digit] / mass[digit] shouldBe (14.0 plusOrMinus 3.5)
            }
            mass[1] shouldBeLessThan 0.7 * mass[8]
            mass.sum() / 255 / images.pixels.size shouldBe (0.12 plusOrMinus 0.02)
        }

        test("the labels fit the images: the nearest of 2,000 neighbours has the right label") {
            val test = DrawnDigits.draw(200, 77)
            val known = List(images.count) { image(images, it) }
            val right =
                (0 until test.count).count { index ->
                    val asked = image(test, index)
                    val nearest = known.indices.minByOrNull { candidate -> distance(known[candidate], asked) }!!
                    images.label(nearest) == test.label(index)
                }
            // chance is 0.1
            right / 200.0 shouldBeGreaterThan 0.85
        }

        test("a count out of range is refused") {
            shouldThrow<IllegalArgumentException> { DrawnDigits.draw(-1, 0) }.message shouldBe
                "draw: count is out of range: -1 is not in 0..2739137"
            shouldThrow<IllegalArgumentException> { DrawnDigits.draw(2_739_138, 0) }.message shouldBe
                "draw: count is out of range: 2739138 is not in 0..2739137"
        }
    })

private fun distance(a: IntArray, b: IntArray): Int {
    var sum = 0
    for (i in a.indices) sum += (a[i] - b[i]) * (a[i] - b[i])
    return sum
}
