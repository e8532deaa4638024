package dev.rankine.tensor

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** Slides [weight] over planes among as many zeros as keep rows and columns. `[N, In, H, W] -> [N, Out, H, W]` */
@ShapeRule(CONV2D_SAME)
@JvmName("conv2dSame4")
public fun <N : Dim<*>, In : Dim<*>, H : Dim<*>, W : Dim<*>, Out : Dim<*>, KH : Dim<*>, KW : Dim<*>> Tensor<Rank4<N, In, H, W>>.conv2dSame(
    weight: Tensor<Rank4<Out, In, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    dilation: Int = 1,
): Tensor<Rank4<N, Out, H, W>> = Tensor(keeping("conv2d", value, convolvedSame(value, weight.value, bias?.value, dilation), weight))

/**
 * Slides [weight], one group of them per group of channels, over planes among as many zeros as keep rows and columns.
 * `[N, In, H, W] -> [N, Out, H, W]`
 */
@ShapeRule(CONV2D_GROUPS_SAME)
@JvmName("conv2dSameGroups4")
public fun <
    N : Dim<*>,
    In : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Out : Dim<*>,
    Share : Dim<*>,
    KH : Dim<*>,
    KW : Dim<*>,
> Tensor<Rank4<N, In, H, W>>.conv2dSame(
    weight: Tensor<Rank4<Out, Share, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    groups: Int,
    dilation: Int = 1,
): Tensor<Rank4<N, Out, H, W>> = Tensor(keeping("conv2d", value, convolvedSame(value, weight.value, bias?.value, dilation, groups), weight))

/** Slides [weight] over planes among as many zeros as keep rows and columns. `[In, H, W] -> [Out, H, W]` */
@ShapeRule(CONV2D_SAME)
@JvmName("conv2dSame3")
public fun <In : Dim<*>, H : Dim<*>, W : Dim<*>, Out : Dim<*>, KH : Dim<*>, KW : Dim<*>> Tensor<Cube<In, H, W>>.conv2dSame(
    weight: Tensor<Rank4<Out, In, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    dilation: Int = 1,
): Tensor<Cube<Out, H, W>> = Tensor(keeping("conv2d", value, convolvedSame(value, weight.value, bias?.value, dilation), weight))

/**
 * Slides [weight], one group of them per group of channels, over planes among as many zeros as keep rows and columns.
 * `[In, H, W] -> [Out, H, W]`
 */
@ShapeRule(CONV2D_GROUPS_SAME)
@JvmName("conv2dSameGroups3")
public fun <In : Dim<*>, H : Dim<*>, W : Dim<*>, Out : Dim<*>, Share : Dim<*>, KH : Dim<*>, KW : Dim<*>> Tensor<Cube<In, H, W>>.conv2dSame(
    weight: Tensor<Rank4<Out, Share, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    groups: Int,
    dilation: Int = 1,
): Tensor<Cube<Out, H, W>> = Tensor(keeping("conv2d", value, convolvedSame(value, weight.value, bias?.value, dilation, groups), weight))
