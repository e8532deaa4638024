package dev.rankine.kernels

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.longs.shouldBeGreaterThan
import io.kotest.matchers.shouldBe

internal class BudgetTest :
    FunSpec({
        test("bytes, kilobytes, megabytes, gigabytes, terabytes") {
            Budget.parse("4096") shouldBe 4096L
            Budget.parse("3k") shouldBe 3L * 1024
            Budget.parse("512m") shouldBe 512L * 1024 * 1024
            Budget.parse("8G") shouldBe 8L * 1024 * 1024 * 1024
            Budget.parse("2t") shouldBe 2L * 1024 * 1024 * 1024 * 1024
        }
        test("anything else is a sentence") {
            for (text in listOf("", "g", "0", "-1", "1.5g", "8 g", "8gb", "9999999999999999999", "99999999999t")) {
                Budget.parse(text) shouldBe null
                Budget.problem(text) shouldBe "rankine.memory is no number of bytes such as 512m or 8g: $text"
            }
            Budget.problem("512m") shouldBe null
            Budget.problem(null) shouldBe null
        }
        test("without the property the limit is a share of the machine") {
            System.getProperty(Budget.PROPERTY) shouldBe null
            Budget.read() shouldBeGreaterThan (64L shl 20)
        }
    })
