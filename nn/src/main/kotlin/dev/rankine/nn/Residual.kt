package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.plus
import dev.rankine.ops.scope

/** What [part] adds to [x], normalized by [norm] before the part or behind the sum; in a scope: nothing of the part outlives it. */
internal fun residual(x: Value, norm: LayerNorm<*>, normFirst: Boolean, part: (Value) -> Value): Value =
    scope("residual") { if (normFirst) x + part(norm.call(x)) else norm.call(x + part(x)) }
