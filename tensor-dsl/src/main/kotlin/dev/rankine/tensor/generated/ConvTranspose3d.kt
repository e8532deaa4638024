package dev.rankine.tensor

import dev.rankine.shapes.Dim
import dev.rankine.shapes.Half
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Vec

/**
 * Spreads volumes with [weight]. The result's axes are [depth] and [rows] and [columns], or else it throws.
 * `[N, In, D, H, W] -> [N, Out, Depth, Rows, Columns]`
 */
@ShapeRule(CONV_TRANSPOSE3D_NAMED)
@JvmName("convTranspose3dNamed5")
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
> Tensor<Rank5<N, In, D, H, W>>.convTranspose3d(
    weight: Tensor<Rank5<In, Out, KD, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    depth: Sized<Depth>,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
    stride: Int = 1,
    padding: Int = 0,
    outputPadding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank5<N, Out, Depth, Rows, Columns>> =
    Tensor(Slide.SPREAD.named(value, spread(value, weight, bias, stride, padding, outputPadding, dilation), weight, depth, rows, columns))

/**
 * Spreads volumes with [weight]. The result's axes are [depth] and [rows] and [columns], or else it throws.
 * `[In, D, H, W] -> [Out, Depth, Rows, Columns]`
 */
@ShapeRule(CONV_TRANSPOSE3D_NAMED)
@JvmName("convTranspose3dNamed4")
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
> Tensor<Rank4<In, D, H, W>>.convTranspose3d(
    weight: Tensor<Rank5<In, Out, KD, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    depth: Sized<Depth>,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
    stride: Int = 1,
    padding: Int = 0,
    outputPadding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank4<Out, Depth, Rows, Columns>> =
    Tensor(Slide.SPREAD.named(value, spread(value, weight, bias, stride, padding, outputPadding, dilation), weight, depth, rows, columns))

/** Spreads volumes with [weight]. Planes, rows and columns stay, or else it throws. `[N, In, D, H, W] -> [N, Out, D, H, W]` */
@ShapeRule(CONV_TRANSPOSE3D_KEEPING)
@JvmName("convTranspose3d5")
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
> Tensor<Rank5<N, In, D, H, W>>.convTranspose3d(
    weight: Tensor<Rank5<In, Out, KD, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    stride: Int = 1,
    padding: Int = 0,
    outputPadding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank5<N, Out, D, H, W>> =
    Tensor(Slide.SPREAD.kept(value, spread(value, weight, bias, stride, padding, outputPadding, dilation), weight))

/** Spreads volumes with [weight]. Planes, rows and columns stay, or else it throws. `[In, D, H, W] -> [Out, D, H, W]` */
@ShapeRule(CONV_TRANSPOSE3D_KEEPING)
@JvmName("convTranspose3d4")
public fun <
    In : Dim<*>,
    D : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Out : Dim<*>,
    KD : Dim<*>,
    KH : Dim<*>,
    KW : Dim<*>,
> Tensor<Rank4<In, D, H, W>>.convTranspose3d(
    weight: Tensor<Rank5<In, Out, KD, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    stride: Int = 1,
    padding: Int = 0,
    outputPadding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank4<Out, D, H, W>> =
    Tensor(Slide.SPREAD.kept(value, spread(value, weight, bias, stride, padding, outputPadding, dilation), weight))

/** Spreads volumes with [weight]. Doubles planes, rows and columns, or else it throws. `[N, In, D/2, H/2, W/2] -> [N, Out, D, H, W]` */
@ShapeRule(CONV_TRANSPOSE3D_DOUBLING)
@JvmName("convTranspose3dDoubling5")
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
> Tensor<Rank5<N, In, Half<D>, Half<H>, Half<W>>>.convTranspose3dDoubling(
    weight: Tensor<Rank5<In, Out, KD, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    stride: Int = 2,
    padding: Int = 0,
    outputPadding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank5<N, Out, D, H, W>> =
    Tensor(Slide.SPREAD.doubled(value, spread(value, weight, bias, stride, padding, outputPadding, dilation), weight))

/** Spreads volumes with [weight]. Doubles planes, rows and columns, or else it throws. `[In, D/2, H/2, W/2] -> [Out, D, H, W]` */
@ShapeRule(CONV_TRANSPOSE3D_DOUBLING)
@JvmName("convTranspose3dDoubling4")
public fun <
    In : Dim<*>,
    D : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Out : Dim<*>,
    KD : Dim<*>,
    KH : Dim<*>,
    KW : Dim<*>,
> Tensor<Rank4<In, Half<D>, Half<H>, Half<W>>>.convTranspose3dDoubling(
    weight: Tensor<Rank5<In, Out, KD, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    stride: Int = 2,
    padding: Int = 0,
    outputPadding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank4<Out, D, H, W>> =
    Tensor(Slide.SPREAD.doubled(value, spread(value, weight, bias, stride, padding, outputPadding, dilation), weight))
