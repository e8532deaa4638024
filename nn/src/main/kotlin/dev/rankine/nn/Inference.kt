@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.noGrad
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Shape
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * A model that is only asked: it runs in evaluation mode and records nothing, whatever the mode of the model, which stays as it is. `In -> Out`.
 *
 * It is no [Module]: it has no parameters that an optimizer could take. Its numbers are those that the model has at the time of a call. Many
 * threads may call it at once, also while another one trains the model; a call then sees numbers in the middle of a step.
 */
public class Inference<In : Shape, Out : Shape> internal constructor(
    private val model: Mapping,
    private val run: (Tensor<In>) -> Tensor<Out>,
) {
    /** What the model in evaluation mode gives; no gradient flows through it. */
    public operator fun invoke(x: Tensor<In>): Tensor<Out> = noGrad { evaluating { run(x) } }

    override fun toString(): String = "Inference of $model"
}

/** This net as a function that evaluates: see [Inference]. */
public fun <In : Shape, Out : Shape> Net<In, Out>.forInference(): Inference<In, Out> = Inference(this) { this(it) }

/** These modules as an untyped function that evaluates: see [Inference]. */
@OptIn(UncheckedShape::class)
@JvmName("forInferenceUntyped")
public fun Mapping.forInference(): Inference<AnyShape, AnyShape> = Inference(this) { call(it.value).unchecked() }
