package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.linear
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Vec
import dev.rankine.shapes.axis

/**
 * An affine map of the last axis, `x W^T + b`. `[..., I] -> [..., O]`; the weight is `[O, I]` as in PyTorch.
 * Weight and bias start uniform in `(-1/sqrt(in), 1/sqrt(in))`, as PyTorch's do.
 */
public class Linear<I : Dim<*>, O : Dim<*>>(input: Axis<I>, output: Axis<O>, bias: Boolean = true) : Layer<I, O>() {
    /** `[O, I]`. */
    public val weight: Parameter<Mat<O, I>> by parameter(output, input) { uniformFanIn(it, input.size) }

    /** `[O]`, or null if the layer has none. */
    public val bias: Parameter<Vec<O>>? by optional(bias, parameter(output) { uniformFanIn(it, input.size) })

    override fun forward(x: Value): Value = linear(x, weight.value, bias?.value)
}

/** [Linear] of dims that declare their sizes. */
public fun <I : Dim<I>, O : Dim<O>> Linear(input: I, output: O, bias: Boolean = true): Linear<I, O> = Linear(input.axis(), output.axis(), bias)
