package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.ShapeException
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * A module that finds the number of channels of its input at its first batch: [LazyConv2d], [LazyBatchNorm2d] and the others. Before it the module
 * has no parameters, and says so when it is asked for them; afterwards the state_dict is that of what it has made.
 *
 * It is untyped: typed models know their channels. [LazyLinear] is typed.
 */
public abstract class LazyMapping internal constructor(
    private val settings: String,
    private val axis: (Value) -> Int,
    make: (Int) -> Mapping,
) : Mapping() {
    private val lazy = Lazy(word) { x -> make(channels(x)) }

    override val shown: Module get() = lazy.made ?: this

    override fun made(path: String): Module = lazy.orThrow(path)

    override fun forward(x: Value): Value = lazy.at(x, isSetToTrain).forward(x)

    /** Untyped: all is checked at run time. */
    @OptIn(UncheckedShape::class)
    @JvmName("invokeUntyped")
    public operator fun <S : AnyShape> invoke(x: Tensor<S>): Tensor<AnyShape> = call(x.value).unchecked()

    override fun details(): String = settings

    override fun toString(): String = lazy.made?.toString() ?: super.toString()

    private fun channels(x: Value): Int {
        val at = axis(x)
        if (at !in 0..<x.rank) throw ShapeException("$word: the first batch has no axis of channels: ${x.sizes} given")
        return x.sizes[at]
    }
}

/** The axis of channels before [spatial] others. */
internal fun channelsBefore(spatial: Int): (Value) -> Int = { it.rank - spatial - 1 }
