package dev.rankine.nn

import dev.rankine.ops.Leaf
import dev.rankine.ops.Slot
import dev.rankine.ops.Value
import dev.rankine.ops.contiguous
import dev.rankine.ops.copyFrom
import dev.rankine.ops.detach
import dev.rankine.ops.invoke
import dev.rankine.ops.named
import dev.rankine.ops.noGrad
import dev.rankine.ops.requireGradient
import dev.rankine.shapes.DType
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/** Numbers that a module learns: a leaf of every graph they take part in, alive as long as the module. */
public class Parameter<S : Shape> internal constructor(name: String, initial: Value, sizes: Sizes) {
    /** What computes the numbers while the parameter is parametrised, else null. */
    @Volatile
    private var source: ParametrizationList? = null

    private val slot = Slot(noGrad { contiguous(initial) }.detach().named(sizes).requireGradient(name))
    private val leaf = value.origin as Leaf

    /** The name within the model whose `parameters()` was asked, as in PyTorch's state_dict: `encoder.0.weight`. */
    @Volatile
    public var name: String = name
        private set

    /** The numbers; optimizers and checkpoints overwrite them in place. Those of a parametrised parameter are computed anew each time. */
    public val value: Value get() = source?.result() ?: slot.value!!

    /** Their element type, without computing them. */
    internal val dtype: DType get() =
        source
            ?.originals
            ?.first()
            ?.value
            ?.dtype ?: slot.value!!.dtype

    /** The numbers with their typed shape. */
    @OptIn(UncheckedShape::class)
    public val tensor: Tensor<S> get() = value.unchecked()

    /** What backward has added up; null before the first backward and after [zeroGradient], and while the parameter is parametrised. */
    public val gradient: Value? get() = leaf.gradient.value

    /**
     * Whether it learns. False freezes it: no gradient is computed for it, the one it has is forgotten, optimizers leave it alone.
     * A parametrised parameter learns by what it is computed from, which is frozen with it.
     */
    public var isTrainable: Boolean = true
        set(new) {
            if (!new) zeroGradient()
            source?.originals?.forEach { it.isTrainable = new }
            slot.value?.origin = if (new) leaf else null
            field = new
        }

    /** Forgets the gradient. */
    public fun zeroGradient() {
        leaf.gradient.value = null
    }

    /**
     * Overwrites the numbers with those of [source], converted to the parameter's element type.
     *
     * @throws dev.rankine.shapes.ShapeException if the sizes do not broadcast to the parameter's.
     */
    @ShapeRule(ShapeRule.IN_PLACE)
    public fun assign(source: Value) {
        val computed = this.source
        if (computed != null) computed.assign(source) else noGrad { value.copyFrom(source) }
    }

    /** Lets [list] compute the numbers from now on; with null the parameter has numbers of its own again, those it had last. */
    internal fun isComputedBy(list: ParametrizationList?) {
        if (list == null) slot.value = noGrad { contiguous(value) }.detach().named(value.sizes).also { if (isTrainable) it.origin = leaf }
        source = list
        if (list != null) {
            zeroGradient()
            slot.value = null
        }
    }

    /**
     * Overwrites the numbers with those that [initial] makes for the parameter's sizes: `weight.initialize { xavierUniform(it) }`.
     *
     * @throws ShapeException if it makes others.
     */
    public fun initialize(initial: (Sizes) -> Value) {
        val numbers = noGrad { initial(value.sizes) }
        if (numbers.sizes.toList() != value.sizes.toList()) {
            throw ShapeException("initialize: the numbers have other sizes than $name: ${numbers.sizes} != ${value.sizes}")
        }
        assign(numbers)
    }

    /** Puts [converted], the same numbers in another type, in the place of these; the gradient is forgotten. */
    internal fun replace(converted: Value) {
        zeroGradient()
        slot.value = converted.detach().named(value.sizes).also { if (isTrainable) it.origin = leaf }
    }

    /** `encoder.0.weight float32 [Digit = 10, Hidden = 64] on plain`. */
    override fun toString(): String = "$name $value"

    /** Takes the name [full]; a part of the model that is asked alone does not shorten the name that the whole model gave. */
    internal fun isCalled(full: String) {
        if (!name.endsWith(".$full")) name = full
    }
}
