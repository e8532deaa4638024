package dev.rankine.tensor

import dev.rankine.ops.Value
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule

/** Marks what gives a value a typed shape without a look at its sizes: for layers and ops, which know. */
@RequiresOptIn(message = "The shape is not checked here: use typed(...), which checks it.")
@Target(AnnotationTarget.FUNCTION)
public annotation class UncheckedShape

/** This value under the shape [S], unchecked: for the author of an op or a layer, whose own rule gives that shape. */
@UncheckedShape
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Value.unchecked(): Tensor<S> = Tensor(this)
