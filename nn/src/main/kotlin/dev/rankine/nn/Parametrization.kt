package dev.rankine.nn

import dev.rankine.ops.Value

/**
 * How a parameter is computed from other numbers, which are learnt in its place: [parametrize] puts one on. It may have parameters and buffers
 * of its own.
 */
public abstract class Parametrization : Module() {
    internal override val isHolder: Boolean get() = true

    /** The numbers of the parameter, from its [originals]. Called whenever the parameter is read. */
    public abstract fun forward(originals: List<Value>): Value

    /**
     * What is learnt in the place of [value], PyTorch's `right_inverse`: the numbers themselves unless overridden. The parameter is then what
     * [forward] makes of them.
     */
    public open fun originals(value: Value): List<Value> = listOf(value)
}

/** A parametrization that is one function of the numbers. */
internal class ComputedBy(private val function: (Value) -> Value) : Parametrization() {
    override fun forward(originals: List<Value>): Value = function(originals.single())
}
