package dev.rankine.tensor

import dev.rankine.ops.POOL2D_HALVING_RULE
import dev.rankine.ops.POOL2D_KEEPING_RULE
import dev.rankine.ops.POOL2D_NAMED_RULE
import dev.rankine.ops.avgPool2d
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Half
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized

/** The mean of every window. Its rows and columns are [rows] and [columns], or else it throws. `[N, C, H, W] -> [N, C, Rows, Columns]` */
@ShapeRule(POOL2D_NAMED_RULE)
@JvmName("avgPool2dNamed4")
public fun <N : Dim<*>, C : Dim<*>, H : Dim<*>, W : Dim<*>, Rows : Dim<*>, Columns : Dim<*>> Tensor<Rank4<N, C, H, W>>.avgPool2d(
    kernel: Int,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
    stride: Int = kernel,
    padding: Int = 0,
    countIncludePad: Boolean = true,
): Tensor<Rank4<N, C, Rows, Columns>> =
    Tensor(named("avg_pool2d", value, avgPool2d(value, kernel, stride, padding, countIncludePad = countIncludePad), null, rows, columns))

/** The mean of every window. Its rows and columns are [rows] and [columns], or else it throws. `[C, H, W] -> [C, Rows, Columns]` */
@ShapeRule(POOL2D_NAMED_RULE)
@JvmName("avgPool2dNamed3")
public fun <C : Dim<*>, H : Dim<*>, W : Dim<*>, Rows : Dim<*>, Columns : Dim<*>> Tensor<Cube<C, H, W>>.avgPool2d(
    kernel: Int,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
    stride: Int = kernel,
    padding: Int = 0,
    countIncludePad: Boolean = true,
): Tensor<Cube<C, Rows, Columns>> =
    Tensor(named("avg_pool2d", value, avgPool2d(value, kernel, stride, padding, countIncludePad = countIncludePad), null, rows, columns))

/** The mean of every window. Rows and columns stay, or else it throws. `[N, C, H, W] -> [N, C, H, W]` */
@ShapeRule(POOL2D_KEEPING_RULE)
@JvmName("avgPool2d4")
public fun <N : Dim<*>, C : Dim<*>, H : Dim<*>, W : Dim<*>> Tensor<Rank4<N, C, H, W>>.avgPool2d(
    kernel: Int,
    stride: Int = kernel,
    padding: Int = 0,
    countIncludePad: Boolean = true,
): Tensor<Rank4<N, C, H, W>> =
    Tensor(keeping("avg_pool2d", value, avgPool2d(value, kernel, stride, padding, countIncludePad = countIncludePad), null))

/** The mean of every window. Rows and columns stay, or else it throws. `[C, H, W] -> [C, H, W]` */
@ShapeRule(POOL2D_KEEPING_RULE)
@JvmName("avgPool2d3")
public fun <C : Dim<*>, H : Dim<*>, W : Dim<*>> Tensor<Cube<C, H, W>>.avgPool2d(
    kernel: Int,
    stride: Int = kernel,
    padding: Int = 0,
    countIncludePad: Boolean = true,
): Tensor<Cube<C, H, W>> =
    Tensor(keeping("avg_pool2d", value, avgPool2d(value, kernel, stride, padding, countIncludePad = countIncludePad), null))

/** The mean of every window. Halves rows and columns, or else it throws. `[N, C, H, W] -> [N, C, H/2, W/2]` */
@ShapeRule(POOL2D_HALVING_RULE)
@JvmName("avgPool2dHalving4")
public fun <N : Dim<*>, C : Dim<*>, H : Dim<*>, W : Dim<*>> Tensor<Rank4<N, C, H, W>>.avgPool2dHalving(
    kernel: Int,
    stride: Int = kernel,
    padding: Int = 0,
    countIncludePad: Boolean = true,
): Tensor<Rank4<N, C, Half<H>, Half<W>>> =
    Tensor(halving("avg_pool2d", value, avgPool2d(value, kernel, stride, padding, countIncludePad = countIncludePad), null))

/** The mean of every window. Halves rows and columns, or else it throws. `[C, H, W] -> [C, H/2, W/2]` */
@ShapeRule(POOL2D_HALVING_RULE)
@JvmName("avgPool2dHalving3")
public fun <C : Dim<*>, H : Dim<*>, W : Dim<*>> Tensor<Cube<C, H, W>>.avgPool2dHalving(
    kernel: Int,
    stride: Int = kernel,
    padding: Int = 0,
    countIncludePad: Boolean = true,
): Tensor<Cube<C, Half<H>, Half<W>>> =
    Tensor(halving("avg_pool2d", value, avgPool2d(value, kernel, stride, padding, countIncludePad = countIncludePad), null))
