package dev.rankine.tensor

import dev.rankine.ops.conv2d
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Half
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Vec

/**
 * Slides [weight] over planes. Its rows and columns are [rows] and [columns], or else it throws.
 * `[N, In, H, W] -> [N, Out, Rows, Columns]`
 */
@ShapeRule(CONV2D_NAMED)
@JvmName("conv2dNamed4")
public fun <
    N : Dim<*>,
    In : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Out : Dim<*>,
    KH : Dim<*>,
    KW : Dim<*>,
    Rows : Dim<*>,
    Columns : Dim<*>,
> Tensor<Rank4<N, In, H, W>>.conv2d(
    weight: Tensor<Rank4<Out, In, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank4<N, Out, Rows, Columns>> =
    Tensor(named("conv2d", value, conv2d(value, weight.value, bias?.value, stride, padding, dilation), weight, rows, columns))

/**
 * Slides [weight], one group of them per group of channels, over planes. Its rows and columns are [rows] and [columns], or else it throws.
 * `[N, In, H, W] -> [N, Out, Rows, Columns]`
 */
@ShapeRule(CONV2D_GROUPS_NAMED)
@JvmName("conv2dGroupsNamed4")
public fun <
    N : Dim<*>,
    In : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Out : Dim<*>,
    Share : Dim<*>,
    KH : Dim<*>,
    KW : Dim<*>,
    Rows : Dim<*>,
    Columns : Dim<*>,
> Tensor<Rank4<N, In, H, W>>.conv2d(
    weight: Tensor<Rank4<Out, Share, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    groups: Int,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank4<N, Out, Rows, Columns>> =
    Tensor(named("conv2d", value, conv2d(value, weight.value, bias?.value, stride, padding, dilation, groups), weight, rows, columns))

/** Slides [weight] over planes. Its rows and columns are [rows] and [columns], or else it throws. `[In, H, W] -> [Out, Rows, Columns]` */
@ShapeRule(CONV2D_NAMED)
@JvmName("conv2dNamed3")
public fun <
    In : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Out : Dim<*>,
    KH : Dim<*>,
    KW : Dim<*>,
    Rows : Dim<*>,
    Columns : Dim<*>,
> Tensor<Cube<In, H, W>>.conv2d(
    weight: Tensor<Rank4<Out, In, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Cube<Out, Rows, Columns>> =
    Tensor(named("conv2d", value, conv2d(value, weight.value, bias?.value, stride, padding, dilation), weight, rows, columns))

/**
 * Slides [weight], one group of them per group of channels, over planes. Its rows and columns are [rows] and [columns], or else it throws.
 * `[In, H, W] -> [Out, Rows, Columns]`
 */
@ShapeRule(CONV2D_GROUPS_NAMED)
@JvmName("conv2dGroupsNamed3")
public fun <
    In : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Out : Dim<*>,
    Share : Dim<*>,
    KH : Dim<*>,
    KW : Dim<*>,
    Rows : Dim<*>,
    Columns : Dim<*>,
> Tensor<Cube<In, H, W>>.conv2d(
    weight: Tensor<Rank4<Out, Share, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    groups: Int,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Cube<Out, Rows, Columns>> =
    Tensor(named("conv2d", value, conv2d(value, weight.value, bias?.value, stride, padding, dilation, groups), weight, rows, columns))

/** Slides [weight] over planes. Rows and columns stay, or else it throws. `[N, In, H, W] -> [N, Out, H, W]` */
@ShapeRule(CONV2D_KEEPING)
@JvmName("conv2d4")
public fun <N : Dim<*>, In : Dim<*>, H : Dim<*>, W : Dim<*>, Out : Dim<*>, KH : Dim<*>, KW : Dim<*>> Tensor<Rank4<N, In, H, W>>.conv2d(
    weight: Tensor<Rank4<Out, In, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank4<N, Out, H, W>> =
    Tensor(keeping("conv2d", value, conv2d(value, weight.value, bias?.value, stride, padding, dilation), weight))

/**
 * Slides [weight], one group of them per group of channels, over planes. Rows and columns stay, or else it throws.
 * `[N, In, H, W] -> [N, Out, H, W]`
 */
@ShapeRule(CONV2D_GROUPS_KEEPING)
@JvmName("conv2dGroups4")
public fun <
    N : Dim<*>,
    In : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Out : Dim<*>,
    Share : Dim<*>,
    KH : Dim<*>,
    KW : Dim<*>,
> Tensor<Rank4<N, In, H, W>>.conv2d(
    weight: Tensor<Rank4<Out, Share, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    groups: Int,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank4<N, Out, H, W>> =
    Tensor(keeping("conv2d", value, conv2d(value, weight.value, bias?.value, stride, padding, dilation, groups), weight))

/** Slides [weight] over planes. Rows and columns stay, or else it throws. `[In, H, W] -> [Out, H, W]` */
@ShapeRule(CONV2D_KEEPING)
@JvmName("conv2d3")
public fun <In : Dim<*>, H : Dim<*>, W : Dim<*>, Out : Dim<*>, KH : Dim<*>, KW : Dim<*>> Tensor<Cube<In, H, W>>.conv2d(
    weight: Tensor<Rank4<Out, In, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Cube<Out, H, W>> = Tensor(keeping("conv2d", value, conv2d(value, weight.value, bias?.value, stride, padding, dilation), weight))

/**
 * Slides [weight], one group of them per group of channels, over planes. Rows and columns stay, or else it throws.
 * `[In, H, W] -> [Out, H, W]`
 */
@ShapeRule(CONV2D_GROUPS_KEEPING)
@JvmName("conv2dGroups3")
public fun <In : Dim<*>, H : Dim<*>, W : Dim<*>, Out : Dim<*>, Share : Dim<*>, KH : Dim<*>, KW : Dim<*>> Tensor<Cube<In, H, W>>.conv2d(
    weight: Tensor<Rank4<Out, Share, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    groups: Int,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Cube<Out, H, W>> =
    Tensor(keeping("conv2d", value, conv2d(value, weight.value, bias?.value, stride, padding, dilation, groups), weight))

/** Slides [weight] over planes. Halves rows and columns, or else it throws. `[N, In, H, W] -> [N, Out, H/2, W/2]` */
@ShapeRule(CONV2D_HALVING)
@JvmName("conv2dHalving4")
public fun <
    N : Dim<*>,
    In : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Out : Dim<*>,
    KH : Dim<*>,
    KW : Dim<*>,
> Tensor<Rank4<N, In, H, W>>.conv2dHalving(
    weight: Tensor<Rank4<Out, In, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    stride: Int = 2,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank4<N, Out, Half<H>, Half<W>>> =
    Tensor(halving("conv2d", value, conv2d(value, weight.value, bias?.value, stride, padding, dilation), weight))

/**
 * Slides [weight], one group of them per group of channels, over planes. Halves rows and columns, or else it throws.
 * `[N, In, H, W] -> [N, Out, H/2, W/2]`
 */
@ShapeRule(CONV2D_GROUPS_HALVING)
@JvmName("conv2dHalvingGroups4")
public fun <
    N : Dim<*>,
    In : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Out : Dim<*>,
    Share : Dim<*>,
    KH : Dim<*>,
    KW : Dim<*>,
> Tensor<Rank4<N, In, H, W>>.conv2dHalving(
    weight: Tensor<Rank4<Out, Share, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    groups: Int,
    stride: Int = 2,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank4<N, Out, Half<H>, Half<W>>> =
    Tensor(halving("conv2d", value, conv2d(value, weight.value, bias?.value, stride, padding, dilation, groups), weight))

/** Slides [weight] over planes. Halves rows and columns, or else it throws. `[In, H, W] -> [Out, H/2, W/2]` */
@ShapeRule(CONV2D_HALVING)
@JvmName("conv2dHalving3")
public fun <In : Dim<*>, H : Dim<*>, W : Dim<*>, Out : Dim<*>, KH : Dim<*>, KW : Dim<*>> Tensor<Cube<In, H, W>>.conv2dHalving(
    weight: Tensor<Rank4<Out, In, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    stride: Int = 2,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Cube<Out, Half<H>, Half<W>>> =
    Tensor(halving("conv2d", value, conv2d(value, weight.value, bias?.value, stride, padding, dilation), weight))

/**
 * Slides [weight], one group of them per group of channels, over planes. Halves rows and columns, or else it throws.
 * `[In, H, W] -> [Out, H/2, W/2]`
 */
@ShapeRule(CONV2D_GROUPS_HALVING)
@JvmName("conv2dHalvingGroups3")
public fun <
    In : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Out : Dim<*>,
    Share : Dim<*>,
    KH : Dim<*>,
    KW : Dim<*>,
> Tensor<Cube<In, H, W>>.conv2dHalving(
    weight: Tensor<Rank4<Out, Share, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    groups: Int,
    stride: Int = 2,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Cube<Out, Half<H>, Half<W>>> =
    Tensor(halving("conv2d", value, conv2d(value, weight.value, bias?.value, stride, padding, dilation, groups), weight))
