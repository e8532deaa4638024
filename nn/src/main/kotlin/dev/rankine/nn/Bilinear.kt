package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.bilinear
import dev.rankine.ops.scope
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * A map of two vectors that is linear in each: `y[o] = sum x[a] weight[o, a, b] other[b] + bias[o]`. `[..., A] [..., B] -> [..., O]`; the
 * weight is `[O, A, B]` as in PyTorch. Weight and bias start uniform in `(-1/sqrt(a), 1/sqrt(a))`, as PyTorch's do.
 *
 * @throws dev.rankine.shapes.ShapeException if a dim declares no size.
 */
@ShapeRule(
    "x:[*p, i] other:[*p, j] left=? right=? output=? -> [*p, output] where i == left \"the last axis is not what the layer takes\", " +
        "j == right \"the last axis of the other is not what the layer takes\"",
)
@OptIn(UncheckedShape::class)
public class Bilinear<A : Dim<*>, B : Dim<*>, O : Dim<*>>
    @JvmOverloads
    constructor(
        left: Sized<A>,
        right: Sized<B>,
        output: Sized<O>,
        bias: Boolean = true,
    ) : Module() {
        private val first: Axis<A> = left.toAxis()
        private val second: Axis<B> = right.toAxis()
        private val result: Axis<O> = output.toAxis()

        /** `[O, A, B]`. */
        public val weight: Parameter<Cube<O, A, B>> by parameter(result, first, second) { uniformFanIn(it, first.size) }

        /** `[O]`, or null if the layer has none. */
        public val bias: Parameter<Vec<O>>? by optional(bias, parameter(result) { uniformFanIn(it, first.size) })

        /** The result. Throws [dev.rankine.shapes.ShapeException] if the sizes do not fit. */
        public fun call(x: Value, other: Value): Value = scope(word) { bilinear(x, other, weight.value, bias?.value) }

        /** `[A] [B] -> [O]`. */
        @JvmName("invoke1")
        public operator fun invoke(x: Tensor<Vec<A>>, other: Tensor<Vec<B>>): Tensor<Vec<O>> = call(x.value, other.value).unchecked()

        /** `[N, A] [N, B] -> [N, O]`. */
        @JvmName("invoke2")
        public operator fun <N : Dim<*>> invoke(x: Tensor<Mat<N, A>>, other: Tensor<Mat<N, B>>): Tensor<Mat<N, O>> =
            call(x.value, other.value).unchecked()

        /** `[N, T, A] [N, T, B] -> [N, T, O]`. */
        @JvmName("invoke3")
        public operator fun <N : Dim<*>, T : Dim<*>> invoke(x: Tensor<Cube<N, T, A>>, other: Tensor<Cube<N, T, B>>): Tensor<Cube<N, T, O>> =
            call(x.value, other.value).unchecked()

        override fun details(): String =
            "${first.dim} = ${first.size}, ${second.dim} = ${second.size} -> ${result.dim} = ${result.size}" +
                if (bias == null) ", no bias" else ""
    }
