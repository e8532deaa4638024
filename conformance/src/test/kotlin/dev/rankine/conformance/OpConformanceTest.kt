package dev.rankine.conformance

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty

internal class OpConformanceTest :
    FunSpec({
        val suite = OpConformance()
        for ((op, samples) in Samples.all.groupBy { it.op }) {
            test("${op.name} keeps what its row announces") { samples.flatMap { suite.problems(it) }.shouldBeEmpty() }
        }
    })
