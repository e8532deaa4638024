package dev.rankine.conformance

import dev.rankine.ops.Backend
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.shouldBe

/**
 * Every row on backends against the plain rows: a spec for the tests of a backend,
 * `class PlainConformanceTest : BackendConformance(PlainBackend())`.
 *
 * @param backends the backends to check; the rows, which are slow, run once for all of them.
 * @param unsupported the names of the rows that one of them cannot run; a row of this list that runs on all is a failure too.
 * @param tolerance how far results may be from the rows.
 * @param samples the calls; all of [Samples] unless a test of this suite says otherwise.
 */
public abstract class BackendConformance(
    backends: List<Backend>,
    unsupported: Set<String> = emptySet(),
    tolerance: Tolerance = Tolerance(),
    samples: List<Sample<*>> = Samples.all,
) : FunSpec({
        val comparison = BackendComparison(backends, tolerance)
        val names = backends.joinToString { it.name }
        val start = System.nanoTime()
        test("$names: rows without support are exactly the listed ones") {
            samples.filter { comparison.whyUnsupported(it) != null }.map { it.op.name }.toSet() shouldBe unsupported
        }
        for ((op, calls) in samples.groupBy { it.op }) {
            if (op.name in unsupported) continue
            test("$names: ${op.name} like its row") {
                calls.flatMap { comparison.differences(it) }.shouldBeEmpty()
            }
        }
        afterSpec {
            println("$names: ${comparison.calls} calls compared in ${(System.nanoTime() - start) / 1_000_000} ms")
        }
    }) {
    /** The same for one [backend]. */
    public constructor(
        backend: Backend,
        unsupported: Set<String> = emptySet(),
        tolerance: Tolerance = Tolerance(),
        samples: List<Sample<*>> = Samples.all,
    ) : this(listOf(backend), unsupported, tolerance, samples)
}
