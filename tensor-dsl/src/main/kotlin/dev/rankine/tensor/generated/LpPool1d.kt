package dev.rankine.tensor

import dev.rankine.ops.POOL1D_KEEPING_RULE
import dev.rankine.ops.POOL1D_NAMED_RULE
import dev.rankine.ops.lpPool1d
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized

/** The norm of every window. Names the axes of the result, or else throws. `[N, C, L] -> [N, C, Length]` */
@ShapeRule(POOL1D_NAMED_RULE)
@JvmName("lpPool1dNamed3")
public fun <N : Dim<*>, C : Dim<*>, L : Dim<*>, Length : Dim<*>> Tensor<Cube<N, C, L>>.lpPool1d(
    norm: Double,
    kernel: Int,
    length: Sized<Length>,
    stride: Int = kernel,
): Tensor<Cube<N, C, Length>> = Tensor(namedField("lp_pool1d", value, lpPool1d(value, norm, kernel, stride), length))

/** The norm of every window. Names the axes of the result, or else throws. `[C, L] -> [C, Length]` */
@ShapeRule(POOL1D_NAMED_RULE)
@JvmName("lpPool1dNamed2")
public fun <C : Dim<*>, L : Dim<*>, Length : Dim<*>> Tensor<Mat<C, L>>.lpPool1d(
    norm: Double,
    kernel: Int,
    length: Sized<Length>,
    stride: Int = kernel,
): Tensor<Mat<C, Length>> = Tensor(namedField("lp_pool1d", value, lpPool1d(value, norm, kernel, stride), length))

/** The norm of every window. Keeps the sizes, or else throws. `[N, C, L] -> [N, C, L]` */
@ShapeRule(POOL1D_KEEPING_RULE)
@JvmName("lpPool1d3")
public fun <N : Dim<*>, C : Dim<*>, L : Dim<*>> Tensor<Cube<N, C, L>>.lpPool1d(
    norm: Double,
    kernel: Int,
    stride: Int = kernel,
): Tensor<Cube<N, C, L>> = Tensor(keptLast("lp_pool1d", value, lpPool1d(value, norm, kernel, stride), 1))

/** The norm of every window. Keeps the sizes, or else throws. `[C, L] -> [C, L]` */
@ShapeRule(POOL1D_KEEPING_RULE)
@JvmName("lpPool1d2")
public fun <C : Dim<*>, L : Dim<*>> Tensor<Mat<C, L>>.lpPool1d(norm: Double, kernel: Int, stride: Int = kernel): Tensor<Mat<C, L>> =
    Tensor(keptLast("lp_pool1d", value, lpPool1d(value, norm, kernel, stride), 1))
