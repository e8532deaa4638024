package dev.rankine.shapes

import dev.rankine.shapes.rule.Condition
import dev.rankine.shapes.rule.Differing
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
 * | `sw=sh` | an integer that is equal to an earlier one where it is left out |
 * | `dims...`, `axes...=[]` | a list of integers without or with a default |
 * | `values*` | one or more inputs of any shapes; the last input of a rule |
 *
 * | result | meaning |
 * | --- | --- |
 * | `[n, h - p + 1]` | one axis per expression |
 * | `[*p, *broadcast(p, q), n]` | `*` splices a sequence |
 * | `a`, `dims`, `broadcast(a, b)` | a whole shape; the same as `[*a]` |
 *
 * | sequence | meaning |
 * | --- | --- |
 * | `p`, `a`, `dims`, `[*p, n + 1]` | a run, a shape, a list; sizes and sequences put together |
 * | `broadcast(a, b)` | what all of them broadcast to |
 * | `expand(a, dims)` | `dims`, to which `a` must broadcast; -1 keeps the size of an axis |
 * | `reshape(a, dims)` | `dims`, which must have as many elements as `a`; one size may be -1: it is what remains |
 * | `with(a, axis, n)`, `without(a, axis)` | `a` with the size `n` on an axis, without it |
 * | `insert(a, axis, n)` | `a` with a new axis before `axis` |
 * | `part(a, from, to)` | the axes from `from` until `to`, not negative |
 * | `reduce(a, axes, keep)` | `a` without `axes`, or with size 1 there if `keep` is not 0; no axes mean all |
 * | `squeeze(a)`, `squeeze(a, axes)` | `a` without the axes of size 1, without those of `axes` that have size 1 |
 * | `permute(a, order)` | the axes of `a` in an order that names each once |
 * | `cat(values, axis)`, `stack(values, axis)` | the inputs put together along an axis, along a new one |
 *
 * | expression | meaning |
 * | --- | --- |
 * | `n`, `2`, `(n + 1)` | a bound axis or integer argument, an integer, parentheses |
 * | `+ - * / %` | `/` rounds down, the remainder `%` has the sign of the divisor; the usual precedence |
 * | `min(a, b)`, `max(a, b)`, `ceil_div(a, b)` | the least, the greatest, the quotient rounded up |
 * | `prod(p)`, `rank(p)` | the product and the number of the sizes of a sequence |
 * | `at(a, axis)`, `axis(a, axis)` | the size of an axis; its number counted from the first |
 * | `place(i, n)` | `i`, or `n + i` if it is negative: a place on an axis of size `n` |
 * | `slice(n, start, end, step)` | how many elements a slice of an axis of size `n` has; -2147483648 and 2147483647 are its open ends |
 * | `count(values)` | the number of the inputs |
 *
 * | condition | meaning |
 * | --- | --- |
 * | `h + 2*pad >= p` | a comparison of numbers: `== != >= <= > <` |
 * | `broadcast(a, b) == a` | a comparison of sequences: `== !=` |
 * | `c % groups == 0 "channels do not divide into groups"` | with the words that a message says instead of `needs ...` |
 *
 * An axis counts from the end if it is negative; a scalar accepts -1 and 0 and has size 1 there, as in PyTorch.
 *
 * A result axis that is a plain name or comes from a run carries the [Axis] of the first input that names it;
 * a broadcast axis that of the first operand that has its size. Computed axes, lists and the other functions carry none.
 */
public class Rule private constructor(
    /** The rule as it was written. */
    public val text: String,
    private val signature: Signature,
    private val results: Array<ResultPattern>,
    private val conditions: Array<Condition>,
) {
    /** The names of the integers, in order. */
    public val numbers: List<String> get() = signature.numberNames

    /** The names of the lists, in order. */
    public val lists: List<String> get() = signature.listNames

    /** Whether the rule takes [count] inputs. */
    public fun accepts(count: Int): Boolean = signature.accepts(count)

    /** How messages call the inputs of a call that has [count] of them. */
    public fun labels(count: Int): List<String> = List(count) { signature.label(it, count) }

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
    ): List<List<Int?>?> = infer(op, inputs, numbers, lists, emptyList())

    private fun infer(
        op: String,
        inputs: List<List<Int?>?>,
        numbers: List<Int?>,
        lists: List<List<Int?>?>,
        names: List<List<String?>?>,
    ): List<List<Int?>?> {
        require(inputs.all { input -> input == null || input.all { it == null || it >= 0 } }) { "$op: a size cannot be negative: $inputs" }
        try {
            signature.checkCounts(inputs.size, numbers.size, lists.size)
            val cells = signature.cells(inputs, numbers, lists)
            check(cells)
            return results.map { result -> result.sizes(cells)?.map { size -> size.takeIf { it >= 0 } } }
        } catch (failure: RuleFailure) {
            throw failure.named(inputs, names).of(op, inputs.map(::known), lists.map(::known))
        }
    }

    /**
     * The same with numbers and lists by name: what is left out takes its default, and is unknown if it has none.
     *
     * @param names for every input the names of its axes, for messages; null where one has none.
     * @throws ShapeException naming [op] if no values in place of the unknowns could satisfy the rule.
     * @throws IllegalArgumentException if the rule has no such number or list, or a size of an input is negative.
     */
    @JvmOverloads
    public fun infer(
        op: String,
        inputs: List<List<Int?>?>,
        numbers: Map<String, Int?>,
        lists: Map<String, List<Int?>?>,
        names: List<List<String?>?> = emptyList(),
    ): List<List<Int?>?> {
        signature.stranger(numbers.keys, isList = false)?.let { throw IllegalArgumentException("$op: the rule has no number $it: $text") }
        signature.stranger(lists.keys, isList = true)?.let { throw IllegalArgumentException("$op: the rule has no list $it: $text") }
        return infer(op, inputs, signature.numbers(numbers), signature.lists(lists), names)
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
            throw failure.named(inputs).of(op, inputs.asList(), lists.map { known(it.asList()) })
        }
    }

    private fun check(cells: LongArray) {
        signature.match(cells)
        for (condition in conditions) condition.check(cells)
    }

    private fun RuleFailure.named(inputs: Array<out Sizes>): RuleFailure =
        if (this !is Differing) {
            this
        } else {
            named { input, axis, size ->
                val sizes = inputs.getOrNull(input) ?: Sizes.SCALAR
                // an input behind the one that fails may have any rank
                val place = if (axis < 0) axis + sizes.rank else axis
                val has = place in 0 until sizes.rank && sizes[place].toLong() == size
                if (has) {
                    sizes
                        .axis(place)
                        ?.dim
                        ?.takeIf { it !== Dyn }
                        ?.name
                } else {
                    null
                }
            }
        }

    private fun RuleFailure.named(inputs: List<List<Int?>?>, names: List<List<String?>?>): RuleFailure =
        if (this !is Differing) {
            this
        } else {
            named { input, axis, size ->
                val sizes = inputs.getOrNull(input).orEmpty()
                val place = if (axis < 0) axis + sizes.size else axis
                names.getOrNull(input)?.getOrNull(place)?.takeIf { sizes.getOrNull(place)?.toLong() == size }
            }
        }

    private fun RuleFailure.of(op: String, inputs: List<Sizes?>, lists: List<Sizes?>): ShapeException {
        val named = inputs.mapIndexed { i, sizes -> signature.label(i, inputs.size) to sizes }
        val listed = if (lists.size <= signature.listCount) lists.mapIndexed { i, sizes -> signature.listName(i) to sizes } else emptyList()
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
