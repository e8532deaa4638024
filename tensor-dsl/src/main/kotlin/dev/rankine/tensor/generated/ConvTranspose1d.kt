package dev.rankine.tensor

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Half
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Vec

/** Spreads lines with [weight]. The result's axes are [length], or else it throws. `[N, In, L] -> [N, Out, Length]` */
@ShapeRule(CONV_TRANSPOSE1D_NAMED)
@JvmName("convTranspose1dNamed3")
public fun <N : Dim<*>, In : Dim<*>, L : Dim<*>, Out : Dim<*>, K : Dim<*>, Length : Dim<*>> Tensor<Cube<N, In, L>>.convTranspose1d(
    weight: Tensor<Cube<In, Out, K>>,
    bias: Tensor<Vec<Out>>? = null,
    length: Sized<Length>,
    stride: Int = 1,
    padding: Int = 0,
    outputPadding: Int = 0,
    dilation: Int = 1,
): Tensor<Cube<N, Out, Length>> =
    Tensor(Slide.SPREAD.named(value, spread(value, weight, bias, stride, padding, outputPadding, dilation), weight, length))

/** Spreads lines with [weight]. The result's axes are [length], or else it throws. `[In, L] -> [Out, Length]` */
@ShapeRule(CONV_TRANSPOSE1D_NAMED)
@JvmName("convTranspose1dNamed2")
public fun <In : Dim<*>, L : Dim<*>, Out : Dim<*>, K : Dim<*>, Length : Dim<*>> Tensor<Mat<In, L>>.convTranspose1d(
    weight: Tensor<Cube<In, Out, K>>,
    bias: Tensor<Vec<Out>>? = null,
    length: Sized<Length>,
    stride: Int = 1,
    padding: Int = 0,
    outputPadding: Int = 0,
    dilation: Int = 1,
): Tensor<Mat<Out, Length>> =
    Tensor(Slide.SPREAD.named(value, spread(value, weight, bias, stride, padding, outputPadding, dilation), weight, length))

/** Spreads lines with [weight]. The length stays, or else it throws. `[N, In, L] -> [N, Out, L]` */
@ShapeRule(CONV_TRANSPOSE1D_KEEPING)
@JvmName("convTranspose1d3")
public fun <N : Dim<*>, In : Dim<*>, L : Dim<*>, Out : Dim<*>, K : Dim<*>> Tensor<Cube<N, In, L>>.convTranspose1d(
    weight: Tensor<Cube<In, Out, K>>,
    bias: Tensor<Vec<Out>>? = null,
    stride: Int = 1,
    padding: Int = 0,
    outputPadding: Int = 0,
    dilation: Int = 1,
): Tensor<Cube<N, Out, L>> = Tensor(Slide.SPREAD.kept(value, spread(value, weight, bias, stride, padding, outputPadding, dilation), weight))

/** Spreads lines with [weight]. The length stays, or else it throws. `[In, L] -> [Out, L]` */
@ShapeRule(CONV_TRANSPOSE1D_KEEPING)
@JvmName("convTranspose1d2")
public fun <In : Dim<*>, L : Dim<*>, Out : Dim<*>, K : Dim<*>> Tensor<Mat<In, L>>.convTranspose1d(
    weight: Tensor<Cube<In, Out, K>>,
    bias: Tensor<Vec<Out>>? = null,
    stride: Int = 1,
    padding: Int = 0,
    outputPadding: Int = 0,
    dilation: Int = 1,
): Tensor<Mat<Out, L>> = Tensor(Slide.SPREAD.kept(value, spread(value, weight, bias, stride, padding, outputPadding, dilation), weight))

/** Spreads lines with [weight]. Doubles the length, or else it throws. `[N, In, L/2] -> [N, Out, L]` */
@ShapeRule(CONV_TRANSPOSE1D_DOUBLING)
@JvmName("convTranspose1dDoubling3")
public fun <N : Dim<*>, In : Dim<*>, L : Dim<*>, Out : Dim<*>, K : Dim<*>> Tensor<Cube<N, In, Half<L>>>.convTranspose1dDoubling(
    weight: Tensor<Cube<In, Out, K>>,
    bias: Tensor<Vec<Out>>? = null,
    stride: Int = 2,
    padding: Int = 0,
    outputPadding: Int = 0,
    dilation: Int = 1,
): Tensor<Cube<N, Out, L>> =
    Tensor(Slide.SPREAD.doubled(value, spread(value, weight, bias, stride, padding, outputPadding, dilation), weight))

/** Spreads lines with [weight]. Doubles the length, or else it throws. `[In, L/2] -> [Out, L]` */
@ShapeRule(CONV_TRANSPOSE1D_DOUBLING)
@JvmName("convTranspose1dDoubling2")
public fun <In : Dim<*>, L : Dim<*>, Out : Dim<*>, K : Dim<*>> Tensor<Mat<In, Half<L>>>.convTranspose1dDoubling(
    weight: Tensor<Cube<In, Out, K>>,
    bias: Tensor<Vec<Out>>? = null,
    stride: Int = 2,
    padding: Int = 0,
    outputPadding: Int = 0,
    dilation: Int = 1,
): Tensor<Mat<Out, L>> = Tensor(Slide.SPREAD.doubled(value, spread(value, weight, bias, stride, padding, outputPadding, dilation), weight))
