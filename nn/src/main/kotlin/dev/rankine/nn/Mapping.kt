package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.scope

/**
 * A module that maps one value to one value: the base of [Layer], which maps the last axis, of [Net], which maps a whole shape, and of
 * convolutions, pools and batch normalization, which have typed forms of their own. Any mappings chain in a [Sequential].
 */
public abstract class Mapping : Module() {
    /** The computation on untyped values; called inside a scope of its own. */
    public abstract fun forward(x: Value): Value

    /** Runs [forward] in a scope, so that nothing but the result and what the gradient needs outlives the call. */
    public fun call(x: Value): Value = scope(word) { forward(x) }

    /** What the module needs to know of its input, for chains that are checked when they are built; null where it takes any or does not say. */
    internal open val takes: KnownAxis? get() = null

    /** What is known of the result where [before] is known of the input. */
    internal open fun gives(before: KnownAxis?): KnownAxis? = null

    /** The first [count] of [parts], each in a scope with those before it: what goes into a part is returned when the part is done. */
    internal fun inOrder(parts: List<Mapping>, x: Value, count: Int = parts.size): Value =
        if (count == 0) x else scope("$word.${count - 1}") { parts[count - 1].call(inOrder(parts, x, count - 1)) }
}
