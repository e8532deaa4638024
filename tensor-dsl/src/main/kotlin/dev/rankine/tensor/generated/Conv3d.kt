package dev.rankine.tensor

import dev.rankine.shapes.Dim
import dev.rankine.shapes.Half
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Vec

/**
 * Slides [weight] over volumes. The result's axes are [depth] and [rows] and [columns], or else it throws.
 * `[N, In, D, H, W] -> [N, Out, Depth, Rows, Columns]`
 */
@ShapeRule(CONV3D_NAMED)
@JvmName("conv3dNamed5")
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
    Depth : Dim<*>,
    Rows : Dim<*>,
    Columns : Dim<*>,
> Tensor<Rank5<N, In, D, H, W>>.conv3d(
    weight: Tensor<Rank5<Out, In, KD, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    depth: Sized<Depth>,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank5<N, Out, Depth, Rows, Columns>> =
    Tensor(Slide.OVER.named(value, slid(value, weight, bias, stride, padding, dilation), weight, depth, rows, columns))

/**
 * Slides [weight], one group of them per group of channels, over volumes. The result's axes are [depth] and [rows] and [columns], or else it throws.
 * `[N, In, D, H, W] -> [N, Out, Depth, Rows, Columns]`
 */
@ShapeRule(CONV3D_GROUPS_NAMED)
@JvmName("conv3dGroupsNamed5")
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
    Depth : Dim<*>,
    Rows : Dim<*>,
    Columns : Dim<*>,
> Tensor<Rank5<N, In, D, H, W>>.conv3d(
    weight: Tensor<Rank5<Out, Share, KD, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    groups: Int,
    depth: Sized<Depth>,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank5<N, Out, Depth, Rows, Columns>> =
    Tensor(Slide.OVER.named(value, slid(value, weight, bias, stride, padding, dilation, groups), weight, depth, rows, columns))

/**
 * Slides [weight] over volumes. The result's axes are [depth] and [rows] and [columns], or else it throws.
 * `[In, D, H, W] -> [Out, Depth, Rows, Columns]`
 */
@ShapeRule(CONV3D_NAMED)
@JvmName("conv3dNamed4")
public fun <
    In : Dim<*>,
    D : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Out : Dim<*>,
    KD : Dim<*>,
    KH : Dim<*>,
    KW : Dim<*>,
    Depth : Dim<*>,
    Rows : Dim<*>,
    Columns : Dim<*>,
> Tensor<Rank4<In, D, H, W>>.conv3d(
    weight: Tensor<Rank5<Out, In, KD, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    depth: Sized<Depth>,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank4<Out, Depth, Rows, Columns>> =
    Tensor(Slide.OVER.named(value, slid(value, weight, bias, stride, padding, dilation), weight, depth, rows, columns))

/**
 * Slides [weight], one group of them per group of channels, over volumes. The result's axes are [depth] and [rows] and [columns], or else it throws.
 * `[In, D, H, W] -> [Out, Depth, Rows, Columns]`
 */
@ShapeRule(CONV3D_GROUPS_NAMED)
@JvmName("conv3dGroupsNamed4")
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
    Depth : Dim<*>,
    Rows : Dim<*>,
    Columns : Dim<*>,
> Tensor<Rank4<In, D, H, W>>.conv3d(
    weight: Tensor<Rank5<Out, Share, KD, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    groups: Int,
    depth: Sized<Depth>,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank4<Out, Depth, Rows, Columns>> =
    Tensor(Slide.OVER.named(value, slid(value, weight, bias, stride, padding, dilation, groups), weight, depth, rows, columns))

/** Slides [weight] over volumes. Planes, rows and columns stay, or else it throws. `[N, In, D, H, W] -> [N, Out, D, H, W]` */
@ShapeRule(CONV3D_KEEPING)
@JvmName("conv3d5")
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
> Tensor<Rank5<N, In, D, H, W>>.conv3d(
    weight: Tensor<Rank5<Out, In, KD, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank5<N, Out, D, H, W>> = Tensor(Slide.OVER.kept(value, slid(value, weight, bias, stride, padding, dilation), weight))

/**
 * Slides [weight], one group of them per group of channels, over volumes. Planes, rows and columns stay, or else it throws.
 * `[N, In, D, H, W] -> [N, Out, D, H, W]`
 */
@ShapeRule(CONV3D_GROUPS_KEEPING)
@JvmName("conv3dGroups5")
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
> Tensor<Rank5<N, In, D, H, W>>.conv3d(
    weight: Tensor<Rank5<Out, Share, KD, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    groups: Int,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank5<N, Out, D, H, W>> = Tensor(Slide.OVER.kept(value, slid(value, weight, bias, stride, padding, dilation, groups), weight))

/** Slides [weight] over volumes. Planes, rows and columns stay, or else it throws. `[In, D, H, W] -> [Out, D, H, W]` */
@ShapeRule(CONV3D_KEEPING)
@JvmName("conv3d4")
public fun <
    In : Dim<*>,
    D : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Out : Dim<*>,
    KD : Dim<*>,
    KH : Dim<*>,
    KW : Dim<*>,
> Tensor<Rank4<In, D, H, W>>.conv3d(
    weight: Tensor<Rank5<Out, In, KD, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank4<Out, D, H, W>> = Tensor(Slide.OVER.kept(value, slid(value, weight, bias, stride, padding, dilation), weight))

/**
 * Slides [weight], one group of them per group of channels, over volumes. Planes, rows and columns stay, or else it throws.
 * `[In, D, H, W] -> [Out, D, H, W]`
 */
@ShapeRule(CONV3D_GROUPS_KEEPING)
@JvmName("conv3dGroups4")
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
> Tensor<Rank4<In, D, H, W>>.conv3d(
    weight: Tensor<Rank5<Out, Share, KD, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    groups: Int,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank4<Out, D, H, W>> = Tensor(Slide.OVER.kept(value, slid(value, weight, bias, stride, padding, dilation, groups), weight))

/** Slides [weight] over volumes. Halves planes, rows and columns, or else it throws. `[N, In, D, H, W] -> [N, Out, D/2, H/2, W/2]` */
@ShapeRule(CONV3D_HALVING)
@JvmName("conv3dHalving5")
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
> Tensor<Rank5<N, In, D, H, W>>.conv3dHalving(
    weight: Tensor<Rank5<Out, In, KD, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    stride: Int = 2,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank5<N, Out, Half<D>, Half<H>, Half<W>>> =
    Tensor(Slide.OVER.halved(value, slid(value, weight, bias, stride, padding, dilation), weight))

/**
 * Slides [weight], one group of them per group of channels, over volumes. Halves planes, rows and columns, or else it throws.
 * `[N, In, D, H, W] -> [N, Out, D/2, H/2, W/2]`
 */
@ShapeRule(CONV3D_GROUPS_HALVING)
@JvmName("conv3dHalvingGroups5")
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
> Tensor<Rank5<N, In, D, H, W>>.conv3dHalving(
    weight: Tensor<Rank5<Out, Share, KD, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    groups: Int,
    stride: Int = 2,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank5<N, Out, Half<D>, Half<H>, Half<W>>> =
    Tensor(Slide.OVER.halved(value, slid(value, weight, bias, stride, padding, dilation, groups), weight))

/** Slides [weight] over volumes. Halves planes, rows and columns, or else it throws. `[In, D, H, W] -> [Out, D/2, H/2, W/2]` */
@ShapeRule(CONV3D_HALVING)
@JvmName("conv3dHalving4")
public fun <
    In : Dim<*>,
    D : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Out : Dim<*>,
    KD : Dim<*>,
    KH : Dim<*>,
    KW : Dim<*>,
> Tensor<Rank4<In, D, H, W>>.conv3dHalving(
    weight: Tensor<Rank5<Out, In, KD, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    stride: Int = 2,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank4<Out, Half<D>, Half<H>, Half<W>>> =
    Tensor(Slide.OVER.halved(value, slid(value, weight, bias, stride, padding, dilation), weight))

/**
 * Slides [weight], one group of them per group of channels, over volumes. Halves planes, rows and columns, or else it throws.
 * `[In, D, H, W] -> [Out, D/2, H/2, W/2]`
 */
@ShapeRule(CONV3D_GROUPS_HALVING)
@JvmName("conv3dHalvingGroups4")
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
> Tensor<Rank4<In, D, H, W>>.conv3dHalving(
    weight: Tensor<Rank5<Out, Share, KD, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    groups: Int,
    stride: Int = 2,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank4<Out, Half<D>, Half<H>, Half<W>>> =
    Tensor(Slide.OVER.halved(value, slid(value, weight, bias, stride, padding, dilation, groups), weight))
