package dev.rankine.tensor

import dev.rankine.ops.adaptiveAvgPool3d
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized

/** The means of windows that cut every volume into so many parts. `[N, C, D, H, W] -> [N, C, Depth, Rows, Columns]` */
@ShapeRule("[n, c, d, h, w] depth=? rows=? columns=? -> [n, c, depth, rows, columns]")
@JvmName("adaptiveAvgPool3d5")
public fun <
    N : Dim<*>,
    C : Dim<*>,
    D : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Depth : Dim<*>,
    Rows : Dim<*>,
    Columns : Dim<*>,
> Tensor<Rank5<N, C, D, H, W>>.adaptiveAvgPool3d(
    depth: Sized<Depth>,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
): Tensor<Rank5<N, C, Depth, Rows, Columns>> =
    Tensor(namedField("adaptive_avg_pool3d", value, adaptiveAvgPool3d(value, depth.count, rows.count, columns.count), depth, rows, columns))

/** The means of windows that cut every volume into so many parts. `[C, D, H, W] -> [C, Depth, Rows, Columns]` */
@ShapeRule("[c, d, h, w] depth=? rows=? columns=? -> [c, depth, rows, columns]")
@JvmName("adaptiveAvgPool3d4")
public fun <
    C : Dim<*>,
    D : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Depth : Dim<*>,
    Rows : Dim<*>,
    Columns : Dim<*>,
> Tensor<Rank4<C, D, H, W>>.adaptiveAvgPool3d(
    depth: Sized<Depth>,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
): Tensor<Rank4<C, Depth, Rows, Columns>> =
    Tensor(namedField("adaptive_avg_pool3d", value, adaptiveAvgPool3d(value, depth.count, rows.count, columns.count), depth, rows, columns))
