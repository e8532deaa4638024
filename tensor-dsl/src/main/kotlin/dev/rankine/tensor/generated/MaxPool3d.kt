package dev.rankine.tensor

import dev.rankine.ops.POOL3D_KEEPING_RULE
import dev.rankine.ops.POOL3D_NAMED_RULE
import dev.rankine.ops.maxPool3d
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized

/** The largest element of every window. Names the axes of the result, or else throws. `[N, C, D, H, W] -> [N, C, Depth, Rows, Columns]` */
@ShapeRule(POOL3D_NAMED_RULE)
@JvmName("maxPool3dNamed5")
public fun <
    N : Dim<*>,
    C : Dim<*>,
    D : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Depth : Dim<*>,
    Rows : Dim<*>,
    Columns : Dim<*>,
> Tensor<Rank5<N, C, D, H, W>>.maxPool3d(
    kernel: Int,
    depth: Sized<Depth>,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
    stride: Int = kernel,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank5<N, C, Depth, Rows, Columns>> =
    Tensor(namedField("max_pool3d", value, maxPool3d(value, kernel, stride, padding, dilation), depth, rows, columns))

/** The largest element of every window. Names the axes of the result, or else throws. `[C, D, H, W] -> [C, Depth, Rows, Columns]` */
@ShapeRule(POOL3D_NAMED_RULE)
@JvmName("maxPool3dNamed4")
public fun <
    C : Dim<*>,
    D : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Depth : Dim<*>,
    Rows : Dim<*>,
    Columns : Dim<*>,
> Tensor<Rank4<C, D, H, W>>.maxPool3d(
    kernel: Int,
    depth: Sized<Depth>,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
    stride: Int = kernel,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank4<C, Depth, Rows, Columns>> =
    Tensor(namedField("max_pool3d", value, maxPool3d(value, kernel, stride, padding, dilation), depth, rows, columns))

/** The largest element of every window. Keeps the sizes, or else throws. `[N, C, D, H, W] -> [N, C, D, H, W]` */
@ShapeRule(POOL3D_KEEPING_RULE)
@JvmName("maxPool3d5")
public fun <N : Dim<*>, C : Dim<*>, D : Dim<*>, H : Dim<*>, W : Dim<*>> Tensor<Rank5<N, C, D, H, W>>.maxPool3d(
    kernel: Int,
    stride: Int = kernel,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank5<N, C, D, H, W>> = Tensor(keptLast("max_pool3d", value, maxPool3d(value, kernel, stride, padding, dilation), 3))

/** The largest element of every window. Keeps the sizes, or else throws. `[C, D, H, W] -> [C, D, H, W]` */
@ShapeRule(POOL3D_KEEPING_RULE)
@JvmName("maxPool3d4")
public fun <C : Dim<*>, D : Dim<*>, H : Dim<*>, W : Dim<*>> Tensor<Rank4<C, D, H, W>>.maxPool3d(
    kernel: Int,
    stride: Int = kernel,
    padding: Int = 0,
    dilation: Int = 1,
): Tensor<Rank4<C, D, H, W>> = Tensor(keptLast("max_pool3d", value, maxPool3d(value, kernel, stride, padding, dilation), 3))
