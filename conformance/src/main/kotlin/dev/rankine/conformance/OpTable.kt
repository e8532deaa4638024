package dev.rankine.conformance

import dev.rankine.ops.Backend
import dev.rankine.ops.Gradient
import dev.rankine.ops.GradientRule
import dev.rankine.ops.Gradients
import dev.rankine.ops.Loop
import dev.rankine.ops.NotDifferentiable
import dev.rankine.ops.Op
import dev.rankine.ops.View
import dev.rankine.ops.adapterFunctions
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeException

/** The table of all ops as Markdown, found by asking the rows themselves: `docs/ops.md`. */
public class OpTable(
    private val samples: List<Sample<*>> = Samples.all,
    private val backend: Backend = PlainBackend(),
    private val names: RowNames = RowNames(),
) {
    /** The whole page. */
    public fun page(): String {
        val rows = samples.groupBy { it.op }.entries.sortedBy { it.key.name }
        return buildString {
            append(HEAD.replace("ROWS", "${rows.size}"))
            for ((op, calls) in rows) append(line(op, calls)).append('\n')
            append(functions())
            append(leftOut())
        }
    }

    /** The public functions that only adapt arguments. */
    private fun functions(): String =
        adapterFunctions.joinToString(
            "",
            "\n## Functions over rows\n\n| Kotlin | Rows | PyTorch | NumPy |\n| --- | --- | --- | --- |\n",
        ) { function ->
            val rows = function.rows.joinToString { it.name }
            "| `${function.name}` | $rows | `${function.names.torch}` | ${function.names.numpy?.let { "`$it`" } ?: ""} |\n"
        }

    private fun line(op: Op<*>, calls: List<Sample<*>>): String =
        listOf(
            op.name,
            names.call(op)?.let { "`$it`" } ?: "",
            meaning(op),
            shape(op, calls.first()),
            types(calls),
            gradient(op.gradients),
            kernels(calls),
            "`${op.names.torch}`",
            op.names.numpy?.let { "`$it`" } ?: "",
        ).joinToString(" | ", "| ", " |") { it.replace("|", "\\|") }

    private fun meaning(op: Op<*>): String =
        when (op.body) {
            is Loop<*> -> "primitive"
            is View<*> -> "view"
            else -> "composite"
        }

    private fun shape(op: Op<*>, sample: Sample<*>): String {
        names.rule(op)?.let { return "`$it`" }
        if (op.isElementwise) return if (op.inputs == 1) "elementwise" else "elementwise, broadcast"
        val case = sample.first
        val results = case.operands.joinToString(" ") { it.sizes.toString() }
        return "e.g. `${"$results -> ${given(sample)}".trim()}`"
    }

    private fun <A : Any> given(sample: Sample<A>): String {
        val dtype = taken(sample).first()
        val inputs = drawn(sample.first, dtype).map { Form.DENSE.place(it, backend) }
        return announced(sample.op, sample.first.attributes, inputs, backend).joinToString(" ") { it.sizes.toString() }
    }

    private fun types(calls: List<Sample<*>>): String {
        if (calls.all { call -> call.first.operands.none { it.dtype == null } }) return "fixed"
        return words(calls.flatMap { taken(it) }.toSet())
    }

    private fun <A : Any> taken(sample: Sample<A>): List<DType> =
        sweptTypes(sample.first).filter { dtype ->
            try {
                announced(sample.op, sample.first.attributes, drawn(sample.first, dtype).map { Form.DENSE.place(it, backend) }, backend)
                true
            } catch (_: DTypeException) {
                false
            } catch (_: ShapeException) {
                false
            }
        }

    private fun gradient(gradients: Gradients<*>): String =
        when (gradients) {
            is Gradients.Derived -> {
                "derived"
            }

            is Gradients.EachInput<*> -> {
                "own"
            }

            is Gradients.PerInput<*> -> {
                val words = gradients.list.map { word(it) }
                if (words.distinct().size <=
                    1
                ) {
                    words.firstOrNull() ?: "no input"
                } else {
                    words.withIndex().joinToString("; ") { "${it.index + 1}: ${it.value}" }
                }
            }
        }

    private fun word(gradient: Gradient<*>): String =
        when (gradient) {
            is GradientRule<*> -> "own"
            is NotDifferentiable -> "none: ${gradient.reason}"
        }

    private fun kernels(calls: List<Sample<*>>): String {
        val found = calls.flatMap { fast(it) }.toSet()
        return if (found.isEmpty()) "" else words(found)
    }

    private fun <A : Any> fast(sample: Sample<A>): List<DType> =
        taken(sample).filter { dtype ->
            val inputs = drawn(sample.first, dtype).map { Form.DENSE.place(it, backend) }.toTypedArray()
            val prepared = sample.op.prepare?.prepare(sample.op.name, inputs) ?: inputs
            backend.kernel(sample.op, sample.first.attributes, prepared) != null
        }

    /** Element types as words: whole classes by their name. */
    private fun words(types: Set<DType>): String {
        val classes =
            listOf(
                "all" to DType.entries,
                "numbers" to DType.entries.filter { it != DType.BOOL },
                "floats" to DType.entries.filter { it.isFloating },
                "bool and integers" to DType.entries.filter { !it.isFloating },
                "integers" to DType.entries.filter { it.isInteger },
            )
        val whole = classes.firstOrNull { types.containsAll(it.second) } ?: return types.sorted().joinToString(", ")
        return (listOf(whole.first) + (types - whole.second.toSet()).sorted().map { it.word }).joinToString(", ")
    }

    private fun leftOut(): String =
        buildString {
            append("\n## Left out of the gradient checks\n\n")
            if (GradCheckExceptions.firstOrder.isEmpty() && GradCheckExceptions.secondOrder.isEmpty()) append("None.\n")
            for ((name, reason) in GradCheckExceptions.firstOrder) append("- $name, first order: $reason\n")
            for ((name, reason) in GradCheckExceptions.secondOrder) append("- $name, second order: $reason\n")
        }

    private companion object {
        val HEAD: String =
            """
            # Ops

            Generated from the rows; do not edit. `mvn test -pl conformance -am -Dtest=OpTableTest -Dsurefire.failIfNoSpecifiedTests=false -Dgenerate=true` writes it anew.

            ROWS rows. *Meaning*: a primitive is a loop, a composite is made of other rows, a view changes the layout only.
            *Types*: what operands may be. *Gradient*: own (written in ops beside the row), derived (from the definition), or none and why.
            *Fast*: the element types for which the portable backend has a kernel; every row runs without one.
            Functions without a row (`mm`, `squeeze`, ...) are adapters of arguments over these rows; they stand in the second table.

            | Op | Kotlin | Meaning | Shapes | Types | Gradient | Fast | PyTorch | NumPy |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- |

            """.trimIndent()
    }
}
