package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.scope
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeChain
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * A module with a typed shape on both sides: a whole model, or a part that changes more than the last axis. Nets compose with [then].
 */
public abstract class Net<In : Shape, Out : Shape> : Mapping() {
    /** The computation on typed tensors; called inside a scope of its own. */
    public abstract fun forward(x: Tensor<In>): Tensor<Out>

    /** [forward] of a value whose shape the compiler does not know: what does not fit is found by the ops. */
    @OptIn(UncheckedShape::class)
    final override fun forward(x: Value): Value = forward(x.unchecked<In>()).value

    /** Runs [forward] in a scope. */
    public operator fun invoke(x: Tensor<In>): Tensor<Out> = scope(word) { forward(x) }

    /** This net, then [next], which takes what this one gives. A chain of chains is one chain: names stay `0`, `1`, ... */
    @ShapeChain
    public infix fun <After : Shape> then(next: Net<Out, After>): Net<In, After> = NetChain(links + next.links)
}
