package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.glu
import dev.rankine.ops.named
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Half
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

private const val GLU_LAYER_RULE: String =
    "s axis=-1 -> [*part(s, 0, axis(s, axis)), at(s, axis) / 2, *part(s, axis(s, axis) + 1, rank(s))] " +
        "where rank(s) >= 1 \"a scalar has no halves\", at(s, axis) % 2 == 0 \"the axis has no halves\""

/**
 * Gated linear unit: the first half along an axis, times the logistic function of the second half. `[..., 2n] -> [..., n]`.
 * Dauphin et al., arXiv:1612.08083.
 *
 * @property axis the axis that is halved, by default the last; the typed forms are for the last one and throw [ShapeException] for another.
 */
@ShapeRule(GLU_LAYER_RULE)
@OptIn(UncheckedShape::class)
public class GLU
    @JvmOverloads
    constructor(public val axis: Int = -1) : Mapping() {
        override fun forward(x: Value): Value = glu(x, axis)

        /** `[A] -> [A/2]`. */
        @JvmName("invoke1")
        public operator fun <A : Dim<*>> invoke(x: Tensor<Vec<A>>): Tensor<Vec<Half<A>>> = halved(x.value).unchecked()

        /** `[A, B] -> [A, B/2]`. */
        @JvmName("invoke2")
        public operator fun <A : Dim<*>, B : Dim<*>> invoke(x: Tensor<Mat<A, B>>): Tensor<Mat<A, Half<B>>> = halved(x.value).unchecked()

        /** `[A, B, C] -> [A, B, C/2]`. */
        @JvmName("invoke3")
        public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> invoke(x: Tensor<Cube<A, B, C>>): Tensor<Cube<A, B, Half<C>>> =
            halved(x.value).unchecked()

        /** `[A, B, C, D] -> [A, B, C, D/2]`. */
        @JvmName("invoke4")
        public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> invoke(
            x: Tensor<Rank4<A, B, C, D>>,
        ): Tensor<Rank4<A, B, C, Half<D>>> = halved(x.value).unchecked()

        /** `[A, B, C, D, E] -> [A, B, C, D, E/2]`. */
        @JvmName("invoke5")
        public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> invoke(
            x: Tensor<Rank5<A, B, C, D, E>>,
        ): Tensor<Rank5<A, B, C, D, Half<E>>> = halved(x.value).unchecked()

        /** Untyped: all is checked at run time. */
        @JvmName("invokeUntyped")
        public operator fun invoke(x: Tensor<AnyShape>): Tensor<AnyShape> = call(x.value).unchecked()

        override fun details(): String = "axis = $axis"

        private fun halved(x: Value): Value {
            if (axis != -1 && axis != x.rank - 1) {
                throw ShapeException("glu: halves another axis than the last: $axis", listOf("input" to x.sizes))
            }
            val y = call(x)
            val axes = Array(x.rank) { i -> x.sizes.axis(i)?.let { if (i < x.rank - 1) it else Axis(Half(it.dim), y.sizes[i]) } }
            return y.named(y.sizes.withAxes(axes))
        }
    }
