package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.named
import dev.rankine.ops.ones
import dev.rankine.ops.rmsNorm
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dim
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Sizes

/**
 * `x / sqrt(mean(x^2) + eps) * weight` over the last axis, or over the last few. `[..., D] -> [..., D]`. Zhang & Sennrich, arXiv:1910.07467.
 *
 * @property eps what is added to the mean square; null for the distance from 1 to the next number of the input's type.
 * @throws IllegalArgumentException if [eps] is negative.
 */
@ShapeRule("[*p, d] last=? -> [*p, d] where d == last \"the last axis is not that of the layer\"")
public class RMSNorm<D : Dim<*>> private constructor(private val axes: List<Axis<*>>, public val eps: Double?, affine: Boolean) :
    Layer<D, D>() {
        /** Over the last axis. Throws [dev.rankine.shapes.ShapeException] if a dim declares no size. */
        public constructor(last: Sized<D>, eps: Double? = null, affine: Boolean = true) : this(listOf(last.toAxis()), eps, affine)

        /** Over the axes [before] and the last one. Throws [dev.rankine.shapes.ShapeException] if a dim declares no size. */
        public constructor(before: List<Sized<*>>, last: Sized<D>, eps: Double? = null, affine: Boolean = true) :
            this(before.map { it.toAxis() } + last.toAxis(), eps, affine)

        private val sizes = Sizes.named(*axes.toTypedArray())

        init {
            checkEps("rms_norm", eps)
        }

        /** The normalized axes, ones at first; null if the layer is not affine. */
        public val weight: Parameter<AnyShape>? = if (affine) addParameter("weight", ones(sizes).named(sizes)) else null

        /** Sound because the last of the axes is the one whose dim is [D]. */
        @Suppress("UNCHECKED_CAST")
        override val inputAxis: Axis<D> get() = axes.last() as Axis<D>

        override val outputAxis: Axis<D> get() = inputAxis

        override fun forward(x: Value): Value = rmsNorm(x, sizes.toList(), weight?.value, eps)

        override fun details(): String =
            "${axes.joinToString { "${it.dim} = ${it.size}" }}, eps = $eps" + if (weight == null) ", not affine" else ""
    }
