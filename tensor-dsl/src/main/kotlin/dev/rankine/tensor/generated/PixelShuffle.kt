package dev.rankine.tensor

import dev.rankine.ops.pixelShuffle
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized

/** Makes planes larger from channels. `[N, C, H, W] -> [N, Channels, Rows, Columns]` */
@ShapeRule("[n, c, h, w] channels=? rows=? columns=? -> [n, channels, rows, columns]")
@JvmName("pixelShuffle4")
public fun <
    N : Dim<*>,
    C : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Channels : Dim<*>,
    Rows : Dim<*>,
    Columns : Dim<*>,
> Tensor<Rank4<N, C, H, W>>.pixelShuffle(
    factor: Int,
    channels: Sized<Channels>,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
): Tensor<Rank4<N, Channels, Rows, Columns>> =
    Tensor(namedLast("pixel_shuffle", value, pixelShuffle(value, factor), "channels" to channels, "rows" to rows, "columns" to columns))

/** Makes planes larger from channels. `[C, H, W] -> [Channels, Rows, Columns]` */
@ShapeRule("[c, h, w] channels=? rows=? columns=? -> [channels, rows, columns]")
@JvmName("pixelShuffle3")
public fun <C : Dim<*>, H : Dim<*>, W : Dim<*>, Channels : Dim<*>, Rows : Dim<*>, Columns : Dim<*>> Tensor<Cube<C, H, W>>.pixelShuffle(
    factor: Int,
    channels: Sized<Channels>,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
): Tensor<Cube<Channels, Rows, Columns>> =
    Tensor(namedLast("pixel_shuffle", value, pixelShuffle(value, factor), "channels" to channels, "rows" to rows, "columns" to columns))
