package dev.rankine.tensor

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Half
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Vec

/**
 * Spreads planes with [weight]. The result's axes are [rows] and [columns], or else it throws.
 * `[N, In, H, W] -> [N, Out, Rows, Columns]`
 */
@ShapeRule(CONV_TRANSPOSE2D_NAMED)
@JvmName("convTranspose2dNamed4")
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
> Tensor<Rank4<N, In, H, W>>.convTranspose2d(
    weight: Tensor<Rank4<In, Out, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
    stride: Int = 1,
    padding: Int = 0,
    outputPadding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank4<N, Out, Rows, Columns>> =
    Tensor(Slide.SPREAD.named(value, spread(value, weight, bias, stride, padding, outputPadding, dilation), weight, rows, columns))

/** Spreads planes with [weight]. The result's axes are [rows] and [columns], or else it throws. `[In, H, W] -> [Out, Rows, Columns]` */
@ShapeRule(CONV_TRANSPOSE2D_NAMED)
@JvmName("convTranspose2dNamed3")
public fun <
    In : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Out : Dim<*>,
    KH : Dim<*>,
    KW : Dim<*>,
    Rows : Dim<*>,
    Columns : Dim<*>,
> Tensor<Cube<In, H, W>>.convTranspose2d(
    weight: Tensor<Rank4<In, Out, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
    stride: Int = 1,
    padding: Int = 0,
    outputPadding: Int = 0,
    dilation: Int = 1,
): Tensor<Cube<Out, Rows, Columns>> =
    Tensor(Slide.SPREAD.named(value, spread(value, weight, bias, stride, padding, outputPadding, dilation), weight, rows, columns))

/** Spreads planes with [weight]. Rows and columns stay, or else it throws. `[N, In, H, W] -> [N, Out, H, W]` */
@ShapeRule(CONV_TRANSPOSE2D_KEEPING)
@JvmName("convTranspose2d4")
public fun <
    N : Dim<*>,
    In : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Out : Dim<*>,
    KH : Dim<*>,
    KW : Dim<*>,
> Tensor<Rank4<N, In, H, W>>.convTranspose2d(
    weight: Tensor<Rank4<In, Out, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    stride: Int = 1,
    padding: Int = 0,
    outputPadding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank4<N, Out, H, W>> =
    Tensor(Slide.SPREAD.kept(value, spread(value, weight, bias, stride, padding, outputPadding, dilation), weight))

/** Spreads planes with [weight]. Rows and columns stay, or else it throws. `[In, H, W] -> [Out, H, W]` */
@ShapeRule(CONV_TRANSPOSE2D_KEEPING)
@JvmName("convTranspose2d3")
public fun <In : Dim<*>, H : Dim<*>, W : Dim<*>, Out : Dim<*>, KH : Dim<*>, KW : Dim<*>> Tensor<Cube<In, H, W>>.convTranspose2d(
    weight: Tensor<Rank4<In, Out, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    stride: Int = 1,
    padding: Int = 0,
    outputPadding: Int = 0,
    dilation: Int = 1,
): Tensor<Cube<Out, H, W>> = Tensor(Slide.SPREAD.kept(value, spread(value, weight, bias, stride, padding, outputPadding, dilation), weight))

/** Spreads planes with [weight]. Doubles rows and columns, or else it throws. `[N, In, H/2, W/2] -> [N, Out, H, W]` */
@ShapeRule(CONV_TRANSPOSE2D_DOUBLING)
@JvmName("convTranspose2dDoubling4")
public fun <
    N : Dim<*>,
    In : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Out : Dim<*>,
    KH : Dim<*>,
    KW : Dim<*>,
> Tensor<Rank4<N, In, Half<H>, Half<W>>>.convTranspose2dDoubling(
    weight: Tensor<Rank4<In, Out, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    stride: Int = 2,
    padding: Int = 0,
    outputPadding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank4<N, Out, H, W>> =
    Tensor(Slide.SPREAD.doubled(value, spread(value, weight, bias, stride, padding, outputPadding, dilation), weight))

/** Spreads planes with [weight]. Doubles rows and columns, or else it throws. `[In, H/2, W/2] -> [Out, H, W]` */
@ShapeRule(CONV_TRANSPOSE2D_DOUBLING)
@JvmName("convTranspose2dDoubling3")
public fun <
    In : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Out : Dim<*>,
    KH : Dim<*>,
    KW : Dim<*>,
> Tensor<Cube<In, Half<H>, Half<W>>>.convTranspose2dDoubling(
    weight: Tensor<Rank4<In, Out, KH, KW>>,
    bias: Tensor<Vec<Out>>? = null,
    stride: Int = 2,
    padding: Int = 0,
    outputPadding: Int = 0,
    dilation: Int = 1,
): Tensor<Cube<Out, H, W>> =
    Tensor(Slide.SPREAD.doubled(value, spread(value, weight, bias, stride, padding, outputPadding, dilation), weight))
