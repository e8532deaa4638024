package dev.rankine.tensor

import dev.rankine.ops.POOL1D_KEEPING_RULE
import dev.rankine.ops.POOL1D_NAMED_RULE
import dev.rankine.ops.avgPool1d
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized

/** The mean of every window. Names the axes of the result, or else throws. `[N, C, L] -> [N, C, Length]` */
@ShapeRule(POOL1D_NAMED_RULE)
@JvmName("avgPool1dNamed3")
public fun <N : Dim<*>, C : Dim<*>, L : Dim<*>, Length : Dim<*>> Tensor<Cube<N, C, L>>.avgPool1d(
    kernel: Int,
    length: Sized<Length>,
    stride: Int = kernel,
    padding: Int = 0,
    countIncludePad: Boolean = true,
): Tensor<Cube<N, C, Length>> =
    Tensor(namedField("avg_pool1d", value, avgPool1d(value, kernel, stride, padding, false, countIncludePad), length))

/** The mean of every window. Names the axes of the result, or else throws. `[C, L] -> [C, Length]` */
@ShapeRule(POOL1D_NAMED_RULE)
@JvmName("avgPool1dNamed2")
public fun <C : Dim<*>, L : Dim<*>, Length : Dim<*>> Tensor<Mat<C, L>>.avgPool1d(
    kernel: Int,
    length: Sized<Length>,
    stride: Int = kernel,
    padding: Int = 0,
    countIncludePad: Boolean = true,
): Tensor<Mat<C, Length>> =
    Tensor(namedField("avg_pool1d", value, avgPool1d(value, kernel, stride, padding, false, countIncludePad), length))

/** The mean of every window. Keeps the sizes, or else throws. `[N, C, L] -> [N, C, L]` */
@ShapeRule(POOL1D_KEEPING_RULE)
@JvmName("avgPool1d3")
public fun <N : Dim<*>, C : Dim<*>, L : Dim<*>> Tensor<Cube<N, C, L>>.avgPool1d(
    kernel: Int,
    stride: Int = kernel,
    padding: Int = 0,
    countIncludePad: Boolean = true,
): Tensor<Cube<N, C, L>> = Tensor(keptLast("avg_pool1d", value, avgPool1d(value, kernel, stride, padding, false, countIncludePad), 1))

/** The mean of every window. Keeps the sizes, or else throws. `[C, L] -> [C, L]` */
@ShapeRule(POOL1D_KEEPING_RULE)
@JvmName("avgPool1d2")
public fun <C : Dim<*>, L : Dim<*>> Tensor<Mat<C, L>>.avgPool1d(
    kernel: Int,
    stride: Int = kernel,
    padding: Int = 0,
    countIncludePad: Boolean = true,
): Tensor<Mat<C, L>> = Tensor(keptLast("avg_pool1d", value, avgPool1d(value, kernel, stride, padding, false, countIncludePad), 1))
