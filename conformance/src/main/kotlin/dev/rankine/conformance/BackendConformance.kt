package dev.rankine.conformance

import dev.rankine.ops.Backend
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.shouldBe

/**
 * Every row on a backend against the plain rows: a spec for the tests of a backend,
 * `class PlainConformanceTest : BackendConformance(PlainBackend())`.
 *
 * @param backend the backend to check.
 * @param unsupported the names of the rows that it cannot run; a row of this list that runs is a failure too.
 * @param tolerance how far results may be from the rows.
 * @param samples the calls; all of [Samples] unless a test of this suite says otherwise.
 */
public abstract class BackendConformance(
    backend: Backend,
    unsupported: Set<String> = emptySet(),
    tolerance: Tolerance = Tolerance(),
    samples: List<Sample<*>> = Samples.all,
) : FunSpec({
        val comparison = BackendComparison(backend, tolerance)
        val start = System.nanoTime()
        test("${backend.name}: rows without support are exactly the listed ones") {
            samples.filter { comparison.whyUnsupported(it) != null }.map { it.op.name }.toSet() shouldBe unsupported
        }
        for ((op, calls) in samples.groupBy { it.op }) {
            if (op.name in unsupported) continue
            test("${backend.name}: ${op.name} like its row") {
                calls.flatMap { comparison.differences(it) }.shouldBeEmpty()
            }
        }
        afterSpec {
            println("${backend.name}: ${comparison.calls} calls compared in ${(System.nanoTime() - start) / 1_000_000} ms")
        }
    })
