package dev.rankine.conformance

import dev.rankine.ops.Backend
import dev.rankine.ops.Op
import dev.rankine.ops.Spec
import dev.rankine.ops.Value
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.RankineException
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import java.util.SplittableRandom

/**
 * What every row promises whatever the backend: results have the announced sizes and element types, an element type is taken or refused
 * with a [DTypeException], sizes that do not fit are refused with a [ShapeException], and refusals are sentences.
 */
public class OpConformance(private val backend: Backend = PlainBackend(kernels = false)) {
    /** What is wrong with the row of [sample], one sentence each. */
    public fun <A : Any> problems(sample: Sample<A>): List<String> = types(sample) + lengths(sample) + misfits(sample)

    private fun <A : Any> types(sample: Sample<A>): List<String> {
        val case = sample.first
        val verdicts = sweptTypes(case).associateWith { dtype -> check(sample.op, case, case.operands, dtype) }
        val found = verdicts.flatMap { (dtype, verdict) -> verdict.problems.map { "$sample $dtype: $it" } }
        val usable = verdicts.values.any { it.isTaken }
        return if (usable) found else found + "$sample: no element type is taken: ${verdicts.values.first().refusal}"
    }

    private fun <A : Any> lengths(sample: Sample<A>): List<String> =
        sample.lengths.filter { it <= LONGEST }.flatMap { length ->
            val case = sample.case(length)
            sweptTypes(case)
                .filter { it == DType.F32 || it == DType.I64 }
                .flatMap { dtype -> check(sample.op, case, case.operands, dtype).problems.map { "$sample length $length: $it" } }
        }

    /** Every axis of every operand one longer: fits, or is refused. */
    private fun <A : Any> misfits(sample: Sample<A>): List<String> {
        val case = sample.first
        val dtype = sweptTypes(case).lastOrNull { check(sample.op, case, case.operands, it).isTaken } ?: return emptyList()
        return case.operands.indices.flatMap { i ->
            val sizes = case.operands[i].sizes
            (0 until sizes.rank).flatMap { axis ->
                val changed = case.operands.toMutableList()
                changed[i] = changed[i].resized(sizes.with(axis, sizes[axis] + 1))
                check(sample.op, case, changed, dtype).problems.map { "$sample with input ${i + 1} ${changed[i].sizes}: $it" }
            }
        }
    }

    private class Verdict(val problems: List<String>, val isTaken: Boolean, val refusal: String? = null)

    private fun <A : Any> check(op: Op<A>, case: Case<A>, operands: List<Operand>, dtype: DType): Verdict {
        val inputs = drawn(Case(case.attributes, operands), dtype).map { Form.DENSE.place(it, backend) }
        val specs =
            try {
                announced(op, case.attributes, inputs, backend)
            } catch (e: ShapeException) {
                return refused(op, case.attributes, inputs, e)
            } catch (e: DTypeException) {
                return refused(op, case.attributes, inputs, e)
            } catch (e: RuntimeException) {
                return Verdict(listOf("the row announces nothing but fails with $e"), false)
            }
        val outcome =
            try {
                run(op, case.attributes, inputs, backend)
            } catch (e: RuntimeException) {
                return Verdict(listOf("runs into $e at ${e.stackTrace.firstOrNull()}"), false)
            }
        return when (outcome) {
            is Outcome.Refused -> {
                Verdict(listOf("is announced as $specs but refused: ${outcome.exception.message}"), false)
            }

            is Outcome.Results -> {
                val given = outcome.values.map { Spec(it.dtype, it.sizes) }
                val claims = listOf(specs, signed(op, case.attributes, inputs) ?: specs)
                Verdict(claims.filter { it != given }.map { "announces $it but gives $given" }, true)
            }
        }
    }

    private fun <A : Any> refused(op: Op<A>, attributes: A, inputs: List<Value>, e: RankineException): Verdict {
        val text = e.message.orEmpty()
        val found = ArrayList<String>()
        if (!isSentence(text)) found.add("a refusal is no sentence of the house: $text")
        when (val outcome = run(op, attributes, inputs, backend)) {
            is Outcome.Results -> found.add("is refused when announced but runs: $text")
            is Outcome.Refused -> if (outcome.exception::class != e::class) found.add("is refused as $e but run as ${outcome.exception}")
        }
        return Verdict(found, false, text)
    }

    public companion object {
        /** Rows run slowly; longer calls are the backends' business. */
        private const val LONGEST = 100

        private val FIRST_LINE = Regex("""[a-zA-Z0-9_]+: [a-z0-9\["'*-].*[^.]""")

        /** Whether [text] is `op: what is wrong: numbers`, operands indented below, and at most one hint. */
        public fun isSentence(text: String): Boolean {
            val lines = text.lines()
            return FIRST_LINE.matches(lines[0]) && lines.drop(1).all { it.startsWith("  ") } && lines.count { "hint:" in it } <= 1
        }
    }
}

private fun Operand.resized(sizes: Sizes): Operand =
    Operand(sizes, Draw(draw.isWhole, draw.isNonzero) { random, count -> grown(random, count) }, dtype)

private fun Operand.grown(random: SplittableRandom, count: Int): DoubleArray {
    val known = draw.take(random, sizes.elements)
    return DoubleArray(count) { if (known.isEmpty()) 1.0 else known[it % known.size] }
}
