package dev.rankine.tensor

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** Slides [weight] over lines among as many zeros as keep the length. `[N, In, L] -> [N, Out, L]` */
@ShapeRule(CONV1D_SAME)
@JvmName("conv1dSame3")
public fun <N : Dim<*>, In : Dim<*>, L : Dim<*>, Out : Dim<*>, K : Dim<*>> Tensor<Cube<N, In, L>>.conv1dSame(
    weight: Tensor<Cube<Out, In, K>>,
    bias: Tensor<Vec<Out>>? = null,
    dilation: Int = 1,
): Tensor<Cube<N, Out, L>> = Tensor(Slide.OVER.kept(value, slidSame(value, weight, bias, dilation), weight))

/**
 * Slides [weight], one group of them per group of channels, over lines among as many zeros as keep the length.
 * `[N, In, L] -> [N, Out, L]`
 */
@ShapeRule(CONV1D_GROUPS_SAME)
@JvmName("conv1dSameGroups3")
public fun <N : Dim<*>, In : Dim<*>, L : Dim<*>, Out : Dim<*>, Share : Dim<*>, K : Dim<*>> Tensor<Cube<N, In, L>>.conv1dSame(
    weight: Tensor<Cube<Out, Share, K>>,
    bias: Tensor<Vec<Out>>? = null,
    groups: Int,
    dilation: Int = 1,
): Tensor<Cube<N, Out, L>> = Tensor(Slide.OVER.kept(value, slidSame(value, weight, bias, dilation, groups), weight))

/** Slides [weight] over lines among as many zeros as keep the length. `[In, L] -> [Out, L]` */
@ShapeRule(CONV1D_SAME)
@JvmName("conv1dSame2")
public fun <In : Dim<*>, L : Dim<*>, Out : Dim<*>, K : Dim<*>> Tensor<Mat<In, L>>.conv1dSame(
    weight: Tensor<Cube<Out, In, K>>,
    bias: Tensor<Vec<Out>>? = null,
    dilation: Int = 1,
): Tensor<Mat<Out, L>> = Tensor(Slide.OVER.kept(value, slidSame(value, weight, bias, dilation), weight))

/** Slides [weight], one group of them per group of channels, over lines among as many zeros as keep the length. `[In, L] -> [Out, L]` */
@ShapeRule(CONV1D_GROUPS_SAME)
@JvmName("conv1dSameGroups2")
public fun <In : Dim<*>, L : Dim<*>, Out : Dim<*>, Share : Dim<*>, K : Dim<*>> Tensor<Mat<In, L>>.conv1dSame(
    weight: Tensor<Cube<Out, Share, K>>,
    bias: Tensor<Vec<Out>>? = null,
    groups: Int,
    dilation: Int = 1,
): Tensor<Mat<Out, L>> = Tensor(Slide.OVER.kept(value, slidSame(value, weight, bias, dilation, groups), weight))
