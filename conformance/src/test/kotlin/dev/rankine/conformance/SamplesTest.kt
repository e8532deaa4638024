package dev.rankine.conformance

import dev.rankine.ops.Ops
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldNotBeEmpty

internal class SamplesTest :
    FunSpec({
        test("every row has a sample, and every sample a row") {
            Ops.all.shouldNotBeEmpty()
            (Ops.all - Samples.all.map { it.op }.toSet()).map { it.name }.shouldBeEmpty()
            (Samples.all.map { it.op }.toSet() - Ops.all.toSet()).map { it.name }.shouldBeEmpty()
        }
        test("every row has a name of its own") {
            Ops.all
                .groupBy { it.name }
                .filterValues { it.size > 1 }
                .keys
                .shouldBeEmpty()
        }
        test("samples of a row can be told apart") {
            Samples.all
                .groupBy { "$it" }
                .filterValues { it.size > 1 }
                .keys
                .shouldBeEmpty()
        }
    })
