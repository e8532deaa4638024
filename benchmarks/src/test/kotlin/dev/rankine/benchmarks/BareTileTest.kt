package dev.rankine.benchmarks

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeGreaterThan

internal class BareTileTest :
    FunSpec({
        test("the micro-kernel of the vector backend is found by the name and the parameters that are asked for") {
            BareTile.rate(warmUp = 0, count = 1) shouldBeGreaterThan 0.0
        }
    })
