package dev.rankine.kernels

import dev.rankine.conformance.Case
import dev.rankine.conformance.Form
import dev.rankine.conformance.HostData
import dev.rankine.conformance.Lengths
import dev.rankine.conformance.Outcome
import dev.rankine.conformance.Sample
import dev.rankine.conformance.Samples
import dev.rankine.conformance.drawn
import dev.rankine.conformance.run
import dev.rankine.ops.Value
import dev.rankine.shapes.DType
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty

/** Every row gives the same bits with 1, 2 and 4 threads, in sizes above the grain too. */
internal class SameBitsTest :
    FunSpec({
        val backend = VectorBackend()
        val pools = listOf(2, 4).map { Workers(it) }
        val one = Workers(1)
        afterSpec { pools.forEach { it.close() } }

        fun lengths(sample: Sample<*>): List<Int> =
            when (sample.lengths) {
                Lengths.ELEMENTWISE -> listOf(6, 100_003)
                Lengths.ROWS -> listOf(5, 20_001)
                Lengths.MATRICES -> listOf(4, 130)
                else -> listOf(sample.lengths[0], sample.lengths.max()).distinct()
            }

        fun <A : Any> results(sample: Sample<A>, case: Case<A>, inputs: List<Value>, workers: Workers): List<HostData>? {
            val outcome = Workers.using(workers) { run(sample.op, case.attributes, inputs, backend) }
            return (outcome as? Outcome.Results)?.values?.map { HostData.of(it) }
        }

        fun <A : Any> differences(sample: Sample<A>, length: Int, dtype: DType, form: Form): List<String> {
            val case = sample.case(length)
            val inputs = drawn(case, dtype).map { form.place(form.fitting(it), backend) }
            val expected = results(sample, case, inputs, one) ?: return emptyList()
            return pools.mapNotNull { workers ->
                val found = results(sample, case, inputs, workers)!!
                val isSame = found.indices.all { found[it].isSame(expected[it]) }
                if (isSame) null else "$sample: length $length $dtype $form: ${workers.threads} threads"
            }
        }

        fun differences(sample: Sample<*>): List<String> =
            lengths(sample).flatMap { length ->
                differences(sample, length, DType.F32, Form.DENSE) + differences(sample, length, DType.F32, Form.TRANSPOSED) +
                    differences(sample, length, DType.F64, Form.DENSE)
            }

        for ((op, samples) in Samples.all.groupBy { it.op }) {
            test("${op.name} gives the same bits with 1, 2 and 4 threads") { samples.flatMap { differences(it) }.shouldBeEmpty() }
        }
    })
