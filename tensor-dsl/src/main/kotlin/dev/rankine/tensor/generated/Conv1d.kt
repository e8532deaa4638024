package dev.rankine.tensor

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Half
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Vec

/** Slides [weight] over lines. The result's axes are [length], or else it throws. `[N, In, L] -> [N, Out, Length]` */
@ShapeRule(CONV1D_NAMED)
@JvmName("conv1dNamed3")
public fun <N : Dim<*>, In : Dim<*>, L : Dim<*>, Out : Dim<*>, K : Dim<*>, Length : Dim<*>> Tensor<Cube<N, In, L>>.conv1d(
    weight: Tensor<Cube<Out, In, K>>,
    bias: Tensor<Vec<Out>>? = null,
    length: Sized<Length>,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Cube<N, Out, Length>> = Tensor(Slide.OVER.named(value, slid(value, weight, bias, stride, padding, dilation), weight, length))

/**
 * Slides [weight], one group of them per group of channels, over lines. The result's axes are [length], or else it throws.
 * `[N, In, L] -> [N, Out, Length]`
 */
@ShapeRule(CONV1D_GROUPS_NAMED)
@JvmName("conv1dGroupsNamed3")
public fun <N : Dim<*>, In : Dim<*>, L : Dim<*>, Out : Dim<*>, Share : Dim<*>, K : Dim<*>, Length : Dim<*>> Tensor<Cube<N, In, L>>.conv1d(
    weight: Tensor<Cube<Out, Share, K>>,
    bias: Tensor<Vec<Out>>? = null,
    groups: Int,
    length: Sized<Length>,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Cube<N, Out, Length>> =
    Tensor(Slide.OVER.named(value, slid(value, weight, bias, stride, padding, dilation, groups), weight, length))

/** Slides [weight] over lines. The result's axes are [length], or else it throws. `[In, L] -> [Out, Length]` */
@ShapeRule(CONV1D_NAMED)
@JvmName("conv1dNamed2")
public fun <In : Dim<*>, L : Dim<*>, Out : Dim<*>, K : Dim<*>, Length : Dim<*>> Tensor<Mat<In, L>>.conv1d(
    weight: Tensor<Cube<Out, In, K>>,
    bias: Tensor<Vec<Out>>? = null,
    length: Sized<Length>,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Mat<Out, Length>> = Tensor(Slide.OVER.named(value, slid(value, weight, bias, stride, padding, dilation), weight, length))

/**
 * Slides [weight], one group of them per group of channels, over lines. The result's axes are [length], or else it throws.
 * `[In, L] -> [Out, Length]`
 */
@ShapeRule(CONV1D_GROUPS_NAMED)
@JvmName("conv1dGroupsNamed2")
public fun <In : Dim<*>, L : Dim<*>, Out : Dim<*>, Share : Dim<*>, K : Dim<*>, Length : Dim<*>> Tensor<Mat<In, L>>.conv1d(
    weight: Tensor<Cube<Out, Share, K>>,
    bias: Tensor<Vec<Out>>? = null,
    groups: Int,
    length: Sized<Length>,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Mat<Out, Length>> = Tensor(Slide.OVER.named(value, slid(value, weight, bias, stride, padding, dilation, groups), weight, length))

/** Slides [weight] over lines. The length stays, or else it throws. `[N, In, L] -> [N, Out, L]` */
@ShapeRule(CONV1D_KEEPING)
@JvmName("conv1d3")
public fun <N : Dim<*>, In : Dim<*>, L : Dim<*>, Out : Dim<*>, K : Dim<*>> Tensor<Cube<N, In, L>>.conv1d(
    weight: Tensor<Cube<Out, In, K>>,
    bias: Tensor<Vec<Out>>? = null,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Cube<N, Out, L>> = Tensor(Slide.OVER.kept(value, slid(value, weight, bias, stride, padding, dilation), weight))

/**
 * Slides [weight], one group of them per group of channels, over lines. The length stays, or else it throws.
 * `[N, In, L] -> [N, Out, L]`
 */
@ShapeRule(CONV1D_GROUPS_KEEPING)
@JvmName("conv1dGroups3")
public fun <N : Dim<*>, In : Dim<*>, L : Dim<*>, Out : Dim<*>, Share : Dim<*>, K : Dim<*>> Tensor<Cube<N, In, L>>.conv1d(
    weight: Tensor<Cube<Out, Share, K>>,
    bias: Tensor<Vec<Out>>? = null,
    groups: Int,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Cube<N, Out, L>> = Tensor(Slide.OVER.kept(value, slid(value, weight, bias, stride, padding, dilation, groups), weight))

/** Slides [weight] over lines. The length stays, or else it throws. `[In, L] -> [Out, L]` */
@ShapeRule(CONV1D_KEEPING)
@JvmName("conv1d2")
public fun <In : Dim<*>, L : Dim<*>, Out : Dim<*>, K : Dim<*>> Tensor<Mat<In, L>>.conv1d(
    weight: Tensor<Cube<Out, In, K>>,
    bias: Tensor<Vec<Out>>? = null,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Mat<Out, L>> = Tensor(Slide.OVER.kept(value, slid(value, weight, bias, stride, padding, dilation), weight))

/** Slides [weight], one group of them per group of channels, over lines. The length stays, or else it throws. `[In, L] -> [Out, L]` */
@ShapeRule(CONV1D_GROUPS_KEEPING)
@JvmName("conv1dGroups2")
public fun <In : Dim<*>, L : Dim<*>, Out : Dim<*>, Share : Dim<*>, K : Dim<*>> Tensor<Mat<In, L>>.conv1d(
    weight: Tensor<Cube<Out, Share, K>>,
    bias: Tensor<Vec<Out>>? = null,
    groups: Int,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Mat<Out, L>> = Tensor(Slide.OVER.kept(value, slid(value, weight, bias, stride, padding, dilation, groups), weight))

/** Slides [weight] over lines. Halves the length, or else it throws. `[N, In, L] -> [N, Out, L/2]` */
@ShapeRule(CONV1D_HALVING)
@JvmName("conv1dHalving3")
public fun <N : Dim<*>, In : Dim<*>, L : Dim<*>, Out : Dim<*>, K : Dim<*>> Tensor<Cube<N, In, L>>.conv1dHalving(
    weight: Tensor<Cube<Out, In, K>>,
    bias: Tensor<Vec<Out>>? = null,
    stride: Int = 2,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Cube<N, Out, Half<L>>> = Tensor(Slide.OVER.halved(value, slid(value, weight, bias, stride, padding, dilation), weight))

/**
 * Slides [weight], one group of them per group of channels, over lines. Halves the length, or else it throws.
 * `[N, In, L] -> [N, Out, L/2]`
 */
@ShapeRule(CONV1D_GROUPS_HALVING)
@JvmName("conv1dHalvingGroups3")
public fun <N : Dim<*>, In : Dim<*>, L : Dim<*>, Out : Dim<*>, Share : Dim<*>, K : Dim<*>> Tensor<Cube<N, In, L>>.conv1dHalving(
    weight: Tensor<Cube<Out, Share, K>>,
    bias: Tensor<Vec<Out>>? = null,
    groups: Int,
    stride: Int = 2,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Cube<N, Out, Half<L>>> = Tensor(Slide.OVER.halved(value, slid(value, weight, bias, stride, padding, dilation, groups), weight))

/** Slides [weight] over lines. Halves the length, or else it throws. `[In, L] -> [Out, L/2]` */
@ShapeRule(CONV1D_HALVING)
@JvmName("conv1dHalving2")
public fun <In : Dim<*>, L : Dim<*>, Out : Dim<*>, K : Dim<*>> Tensor<Mat<In, L>>.conv1dHalving(
    weight: Tensor<Cube<Out, In, K>>,
    bias: Tensor<Vec<Out>>? = null,
    stride: Int = 2,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Mat<Out, Half<L>>> = Tensor(Slide.OVER.halved(value, slid(value, weight, bias, stride, padding, dilation), weight))

/** Slides [weight], one group of them per group of channels, over lines. Halves the length, or else it throws. `[In, L] -> [Out, L/2]` */
@ShapeRule(CONV1D_GROUPS_HALVING)
@JvmName("conv1dHalvingGroups2")
public fun <In : Dim<*>, L : Dim<*>, Out : Dim<*>, Share : Dim<*>, K : Dim<*>> Tensor<Mat<In, L>>.conv1dHalving(
    weight: Tensor<Cube<Out, Share, K>>,
    bias: Tensor<Vec<Out>>? = null,
    groups: Int,
    stride: Int = 2,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Mat<Out, Half<L>>> = Tensor(Slide.OVER.halved(value, slid(value, weight, bias, stride, padding, dilation, groups), weight))
