package dev.rankine.tensor

import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** Slides [weight] over volumes among as many zeros as keep planes, rows and columns. `[N, In, D, H, W] -> [N, Out, D, H, W]` */
@ShapeRule(CONV3D_SAME)
@JvmName("conv3dSame5")
public fun <
    N : Dim<*>,
    In : Dim<*>,
    D : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Out : Dim<*>,
    KD : Dim<*>,
    KH : Dim<*>,
    KW : Dim<*>,
> Tensor<Rank5<N, In, D, H, W>>.conv3dSame(
    weight: Tensor<Rank5<Out, In, KD, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    dilation: Int = 1,
): Tensor<Rank5<N, Out, D, H, W>> = Tensor(Slide.OVER.kept(value, slidSame(value, weight, bias, dilation), weight))

/**
 * Slides [weight], one group of them per group of channels, over volumes among as many zeros as keep planes, rows and columns.
 * `[N, In, D, H, W] -> [N, Out, D, H, W]`
 */
@ShapeRule(CONV3D_GROUPS_SAME)
@JvmName("conv3dSameGroups5")
public fun <
    N : Dim<*>,
    In : Dim<*>,
    D : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Out : Dim<*>,
    Share : Dim<*>,
    KD : Dim<*>,
    KH : Dim<*>,
    KW : Dim<*>,
> Tensor<Rank5<N, In, D, H, W>>.conv3dSame(
    weight: Tensor<Rank5<Out, Share, KD, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    groups: Int,
    dilation: Int = 1,
): Tensor<Rank5<N, Out, D, H, W>> = Tensor(Slide.OVER.kept(value, slidSame(value, weight, bias, dilation, groups), weight))

/** Slides [weight] over volumes among as many zeros as keep planes, rows and columns. `[In, D, H, W] -> [Out, D, H, W]` */
@ShapeRule(CONV3D_SAME)
@JvmName("conv3dSame4")
public fun <
    In : Dim<*>,
    D : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Out : Dim<*>,
    KD : Dim<*>,
    KH : Dim<*>,
    KW : Dim<*>,
> Tensor<Rank4<In, D, H, W>>.conv3dSame(
    weight: Tensor<Rank5<Out, In, KD, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    dilation: Int = 1,
): Tensor<Rank4<Out, D, H, W>> = Tensor(Slide.OVER.kept(value, slidSame(value, weight, bias, dilation), weight))

/**
 * Slides [weight], one group of them per group of channels, over volumes among as many zeros as keep planes, rows and columns.
 * `[In, D, H, W] -> [Out, D, H, W]`
 */
@ShapeRule(CONV3D_GROUPS_SAME)
@JvmName("conv3dSameGroups4")
public fun <
    In : Dim<*>,
    D : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Out : Dim<*>,
    Share : Dim<*>,
    KD : Dim<*>,
    KH : Dim<*>,
    KW : Dim<*>,
> Tensor<Rank4<In, D, H, W>>.conv3dSame(
    weight: Tensor<Rank5<Out, Share, KD, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    groups: Int,
    dilation: Int = 1,
): Tensor<Rank4<Out, D, H, W>> = Tensor(Slide.OVER.kept(value, slidSame(value, weight, bias, dilation, groups), weight))
