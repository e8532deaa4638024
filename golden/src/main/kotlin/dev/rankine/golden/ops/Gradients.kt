package dev.rankine.golden.ops

import dev.rankine.autodiff.gradientsOrNull
import dev.rankine.ops.Unreachable
import dev.rankine.ops.Value
import dev.rankine.ops.noGrad
import dev.rankine.ops.zerosLike

/** The gradients of `sum(result * upstream)`, added up over [upstream], for each of [inputs]; null where none flows. */
internal fun pulledBack(upstream: List<Pair<Value, Value>>, inputs: List<Value>): List<Value?> {
    val flowing = upstream.filter { it.first.requiresGradient }
    if (flowing.isEmpty()) return inputs.map { null }
    return gradientsOrNull(flowing.map { it.first }, inputs, flowing.map { it.second })
}

/** Zeros for a gradient that does not exist. */
internal fun zerosOf(input: Value): Value = noGrad { zerosLike(input) }

/** Why no gradient flows through [results], in parentheses; empty if one does. */
internal fun reason(results: List<Value>): String {
    val origin = results.firstNotNullOfOrNull { it.origin as? Unreachable } ?: return ""
    return " (${origin.op}: ${origin.reason})"
}
