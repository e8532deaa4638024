package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.of

/**
 * A [Linear] layer that finds the size of its input at its first batch: `LazyLinear(Features, Digit)` where nobody wants to compute how many
 * features a convolution leaves. `[..., I] -> [..., O]`. In the state_dict it is what [Linear] is.
 *
 * Before the first batch it has no parameters, and says so when it is asked for them.
 *
 * @param input the dim that the input axis has; it declares no size.
 * @throws ShapeException if [output] declares no size.
 */
@ShapeRule("[*p, last] output=? -> [*p, output]")
public class LazyLinear<I : Dim<*>, O : Dim<*>>
    @JvmOverloads
    constructor(
        private val input: I,
        output: Sized<O>,
        private val bias: Boolean = true,
    ) : Layer<I, O>() {
        override val outputAxis: Axis<O> = output.toAxis()

        private val lazy = Lazy("LazyLinear(${details()})") { x -> Linear(axisOf(x), outputAxis, bias) }

        override val shown: Module get() = lazy.made ?: this

        override val inputAxis: Axis<I>? get() = lazy.made?.inputAxis

        override fun made(path: String): Module = lazy.orThrow(path)

        override fun forward(x: Value): Value = lazy.at(x, isSetToTrain).forward(x)

        override fun details(): String = "$input -> ${outputAxis.dim} = ${outputAxis.size}" + if (bias) "" else ", no bias"

        override fun toString(): String = lazy.made?.toString() ?: super.toString()

        private fun axisOf(x: Value): Axis<I> {
            if (x.rank == 0) throw ShapeException("linear: a scalar has no last axis")
            return Axis(input, x.sizes[-1], "the first batch")
        }
    }

/** A [LazyLinear] layer whose input has no name: for untyped code and [Sequential]. `[..., n] -> [..., O]`. */
@JvmOverloads
@Suppress("FunctionName")
public fun <O : Dim<*>> LazyLinear(output: Sized<O>, bias: Boolean = true): LazyLinear<Dyn, O> = LazyLinear(Dyn, output, bias)
