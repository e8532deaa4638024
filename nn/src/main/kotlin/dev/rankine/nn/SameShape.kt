package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * A mapping that keeps the shape, whatever it is: activations, dropouts. `[*p] -> [*p]`
 *
 * It says nothing of axes, so that one module serves tensors of all shapes (`val act by ReLU()`). Behind a layer or a net it stands as
 * `Linear(Pixels, Hidden).activation(Hardtanh(-2.0, 2.0))`; the usual ones have functions of their own: `Linear(Pixels, Hidden).relu()`.
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
