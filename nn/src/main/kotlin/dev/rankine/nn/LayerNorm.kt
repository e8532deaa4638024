package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.layerNorm
import dev.rankine.ops.named
import dev.rankine.ops.ones
import dev.rankine.ops.zeros
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dim
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Sizes

/**
 * `(x - mean) / sqrt(variance + eps) * weight + bias` over the last axis, or over the last few. `[..., D] -> [..., D]`.
 * Ba, Kiros & Hinton, arXiv:1607.06450.
 *
 * @property eps what is added to the variance.
 * @throws IllegalArgumentException if [eps] is negative.
 */
@ShapeRule("[*p, d] last=? -> [*p, d] where d == last \"the last axis is not that of the layer\"")
public class LayerNorm<D : Dim<*>> private constructor(
    private val axes: List<Axis<*>>,
    public val eps: Double,
    affine: Boolean,
    bias: Boolean,
) : Layer<D, D>() {
    /** Over the last axis. Throws [dev.rankine.shapes.ShapeException] if a dim declares no size. */
    public constructor(last: Sized<D>, eps: Double = 1e-5, affine: Boolean = true, bias: Boolean = true) :
        this(listOf(last.toAxis()), eps, affine, bias)

    /** Over the axes [before] and the last one. Throws [dev.rankine.shapes.ShapeException] if a dim declares no size. */
    public constructor(before: List<Sized<*>>, last: Sized<D>, eps: Double = 1e-5, affine: Boolean = true, bias: Boolean = true) :
        this(before.map { it.toAxis() } + last.toAxis(), eps, affine, bias)

    private val sizes = Sizes.named(*axes.toTypedArray())

    init {
        checkEps("layer_norm", eps)
    }

    /** The normalized axes, ones at first; null if the layer is not affine. */
    public val weight: Parameter<AnyShape>? = if (affine) addParameter("weight", ones(sizes).named(sizes)) else null

    /** The normalized axes, zeros at first; null if the layer has no bias or is not affine. */
    public val bias: Parameter<AnyShape>? = if (affine && bias) addParameter("bias", zeros(sizes).named(sizes)) else null

    /** Sound because the last of the axes is the one whose dim is [D]. */
    @Suppress("UNCHECKED_CAST")
    override val inputAxis: Axis<D> get() = axes.last() as Axis<D>

    override val outputAxis: Axis<D> get() = inputAxis

    override fun forward(x: Value): Value = layerNorm(x, sizes.toList(), weight?.value, bias?.value, eps)

    override fun details(): String =
        "${axes.joinToString { "${it.dim} = ${it.size}" }}, eps = $eps" + if (weight == null) ", not affine" else ""
}
