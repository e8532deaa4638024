package dev.rankine.shapes

import dev.rankine.shapes.rule.Condition
import dev.rankine.shapes.rule.ResultPattern
import dev.rankine.shapes.rule.RuleFailure
import dev.rankine.shapes.rule.RuleParser
import dev.rankine.shapes.rule.Signature
import dev.rankine.shapes.rule.isTooLarge

/**
 * How the sizes of an op's results follow from the sizes of its inputs: `[*p, n, k] [k, m] -> [*p, n, m]`.
 * Read once by [of]; a call walks the compiled rule and allocates its results and one array.
 *
 * A rule is `arguments -> results`, perhaps followed by `where conditions`. A name means the same size everywhere.
 *
 * | argument | meaning |
 * | --- | --- |
 * | `[n, 3, _]` | an input with these axes: a name binds a size, an integer must be equal, `_` accepts any |
 * | `[*p, n]` | `*p` binds a run of axes of any length, none included; at most one in a pattern |
 * | `a` | an input of any shape; the same as `[*a]` |
 * | `weight:[o, k]` | an input with the name that messages print; otherwise `input`, `left` and `right`, or `input 1`, `input 2`, ... |
 * | `bias:[o]?` | an input that may be absent; conditions on what only it binds are then skipped |
 * | `stride=1`, `pad=?` | an integer with or without a default |
 * | `dims...` | a list of integers |
 *
 * | result | meaning |
 * | --- | --- |
 * | `[n, h - p + 1]` | one axis per expression |
 * | `[*p, *broadcast(p, q), n]` | `*` splices a run, shape, list or broadcast |
 * | `a`, `dims`, `broadcast(a, b)` | a whole shape; the same as `[*a]` |
 *
 * | expression | meaning |
 * | --- | --- |
 * | `n`, `2`, `(n + 1)` | a bound axis or integer argument, an integer, parentheses |
 * | `+ - * / %` | `/` rounds down, the remainder `%` has the sign of the divisor; the usual precedence |
 * | `min(a, b)`, `max(a, b)`, `ceil_div(a, b)` | the least, the greatest, the quotient rounded up |
 * | `prod(p)`, `rank(p)` | the product and the number of the sizes of a run, shape, list or broadcast |
 *
 * | condition | meaning |
 * | --- | --- |
 * | `h + 2*pad >= p` | a comparison of numbers: `== != >= <= > <` |
 * | `broadcast(a, b) == a` | a comparison of sequences: `== !=` |
 * | `c % groups == 0 "channels do not divide into groups"` | with the words that a message says instead of `needs ...` |
 *
 * A result axis that is a plain name or comes from a run carries the [Axis] of the first input that names it;
 * a broadcast axis that of the first operand that has its size. Computed axes and lists carry none.
 */
public class Rule private constructor(
    /** The rule as it was written. */
    public val text: String,
    private val signature: Signature,
    private val results: Array<ResultPattern>,
    private val conditions: Array<Condition>,
) {
    /** How messages call the inputs, in order. */
    public val inputs: List<String> get() = signature.inputs.indices.map { signature.label(it, signature.inputs.size) }

    /** How many of [inputs] a call must give; those after them may be absent. */
    public val inputsNeeded: Int get() = signature.inputsNeeded

    /** The integers in order by name, each with its default, null where it has none. */
    public val numbers: Map<String, Int?> get() = signature.numbers.associate { it.symbol.name to it.default }

    /** The names of the lists, in order. */
    public val lists: List<String> get() = List(signature.listCount, signature::listName)

    /**
     * The sizes of the results of [op] for [inputs]. [numbers] are the integer arguments in order; those left out take their defaults.
     *
     * @throws ShapeException naming [op] and the inputs if the rule forbids the call or a number does not fit in an `Int`.
     */
    public fun apply(op: String, inputs: Array<out Sizes>, vararg numbers: Int): Array<Sizes> = evaluate(op, inputs, numbers, NO_LISTS)

    /**
     * The same for a rule with list arguments, given in order in [lists].
     *
     * @throws ShapeException as the other form does.
     */
    public fun apply(op: String, inputs: Array<out Sizes>, numbers: IntArray, vararg lists: IntArray): Array<Sizes> =
        evaluate(op, inputs, numbers, lists)

    /**
     * What is known of the results when only parts of a call are known: `null` stands for an unknown size, number or whole shape.
     * Only what is certainly wrong is reported; of the operands, those that are known in full.
     *
     * @throws ShapeException naming [op] if no values in place of the unknowns could satisfy the rule.
     * @throws IllegalArgumentException if a size of an input is negative.
     */
    @JvmOverloads
    public fun infer(
        op: String,
        inputs: List<List<Int?>?>,
        numbers: List<Int?> = emptyList(),
        lists: List<List<Int?>?> = emptyList(),
    ): List<List<Int?>?> {
        require(inputs.all { input -> input == null || input.all { it == null || it >= 0 } }) { "$op: a size cannot be negative: $inputs" }
        try {
            signature.checkCounts(inputs.size, numbers.size, lists.size)
            val cells = signature.cells(inputs, numbers, lists)
            check(cells)
            return results.map { result -> result.sizes(cells)?.map { size -> size.takeIf { it >= 0 } } }
        } catch (failure: RuleFailure) {
            throw failure.of(op, inputs.map(::known), lists.map(::known))
        }
    }

    override fun toString(): String = text

    private fun evaluate(op: String, inputs: Array<out Sizes>, numbers: IntArray, lists: Array<out IntArray>): Array<Sizes> {
        try {
            signature.checkCounts(inputs.size, numbers.size, lists.size)
            val cells = signature.cells(inputs, numbers, lists)
            check(cells)
            var isNamed = false
            for (input in inputs) if (input.isNamed) isNamed = true
            return Array(results.size) { results[it].sizes(cells, inputs, isNamed) }
        } catch (failure: RuleFailure) {
            throw failure.of(op, inputs.asList(), lists.map { known(it.asList()) })
        }
    }

    private fun check(cells: LongArray) {
        signature.match(cells)
        for (condition in conditions) condition.check(cells)
    }

    private fun RuleFailure.of(op: String, inputs: List<Sizes?>, lists: List<Sizes?>): ShapeException {
        val named = inputs.mapIndexed { i, sizes -> signature.label(i, inputs.size) to sizes }
        val listed = if (lists.size == signature.listCount) lists.mapIndexed { i, sizes -> signature.listName(i) to sizes } else emptyList()
        return ShapeException("$op: $problem", (named + listed).mapNotNull { (name, sizes) -> sizes?.let { name to it } })
    }

    public companion object {
        private val NO_LISTS = emptyArray<IntArray>()

        /**
         * Reads a rule.
         *
         * @throws IllegalArgumentException if [text] is no rule, with the place where it stops being one.
         */
        @JvmStatic
        public fun of(text: String): Rule {
            val tree = RuleParser(text).rule()
            return Rule(text, tree.signature, tree.results, tree.conditions)
        }

        /** The sizes as an operand of a message, or null if they are not known in full or are no shape. */
        private fun known(sizes: List<Int?>?): Sizes? {
            val all = sizes?.map { it ?: return null }?.toIntArray() ?: return null
            return if (all.any { it < 0 } || isTooLarge(all)) null else Sizes.of(*all)
        }
    }
}
