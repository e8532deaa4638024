package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.groupNorm
import dev.rankine.ops.ones
import dev.rankine.ops.zeros
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * `(x - mean) / sqrt(variance + eps) * weight + bias` over each of [groups] groups of the channels (axis 1) of every example.
 * `[N, C, *d] -> [N, C, *d]`. Wu & He, arXiv:1803.08494.
 *
 * @property groups into how many groups the channels are cut.
 * @property eps what is added to the variance.
 * @throws IllegalArgumentException if [eps] is negative.
 * @throws ShapeException if the dim declares no size, or the channels do not divide into [groups].
 */
@ShapeRule(
    "[n, c, *d] groups=? channels=? -> [n, c, *d] where c == channels \"the channels are others\", groups >= 1 \"there are no groups\", " +
        "channels % groups == 0 \"the channels do not divide into groups\"",
)
@OptIn(UncheckedShape::class)
public class GroupNorm<C : Dim<*>>(public val groups: Int, channels: Sized<C>, public val eps: Double = 1e-5, affine: Boolean = true) :
    Mapping() {
    private val axis: Axis<C> = channels.toAxis()

    init {
        checkEps("group_norm", eps)
        if (groups < 1 || axis.size % groups != 0) {
            throw ShapeException("group_norm: the channels do not divide into groups: $axis, $groups groups")
        }
    }

    /** `[C]`, ones at first; null if the module is not affine. */
    public val weight: Parameter<Vec<C>>? by optional(affine, parameter(axis) { ones(it) })

    /** `[C]`, zeros at first; null if the module is not affine. */
    public val bias: Parameter<Vec<C>>? by optional(affine, parameter(axis) { zeros(it) })

    override fun gives(before: KnownAxis?): KnownAxis? = before

    override fun forward(x: Value): Value {
        checkChannels("group_norm", x, 1, axis)
        return groupNorm(x, groups, weight?.value, bias?.value, eps)
    }

    /** `[N, C] -> [N, C]`. */
    @JvmName("invoke2")
    public operator fun <N : Dim<*>> invoke(x: Tensor<Mat<N, C>>): Tensor<Mat<N, C>> = call(x.value).unchecked()

    /** `[N, C, L] -> [N, C, L]`. */
    @JvmName("invoke3")
    public operator fun <N : Dim<*>, L : Dim<*>> invoke(x: Tensor<Cube<N, C, L>>): Tensor<Cube<N, C, L>> = call(x.value).unchecked()

    /** `[N, C, H, W] -> [N, C, H, W]`. */
    @JvmName("invoke4")
    public operator fun <N : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(x: Tensor<Rank4<N, C, H, W>>): Tensor<Rank4<N, C, H, W>> =
        call(x.value).unchecked()

    /** `[N, C, D, H, W] -> [N, C, D, H, W]`. */
    @JvmName("invoke5")
    public operator fun <N : Dim<*>, D : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(
        x: Tensor<Rank5<N, C, D, H, W>>,
    ): Tensor<Rank5<N, C, D, H, W>> = call(x.value).unchecked()

    /** Untyped: all is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun invoke(x: Tensor<AnyShape>): Tensor<AnyShape> = call(x.value).unchecked()

    override fun details(): String = "$groups groups of ${axis.dim} = ${axis.size}, eps = $eps" + if (weight == null) ", not affine" else ""
}

/** Refuses [x] if its axis [place] is not that of the channels. */
internal fun checkChannels(op: String, x: Value, place: Int, channels: Axis<*>) {
    if (x.rank <= place || x.sizes[place] != channels.size) {
        throw ShapeException("$op: axis $place needs size ${channels.size}: ${x.sizes} given", listOf("input" to x.sizes))
    }
}
