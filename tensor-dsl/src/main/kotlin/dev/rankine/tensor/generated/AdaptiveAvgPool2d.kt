package dev.rankine.tensor

import dev.rankine.ops.mean
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Vec

/** The means of so many windows as [rows] and [columns] say, which cover the planes. `[N, C, H, W] -> [N, C, Rows, Columns]` */
@ShapeRule("[n, c, h, w] rows=? columns=? -> [n, c, rows, columns]")
@JvmName("adaptiveAvgPool2d4")
public fun <N : Dim<*>, C : Dim<*>, H : Dim<*>, W : Dim<*>, Rows : Dim<*>, Columns : Dim<*>> Tensor<Rank4<N, C, H, W>>.adaptiveAvgPool2d(
    rows: Sized<Rows>,
    columns: Sized<Columns>,
): Tensor<Rank4<N, C, Rows, Columns>> = Tensor(pooledTo(value, rows.toAxis(), columns.toAxis()))

/** The mean of every plane. `[N, C, H, W] -> [N, C]` */
@ShapeRule("[n, c, h, w] -> [n, c]")
@JvmName("globalAvgPool2d4")
public fun <N : Dim<*>, C : Dim<*>, H : Dim<*>, W : Dim<*>> Tensor<Rank4<N, C, H, W>>.globalAvgPool2d(): Tensor<Mat<N, C>> =
    Tensor(mean(value, listOf(-2, -1)))

/** The means of so many windows as [rows] and [columns] say, which cover the planes. `[C, H, W] -> [C, Rows, Columns]` */
@ShapeRule("[c, h, w] rows=? columns=? -> [c, rows, columns]")
@JvmName("adaptiveAvgPool2d3")
public fun <C : Dim<*>, H : Dim<*>, W : Dim<*>, Rows : Dim<*>, Columns : Dim<*>> Tensor<Cube<C, H, W>>.adaptiveAvgPool2d(
    rows: Sized<Rows>,
    columns: Sized<Columns>,
): Tensor<Cube<C, Rows, Columns>> = Tensor(pooledTo(value, rows.toAxis(), columns.toAxis()))

/** The mean of every plane. `[C, H, W] -> [C]` */
@ShapeRule("[c, h, w] -> [c]")
@JvmName("globalAvgPool2d3")
public fun <C : Dim<*>, H : Dim<*>, W : Dim<*>> Tensor<Cube<C, H, W>>.globalAvgPool2d(): Tensor<Vec<C>> =
    Tensor(mean(value, listOf(-2, -1)))
