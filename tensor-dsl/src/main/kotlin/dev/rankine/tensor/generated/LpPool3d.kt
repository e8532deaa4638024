package dev.rankine.tensor

import dev.rankine.ops.POOL3D_KEEPING_RULE
import dev.rankine.ops.POOL3D_NAMED_RULE
import dev.rankine.ops.lpPool3d
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized

/** The norm of every window. Names the axes of the result, or else throws. `[N, C, D, H, W] -> [N, C, Depth, Rows, Columns]` */
@ShapeRule(POOL3D_NAMED_RULE)
@JvmName("lpPool3dNamed5")
public fun <
    N : Dim<*>,
    C : Dim<*>,
    D : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Depth : Dim<*>,
    Rows : Dim<*>,
    Columns : Dim<*>,
> Tensor<Rank5<N, C, D, H, W>>.lpPool3d(
    norm: Double,
    kernel: Int,
    depth: Sized<Depth>,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
    stride: Int = kernel,
): Tensor<Rank5<N, C, Depth, Rows, Columns>> =
    Tensor(namedField("lp_pool3d", value, lpPool3d(value, norm, kernel, stride), depth, rows, columns))

/** The norm of every window. Names the axes of the result, or else throws. `[C, D, H, W] -> [C, Depth, Rows, Columns]` */
@ShapeRule(POOL3D_NAMED_RULE)
@JvmName("lpPool3dNamed4")
public fun <
    C : Dim<*>,
    D : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Depth : Dim<*>,
    Rows : Dim<*>,
    Columns : Dim<*>,
> Tensor<Rank4<C, D, H, W>>.lpPool3d(
    norm: Double,
    kernel: Int,
    depth: Sized<Depth>,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
    stride: Int = kernel,
): Tensor<Rank4<C, Depth, Rows, Columns>> =
    Tensor(namedField("lp_pool3d", value, lpPool3d(value, norm, kernel, stride), depth, rows, columns))

/** The norm of every window. Keeps the sizes, or else throws. `[N, C, D, H, W] -> [N, C, D, H, W]` */
@ShapeRule(POOL3D_KEEPING_RULE)
@JvmName("lpPool3d5")
public fun <N : Dim<*>, C : Dim<*>, D : Dim<*>, H : Dim<*>, W : Dim<*>> Tensor<Rank5<N, C, D, H, W>>.lpPool3d(
    norm: Double,
    kernel: Int,
    stride: Int = kernel,
): Tensor<Rank5<N, C, D, H, W>> = Tensor(keptLast("lp_pool3d", value, lpPool3d(value, norm, kernel, stride), 3))

/** The norm of every window. Keeps the sizes, or else throws. `[C, D, H, W] -> [C, D, H, W]` */
@ShapeRule(POOL3D_KEEPING_RULE)
@JvmName("lpPool3d4")
public fun <C : Dim<*>, D : Dim<*>, H : Dim<*>, W : Dim<*>> Tensor<Rank4<C, D, H, W>>.lpPool3d(
    norm: Double,
    kernel: Int,
    stride: Int = kernel,
): Tensor<Rank4<C, D, H, W>> = Tensor(keptLast("lp_pool3d", value, lpPool3d(value, norm, kernel, stride), 3))
