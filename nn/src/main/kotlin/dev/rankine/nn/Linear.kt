@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.linear
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Vec
import dev.rankine.shapes.of

private const val LINEAR_LAYER_RULE: String =
    "[*p, last] input=? output=? -> [*p, output] where last == input \"the last axis is not what the layer takes\""

/**
 * An affine map of the last axis, `x W^T + b`. `[..., I] -> [..., O]`; the weight is `[O, I]` as in PyTorch.
 * Weight and bias start uniform in `(-1/sqrt(in), 1/sqrt(in))`, as PyTorch's do.
 *
 * An axis is a dim that declares its size, or `Words of 5_000`: `Linear(Pixels, Digit)`. An output that nobody names is a number:
 * `Linear(Pixels, 512).relu().linear(Digit)`.
 *
 * @throws dev.rankine.shapes.ShapeException if a dim declares no size.
 */
@ShapeRule(LINEAR_LAYER_RULE)
public class Linear<I : Dim<*>, O : Dim<*>>
    @JvmOverloads
    constructor(input: Sized<I>, output: Sized<O>, bias: Boolean = true) :
    Layer<I, O>() {
        override val inputAxis: Axis<I> = input.toAxis()
        override val outputAxis: Axis<O> = output.toAxis()

        /** `[O, I]`. */
        public val weight: Parameter<Mat<O, I>> by parameter(outputAxis, inputAxis) { uniformFanIn(it, inputAxis.size) }

        /** `[O]`, or null if the layer has none. */
        public val bias: Parameter<Vec<O>>? by optional(bias, parameter(outputAxis) { uniformFanIn(it, inputAxis.size) })

        override fun forward(x: Value): Value = linear(x, weight.value, bias?.value)

        override fun details(): String = "${text(inputAxis)} -> ${text(outputAxis)}" + if (bias == null) ", no bias" else ""

        private fun text(axis: Axis<*>): String = if (axis.dim === Dyn) "${axis.size}" else "${axis.dim} = ${axis.size}"
    }

/**
 * A [Linear] layer with [output] outputs that have no name. `[..., I] -> [..., output]`.
 *
 * @throws dev.rankine.shapes.ShapeException if [input] declares no size, or [output] is negative.
 */
@ShapeRule(LINEAR_LAYER_RULE)
@JvmName("linear")
@JvmOverloads
public fun <I : Dim<*>> Linear(input: Sized<I>, output: Int, bias: Boolean = true): Linear<I, Dyn> = Linear(input, Dyn of output, bias)

/** Refused at compile time: the input needs a name. */
@Deprecated(
    "shape: the axis that goes in needs a name: Linear(Pixels, 512); axes without names are untypedLinear(784, 512)",
    level = DeprecationLevel.ERROR,
)
@JvmName("linearUnnamed")
@Suppress("FunctionName")
public fun Linear(input: Int, output: Int, bias: Boolean = true): Linear<Dyn, Dyn> = untypedLinear(input, output, bias)

/**
 * A [Linear] layer whose axes have sizes but no names, for untyped code; Java calls it `linear(784, 10)`. `[..., input] -> [..., output]`.
 * Typed code names its axes: `Linear(Pixels, Digit)`.
 */
@ShapeRule(LINEAR_LAYER_RULE)
@JvmName("linear")
@JvmOverloads
public fun untypedLinear(input: Int, output: Int, bias: Boolean = true): Linear<Dyn, Dyn> = Linear(Dyn of input, Dyn of output, bias)
