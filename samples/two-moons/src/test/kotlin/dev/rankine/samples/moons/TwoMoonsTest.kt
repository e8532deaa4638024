package dev.rankine.samples.moons

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeGreaterThanOrEqual
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.ints.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe
import java.io.ByteArrayOutputStream
import java.io.File
import java.io.PrintStream

internal class TwoMoonsTest :
    FunSpec({
        test("the network tells the moons apart, and the picture shows it") {
            val before = System.out
            val printed = ByteArrayOutputStream()
            System.setOut(PrintStream(printed, true))
            try {
                main()
            } finally {
                System.setOut(before)
            }
            val text = printed.toString().replace(System.lineSeparator(), "\n")
            Regex("""test .*accuracy (\S+) %""").find(text)!!.groupValues[1].toDouble() shouldBeGreaterThanOrEqual 99.0
            val picture = text.substringAfter("%\n\n").trimEnd('\n').lines()
            picture.size shouldBe 26
            // above the moons the plane is the first one's, below the second one's
            picture.first().take(40) shouldBe ".".repeat(40)
            picture.last().drop(20).isBlank() shouldBe true
            for (letter in listOf('o', 'x')) picture.sumOf { line -> line.count { it == letter } } shouldBeGreaterThan 40
        }
        test("twenty lines, from the first dim to the last brace") {
            val source = File(System.getProperty("rankine.root"), "samples/two-moons/src/main/kotlin/dev/rankine/samples/moons/TwoMoons.kt")
            val program =
                source.readLines().dropWhile { !it.startsWith("object") }.filter {
                    it.isNotBlank() &&
                        !it.startsWith("/**")
                }
            program.last() shouldBe "}"
            program.size shouldBeLessThanOrEqual 20
        }
    })
