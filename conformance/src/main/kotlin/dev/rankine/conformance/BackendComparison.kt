package dev.rankine.conformance

import dev.rankine.ops.Backend
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Loop
import dev.rankine.ops.NoKernelException
import dev.rankine.ops.Op
import dev.rankine.ops.Value
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

/** Runs rows on [backend] and on the plain rows, the oracle, and says where they differ. */
public class BackendComparison(
    private val backend: Backend,
    private val tolerance: Tolerance = Tolerance(),
    private val oracle: Backend = PlainBackend(kernels = false),
) {
    /** How many calls were compared. */
    public var calls: Int = 0
        private set

    private var last: Expected? = null

    /** Where [backend] differs from the oracle in the calls of [sample], one sentence each; empty if nowhere. */
    public fun <A : Any> differences(sample: Sample<A>): List<String> = (types(sample) + lengths(sample) + specials(sample)).take(MOST)

    /**
     * The reason why [backend] cannot run the row of [sample], or null if it can.
     * Only a [NoKernelException] counts as a reason.
     */
    public fun <A : Any> whyUnsupported(sample: Sample<A>): String? {
        val case = sample.first
        val dtype = accepted(sample.op, case).firstOrNull() ?: return null
        return try {
            run(sample.op, case.attributes, drawn(case, dtype).map { Form.DENSE.place(it, backend) }, backend)
            null
        } catch (e: NoKernelException) {
            e.message
        }
    }

    /** All element types in all forms. */
    private fun <A : Any> types(sample: Sample<A>): List<String> {
        val case = sample.first
        return accepted(sample.op, case).flatMap { dtype ->
            val data = drawn(case, dtype)
            Form.entries.mapNotNull { compare(sample, case, data, it, "$dtype ${it.name.lowercase()}") }
        }
    }

    /** All lengths; the longest in few types. */
    private fun <A : Any> lengths(sample: Sample<A>): List<String> =
        sample.lengths.drop(1).flatMap { length ->
            val case = sample.case(length)
            val isLong = length > LONG
            accepted(sample.op, case).filter { !isLong || it in LONG_TYPES }.flatMap { dtype ->
                val forms = if (dtype == DType.F32) listOf(Form.DENSE, Form.TRANSPOSED) else listOf(Form.DENSE)
                val data = drawn(case, dtype)
                forms.mapNotNull { compare(sample, case, data, it, "length $length $dtype ${it.name.lowercase()}") }
            }
        }

    /** NaN, infinities, zeros and denormal numbers among the elements. */
    private fun <A : Any> specials(sample: Sample<A>): List<String> {
        if (sample.finite) return emptyList()
        val length = sample.lengths.firstOrNull { it in 15..40 } ?: sample.lengths[0]
        val case = sample.case(length)
        return accepted(sample.op, case).filter { it.isFloating }.flatMap { dtype ->
            (0 until 3).mapNotNull { round ->
                val data = drawn(case, dtype)
                data.forEachIndexed { i, operand -> if (operand.dtype.isFloating) sprinkle(operand, round * 2 + i) }
                compare(sample, case, data, Form.DENSE, "special numbers $dtype round $round")
            }
        }
    }

    private fun sprinkle(data: HostData, start: Int) {
        val denormal =
            if (data.dtype == DType.F64) {
                4.9e-320
            } else if (data.dtype == DType.F16) {
                3e-7
            } else {
                3e-40
            }
        val specials = doubleArrayOf(Double.NaN, Double.POSITIVE_INFINITY, 0.0, Double.NEGATIVE_INFINITY, denormal, -0.0, -denormal)
        var next = start
        for (i in 0 until data.sizes.elements) if (i % 2 == start % 2) data.set(i, specials[next++ % specials.size])
    }

    private fun <A : Any> compare(sample: Sample<A>, case: Case<A>, drawn: List<HostData>, form: Form, what: String): String? {
        calls++
        val data = drawn.map { form.fitting(it) }
        val expected = expected(sample.op, case, data)
        val inputs = data.map { form.place(it, backend) }
        val held = inputs.map { whole(it) }
        val found =
            try {
                run(sample.op, case.attributes, inputs, backend)
            } catch (e: RuntimeException) {
                return "$sample $what: fails with $e at ${e.stackTrace.firstOrNull()}"
            }
        val difference = difference(sample.op, found, expected) ?: misuse(sample.op, inputs, held, found)
        return difference?.let { "$sample $what: $it" }
    }

    /** What the oracle says. Most forms place the elements of the last call in another way, and it is slow: those share one run. */
    private fun <A : Any> expected(op: Op<A>, case: Case<A>, data: List<HostData>): Outcome {
        val known = last
        if (known != null && known.case === case && known.data.indices.all { known.data[it] === data[it] }) return known.outcome
        val outcome = run(op, case.attributes, data.map { Form.DENSE.place(it, oracle) }, oracle)
        last = Expected(case, data, outcome)
        return outcome
    }

    private fun difference(op: Op<*>, found: Outcome, expected: Outcome): String? =
        when (expected) {
            is Outcome.Refused -> {
                val message = (found as? Outcome.Refused)?.exception?.message
                if (message == expected.exception.message) null else "is not refused as by the rows: ${expected.exception.message}"
            }

            is Outcome.Results -> {
                when (found) {
                    is Outcome.Refused -> "is refused: ${found.exception.message}"
                    is Outcome.Results -> differences(op, found.values, expected.values)
                }
            }
        }

    private fun differences(op: Op<*>, found: List<Value>, expected: List<Value>): String? {
        if (found.size != expected.size) return "${found.size} results instead of ${expected.size}"
        for (i in found.indices) {
            if (found[i].backend !== backend) return "result ${i + 1} is on ${found[i].backend.name}"
            tolerance.difference(op, HostData.of(found[i]), HostData.of(expected[i]))?.let { return "result ${i + 1}: $it" }
        }
        return null
    }

    /** Inputs must be unchanged, results of primitives must have bytes of their own. */
    private fun misuse(op: Op<*>, inputs: List<Value>, held: List<HostData>, found: Outcome): String? {
        for (i in inputs.indices) if (!whole(inputs[i]).isSame(held[i])) return "input ${i + 1} was changed by the call"
        if (op.body !is Loop<*> || found !is Outcome.Results) return null
        val own = found.values.map { Evaluator.store(it) }
        val taken = inputs.map { Evaluator.store(it) }
        if (own.any { result -> taken.any { it === result } }) return "a result shares the bytes of an input"
        return if (own.distinct().size != own.size) "two results share their bytes" else null
    }

    /** All elements of the storage of [value], those between the elements of the value too. */
    private fun whole(value: Value): HostData {
        val storage = backend.host(Evaluator.store(value))
        val data = HostData.of(storage.dtype, Sizes.of(storage.elements))
        return HostData.of(
            Value(
                storage.dtype,
                dev.rankine.shapes.Layout
                    .of(data.sizes),
                backend,
                Evaluator.store(value),
            ),
        )
    }

    private fun <A : Any> accepted(op: Op<A>, case: Case<A>): List<DType> =
        sweptTypes(case).filter { dtype ->
            val outcome =
                try {
                    announced(op, case.attributes, drawn(case, dtype).map { Form.DENSE.place(it, oracle) }, oracle)
                } catch (_: dev.rankine.shapes.DTypeException) {
                    null
                } catch (_: dev.rankine.shapes.ShapeException) {
                    emptyList() // refused for its sizes: that the backend refuses it too is compared
                }
            outcome != null
        }

    /** The [outcome] of the oracle for [data]. */
    private class Expected(val case: Case<*>, val data: List<HostData>, val outcome: Outcome)

    private companion object {
        const val MOST = 5
        const val LONG = 1000
        val LONG_TYPES = setOf(DType.F32, DType.F64, DType.I64)
    }
}
