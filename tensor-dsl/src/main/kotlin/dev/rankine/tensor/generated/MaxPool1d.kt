package dev.rankine.tensor

import dev.rankine.ops.POOL1D_KEEPING_RULE
import dev.rankine.ops.POOL1D_NAMED_RULE
import dev.rankine.ops.maxPool1d
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized

/** The largest element of every window. Names the axes of the result, or else throws. `[N, C, L] -> [N, C, Length]` */
@ShapeRule(POOL1D_NAMED_RULE)
@JvmName("maxPool1dNamed3")
public fun <N : Dim<*>, C : Dim<*>, L : Dim<*>, Length : Dim<*>> Tensor<Cube<N, C, L>>.maxPool1d(
    kernel: Int,
    length: Sized<Length>,
    stride: Int = kernel,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Cube<N, C, Length>> = Tensor(namedField("max_pool1d", value, maxPool1d(value, kernel, stride, padding, dilation), length))

/** The largest element of every window. Names the axes of the result, or else throws. `[C, L] -> [C, Length]` */
@ShapeRule(POOL1D_NAMED_RULE)
@JvmName("maxPool1dNamed2")
public fun <C : Dim<*>, L : Dim<*>, Length : Dim<*>> Tensor<Mat<C, L>>.maxPool1d(
    kernel: Int,
    length: Sized<Length>,
    stride: Int = kernel,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Mat<C, Length>> = Tensor(namedField("max_pool1d", value, maxPool1d(value, kernel, stride, padding, dilation), length))

/** The largest element of every window. Keeps the sizes, or else throws. `[N, C, L] -> [N, C, L]` */
@ShapeRule(POOL1D_KEEPING_RULE)
@JvmName("maxPool1d3")
public fun <N : Dim<*>, C : Dim<*>, L : Dim<*>> Tensor<Cube<N, C, L>>.maxPool1d(
    kernel: Int,
    stride: Int = kernel,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Cube<N, C, L>> = Tensor(keptLast("max_pool1d", value, maxPool1d(value, kernel, stride, padding, dilation), 1))

/** The largest element of every window. Keeps the sizes, or else throws. `[C, L] -> [C, L]` */
@ShapeRule(POOL1D_KEEPING_RULE)
@JvmName("maxPool1d2")
public fun <C : Dim<*>, L : Dim<*>> Tensor<Mat<C, L>>.maxPool1d(
    kernel: Int,
    stride: Int = kernel,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Mat<C, L>> = Tensor(keptLast("max_pool1d", value, maxPool1d(value, kernel, stride, padding, dilation), 1))
