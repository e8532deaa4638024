package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.scope

/**
 * A module that maps one value to one value and may change more than the last axis: convolutions, pools, batch normalization.
 * Each has typed forms of its own; what maps the last axis alone is a [Layer].
 */
public abstract class Mapping : Module() {
    /** The computation on untyped values; called inside a scope of its own. */
    public abstract fun forward(x: Value): Value

    /** Runs [forward] in a scope, so that nothing but the result and what the gradient needs outlives the call. */
    public fun call(x: Value): Value = scope(word) { forward(x) }
}
