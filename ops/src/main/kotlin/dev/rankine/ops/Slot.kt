package dev.rankine.ops

/**
 * A place that keeps a value alive beyond the scopes that made it: a gradient, a layer's buffer, an optimizer's state.
 * Setting it lets the old value go.
 */
public class Slot(initial: Value? = null) {
    /** The value held, or null. */
    public var value: Value? = null
        set(new) {
            val old = field
            if (old === new) return
            new?.let { Evaluator.store(it).hold() }
            field = new
            old?.let { Evaluator.store(it).unhold() }
        }

    init {
        value = initial
    }
}
