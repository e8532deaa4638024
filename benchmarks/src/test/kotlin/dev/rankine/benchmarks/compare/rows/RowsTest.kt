package dev.rankine.benchmarks.compare.rows

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeUnique
import io.kotest.matchers.collections.shouldContainInOrder
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain

internal class RowsTest :
    FunSpec({
        test("every row has a name of its own, a target and a program") {
            Rows.all.map { "$it" }.shouldBeUnique()
            for (row in Rows.all) {
                (row.target > 0) shouldBe true
                row.script shouldContain Regex("return \\[.+]\\s*$")
            }
        }
        test("rows are found by a regular expression over family and name") {
            Rows.matching("^training: LSTM").single().name shouldBe "LSTM of 2 layers of 256, 64 steps, batch 32, Adam"
            Rows.matching("no such row") shouldBe emptyList()
            Rows.families shouldContainInOrder listOf("training", "inference", "products")
        }
    })
