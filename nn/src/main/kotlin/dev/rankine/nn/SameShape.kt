@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeChain
import dev.rankine.shapes.ShapeRule
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * A mapping that keeps the shape, whatever it is: activations, dropouts. `[*p] -> [*p]`
 *
 * It says nothing of axes, so that one module serves tensors of all shapes (`val act by ReLU()`), and stands in any chain:
 * `Linear(Pixels, Hidden) then ReLU() then Linear(Hidden, Digit)`.
 */
@ShapeRule(ShapeRule.SAME)
public abstract class SameShape : Mapping() {
    internal override fun gives(before: KnownAxis?): KnownAxis? = before

    /** `[*p] -> [*p]`. */
    @OptIn(UncheckedShape::class)
    public operator fun <S : Shape> invoke(x: Tensor<S>): Tensor<S> = call(x.value).unchecked()
}

/** What goes in comes out. `[*p] -> [*p]` */
@ShapeRule(ShapeRule.SAME)
public class Identity : SameShape() {
    override fun forward(x: Value): Value = x
}

/** This layer, then [next], which keeps the shape. */
@ShapeChain
public infix fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.then(next: SameShape): Layer<I, O> = Chain(links + next)

/** This net, then [next], which keeps the shape. */
@ShapeChain
public infix fun <In : Shape, Out : Shape> Net<In, Out>.then(next: SameShape): Net<In, Out> = NetChain(links + next)
