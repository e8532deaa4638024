package dev.rankine.tensor

import dev.rankine.ops.pixelUnshuffle
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized

/** Makes channels from parts of planes. `[N, C, H, W] -> [N, Channels, Rows, Columns]` */
@ShapeRule("[n, c, h, w] channels=? rows=? columns=? -> [n, channels, rows, columns]")
@JvmName("pixelUnshuffle4")
public fun <
    N : Dim<*>,
    C : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Channels : Dim<*>,
    Rows : Dim<*>,
    Columns : Dim<*>,
> Tensor<Rank4<N, C, H, W>>.pixelUnshuffle(
    factor: Int,
    channels: Sized<Channels>,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
): Tensor<Rank4<N, Channels, Rows, Columns>> =
    Tensor(namedLast("pixel_unshuffle", value, pixelUnshuffle(value, factor), "channels" to channels, "rows" to rows, "columns" to columns))

/** Makes channels from parts of planes. `[C, H, W] -> [Channels, Rows, Columns]` */
@ShapeRule("[c, h, w] channels=? rows=? columns=? -> [channels, rows, columns]")
@JvmName("pixelUnshuffle3")
public fun <C : Dim<*>, H : Dim<*>, W : Dim<*>, Channels : Dim<*>, Rows : Dim<*>, Columns : Dim<*>> Tensor<Cube<C, H, W>>.pixelUnshuffle(
    factor: Int,
    channels: Sized<Channels>,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
): Tensor<Cube<Channels, Rows, Columns>> =
    Tensor(namedLast("pixel_unshuffle", value, pixelUnshuffle(value, factor), "channels" to channels, "rows" to rows, "columns" to columns))
