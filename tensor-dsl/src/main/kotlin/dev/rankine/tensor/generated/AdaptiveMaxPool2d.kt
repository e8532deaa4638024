package dev.rankine.tensor

import dev.rankine.ops.adaptiveMaxPool2d
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized

/** The largest elements of windows that cut every plane into so many parts. `[N, C, H, W] -> [N, C, Rows, Columns]` */
@ShapeRule("[n, c, h, w] rows=? columns=? -> [n, c, rows, columns]")
@JvmName("adaptiveMaxPool2d4")
public fun <N : Dim<*>, C : Dim<*>, H : Dim<*>, W : Dim<*>, Rows : Dim<*>, Columns : Dim<*>> Tensor<Rank4<N, C, H, W>>.adaptiveMaxPool2d(
    rows: Sized<Rows>,
    columns: Sized<Columns>,
): Tensor<Rank4<N, C, Rows, Columns>> =
    Tensor(namedField("adaptive_max_pool2d", value, adaptiveMaxPool2d(value, rows.count, columns.count), rows, columns))

/** The largest elements of windows that cut every plane into so many parts. `[C, H, W] -> [C, Rows, Columns]` */
@ShapeRule("[c, h, w] rows=? columns=? -> [c, rows, columns]")
@JvmName("adaptiveMaxPool2d3")
public fun <C : Dim<*>, H : Dim<*>, W : Dim<*>, Rows : Dim<*>, Columns : Dim<*>> Tensor<Cube<C, H, W>>.adaptiveMaxPool2d(
    rows: Sized<Rows>,
    columns: Sized<Columns>,
): Tensor<Cube<C, Rows, Columns>> =
    Tensor(namedField("adaptive_max_pool2d", value, adaptiveMaxPool2d(value, rows.count, columns.count), rows, columns))
