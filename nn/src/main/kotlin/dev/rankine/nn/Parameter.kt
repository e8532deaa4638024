package dev.rankine.nn

import dev.rankine.ops.Slot
import dev.rankine.ops.copyFrom
import dev.rankine.ops.Value
import dev.rankine.ops.gradient
import dev.rankine.ops.noGrad
import dev.rankine.ops.requireGradient
import dev.rankine.shapes.Shape
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * Numbers that a module learns: a leaf of every graph they take part in, alive as long as the module.
 *
 * @property name the name within the whole model, as in PyTorch's state_dict: `encoder.0.weight`.
 */
public class Parameter<S : Shape> internal constructor(public var name: String, initial: Value) {
    private val slot = Slot(initial.requireGradient(name))

    /** The numbers; optimizers and checkpoints overwrite them in place. */
    public val value: Value get() = slot.value!!

    /** The numbers with their typed shape. */
    @OptIn(UncheckedShape::class)
    public val tensor: Tensor<S> = initial.unchecked()

    /** What backward has added up; null before the first backward and after [zeroGradient]. */
    public val gradient: Value? get() = value.gradient

    /** Whether optimizers change it: false for a frozen parameter. */
    public var isTrainable: Boolean = true

    /** Forgets the gradient. */
    public fun zeroGradient() {
        value.gradient = null
    }

    /**
     * Overwrites the numbers with those of [source].
     *
     * @throws dev.rankine.shapes.ShapeException if the sizes differ.
     */
    public fun assign(source: Value) {
        noGrad { value.copyFrom(source) }
    }

    override fun toString(): String = "$name $value"
}

/** Numbers that a module keeps but no optimizer changes: running statistics, tables. Part of the state_dict. */
public class Buffer internal constructor(initial: Value) {
    private val slot = Slot(initial)

    /** The numbers. */
    public var value: Value
        get() = slot.value!!
        set(new) {
            slot.value = new
        }

    /** Overwrites the numbers in place with those of [source]. */
    public fun assign(source: Value) {
        noGrad { value.copyFrom(source) }
    }
}
