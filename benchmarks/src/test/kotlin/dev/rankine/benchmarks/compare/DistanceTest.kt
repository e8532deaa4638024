package dev.rankine.benchmarks.compare

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeGreaterThan

internal class DistanceTest :
    FunSpec({
        test("a message takes time") {
            val found = generateSequence { Distance.nanoseconds() ?: 0.0 }.take(20).toList().max()
            if (Runtime.getRuntime().availableProcessors() > 1) found shouldBeGreaterThan 1.0
        }
    })
