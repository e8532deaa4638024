package dev.rankine.tensor

import dev.rankine.ops.POOL2D_KEEPING_RULE
import dev.rankine.ops.POOL2D_NAMED_RULE
import dev.rankine.ops.lpPool2d
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized

/** The norm of every window. Names the axes of the result, or else throws. `[N, C, H, W] -> [N, C, Rows, Columns]` */
@ShapeRule(POOL2D_NAMED_RULE)
@JvmName("lpPool2dNamed4")
public fun <N : Dim<*>, C : Dim<*>, H : Dim<*>, W : Dim<*>, Rows : Dim<*>, Columns : Dim<*>> Tensor<Rank4<N, C, H, W>>.lpPool2d(
    norm: Double,
    kernel: Int,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
    stride: Int = kernel,
): Tensor<Rank4<N, C, Rows, Columns>> = Tensor(namedField("lp_pool2d", value, lpPool2d(value, norm, kernel, stride), rows, columns))

/** The norm of every window. Names the axes of the result, or else throws. `[C, H, W] -> [C, Rows, Columns]` */
@ShapeRule(POOL2D_NAMED_RULE)
@JvmName("lpPool2dNamed3")
public fun <C : Dim<*>, H : Dim<*>, W : Dim<*>, Rows : Dim<*>, Columns : Dim<*>> Tensor<Cube<C, H, W>>.lpPool2d(
    norm: Double,
    kernel: Int,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
    stride: Int = kernel,
): Tensor<Cube<C, Rows, Columns>> = Tensor(namedField("lp_pool2d", value, lpPool2d(value, norm, kernel, stride), rows, columns))

/** The norm of every window. Keeps the sizes, or else throws. `[N, C, H, W] -> [N, C, H, W]` */
@ShapeRule(POOL2D_KEEPING_RULE)
@JvmName("lpPool2d4")
public fun <N : Dim<*>, C : Dim<*>, H : Dim<*>, W : Dim<*>> Tensor<Rank4<N, C, H, W>>.lpPool2d(
    norm: Double,
    kernel: Int,
    stride: Int = kernel,
): Tensor<Rank4<N, C, H, W>> = Tensor(keptLast("lp_pool2d", value, lpPool2d(value, norm, kernel, stride), 2))

/** The norm of every window. Keeps the sizes, or else throws. `[C, H, W] -> [C, H, W]` */
@ShapeRule(POOL2D_KEEPING_RULE)
@JvmName("lpPool2d3")
public fun <C : Dim<*>, H : Dim<*>, W : Dim<*>> Tensor<Cube<C, H, W>>.lpPool2d(
    norm: Double,
    kernel: Int,
    stride: Int = kernel,
): Tensor<Cube<C, H, W>> = Tensor(keptLast("lp_pool2d", value, lpPool2d(value, norm, kernel, stride), 2))
