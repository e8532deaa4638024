package dev.rankine.kernels

import dev.rankine.kernels.lanes.GemmF32
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.shouldBe

/** The products of matrices at every width of vectors. */
internal class GemmTest :
    FunSpec({
        test("shared products are cut where they pack least, and into no fewer parts than threads can share") {
            fun columns(m: Int, n: Int, transposesA: Boolean = true, transposesB: Boolean = false) =
                GemmF32.across(m, n, parts = 4, transposesA, transposesB)
            columns(1024, 1024) shouldBe 2
            columns(1024, 1024, transposesB = true) shouldBe 2
            columns(2048, 2048) shouldBe 4
            columns(4096, 512) shouldBe 1
            columns(60, 4096) shouldBe 4
            // parts of 128 columns do not pack the left matrix
            columns(512, 512) shouldBe 4
            columns(8, 4096) shouldBe 4
            columns(4096, 1) shouldBe 1
            GemmF32.across(1024, 1024, parts = 6, transposesA = true, transposesB = false) shouldBe 2
        }
        for (bits in listOf(128, 256, 512)) {
            test("products of all sizes and strides with vectors of $bits bits") {
                val cases = Class.forName("dev.rankine.kernels.lanes.GemmCases", true, LaneLoader(bits))

                @Suppress("UNCHECKED_CAST")
                val problems = cases.getDeclaredConstructor().newInstance() as () -> List<String>
                problems().shouldBeEmpty()
            }
        }
    })
