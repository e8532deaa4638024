package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.Rule
import dev.rankine.shapes.Sizes

// What recurrences have in common. Sequences lie as [T, N, *]; a row walks all steps, so that the tape has one node for them and the
// gradient of the weights is one product over all steps, not a sum of one product a step.

internal const val NO_STEPS: String = "t >= 1 \"a sequence needs at least one step\""

/** The steps in the order in which a recurrence walks them. */
internal fun walk(steps: Int, reverse: Boolean): IntProgression = if (reverse) steps - 1 downTo 0 else 0 until steps

/** What every step starts from: [first], then what [all] steps but the last gave. `[N, H] [T, N, H] -> [T, N, H]` */
internal fun starts(first: Value, all: Value, reverse: Boolean): Value {
    val steps = all.sizes[0]
    val one = unsqueeze(first, 0)
    if (steps == 1) return one
    return if (reverse) cat(listOf(narrow(all, 0, 1, steps - 1), one)) else cat(listOf(one, narrow(all, 0, 0, steps - 1)))
}

/** What step [t] starts from: [first], or what the step before it gave. */
internal fun start(t: Int, first: Value, all: Value, reverse: Boolean): Value {
    val before = if (reverse) t + 1 else t - 1
    return if (before in 0 until all.sizes[0]) select(all, 0, before) else first
}

/**
 * The recurrent [weight] as the right operand of the product of every step with a state of [rows] rows: its order is changed once, not in each
 * product, but for so few rows that a product reads it as it is.
 */
internal fun stepWeight(weight: Value, rows: Int): Value {
    val transposed = transpose(weight, 0, 1)
    return if (rows > FEW_ROWS) contiguous(transposed) else transposed
}

private const val FEW_ROWS = 3

/** The places `[N, 1]` that are in their sequence at step [t]; null where all always are. */
internal fun live(mask: Value?, t: Int): Value? = mask?.let { unsqueeze(select(it, 0, t), 1) }

/** [x] where [live], else [held]. */
internal fun orHeld(live: Value?, x: Value, held: Value): Value = if (live == null) x else where(live, x, held)

/** [x] where [live], else zeros. */
internal fun orZero(live: Value?, x: Value): Value = if (live == null) x else where(live, x, 0)

/** [x] where not [live]: what flows past a step that its sequence does not have. Null where there are none. */
internal fun past(live: Value?, x: Value): Value? = if (live == null) null else where(live, 0, x)

/** [a] plus [b], where there are such. */
internal fun sumOf(a: Value?, b: Value?): Value? = if (a == null || b == null) a ?: b else a + b

/** The gradient of a weight that every step multiplies by: `[T, N, O] [T, N, I] -> [O, I]`. */
internal fun weightGradient(dy: Value, x: Value): Value = matmul(transpose(flatten(dy, 0, 1), 0, 1), flatten(x, 0, 1))

/** Part [i] of [x] when its last axis is cut into [count]. */
internal fun part(x: Value, i: Int, count: Int): Value {
    val size = x.sizes[-1] / count
    return narrow(x, x.rank - 1, i * size, size)
}

/** The results that [rule] gives, all of the one floating type of the inputs; the mask, the last of them if [hasMask], is bool. */
internal fun recurrentSpecs(call: Call<*>, rule: Rule, hasMask: Boolean = false): Array<Spec> {
    val dtype = checked(call, Types.FLOATS_ONLY, 0)
    val numbers = if (hasMask) call.inputs.size - 1 else call.inputs.size
    for (i in 1 until numbers) sameType(call, 0, i)
    if (hasMask && call.inputs.last().dtype != DType.BOOL) {
        throw DTypeException("${call.name}: a mask is bool: ${call.inputs.last().dtype} given")
    }
    val sizes: Array<Sizes> = rule.apply(call.name, Array(call.inputs.size) { call.sizes(it) })
    return Array(sizes.size) { Spec(dtype, sizes[it]) }
}
