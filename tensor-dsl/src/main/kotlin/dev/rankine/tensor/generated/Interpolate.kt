package dev.rankine.tensor

import dev.rankine.ops.InterpolateMode
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized

/** Resizes every line to the axes of the result. `[N, C, L] -> [N, C, Length]` */
@ShapeRule("[n, c, l] length=? -> [n, c, length]")
@JvmName("interpolate3")
public fun <N : Dim<*>, C : Dim<*>, L : Dim<*>, Length : Dim<*>> Tensor<Cube<N, C, L>>.interpolate(
    length: Sized<Length>,
    mode: InterpolateMode = InterpolateMode.NEAREST,
    alignCorners: Boolean = false,
): Tensor<Cube<N, C, Length>> = Tensor(resizedTo(value, mode, alignCorners, length))

/** Resizes every plane to the axes of the result. `[N, C, H, W] -> [N, C, Rows, Columns]` */
@ShapeRule("[n, c, h, w] rows=? columns=? -> [n, c, rows, columns]")
@JvmName("interpolate4")
public fun <N : Dim<*>, C : Dim<*>, H : Dim<*>, W : Dim<*>, Rows : Dim<*>, Columns : Dim<*>> Tensor<Rank4<N, C, H, W>>.interpolate(
    rows: Sized<Rows>,
    columns: Sized<Columns>,
    mode: InterpolateMode = InterpolateMode.NEAREST,
    alignCorners: Boolean = false,
): Tensor<Rank4<N, C, Rows, Columns>> = Tensor(resizedTo(value, mode, alignCorners, rows, columns))

/** Resizes every volume to the axes of the result. `[N, C, D, H, W] -> [N, C, Depth, Rows, Columns]` */
@ShapeRule("[n, c, d, h, w] depth=? rows=? columns=? -> [n, c, depth, rows, columns]")
@JvmName("interpolate5")
public fun <
    N : Dim<*>,
    C : Dim<*>,
    D : Dim<*>,
    H : Dim<*>,
    W : Dim<*>,
    Depth : Dim<*>,
    Rows : Dim<*>,
    Columns : Dim<*>,
> Tensor<Rank5<N, C, D, H, W>>.interpolate(
    depth: Sized<Depth>,
    rows: Sized<Rows>,
    columns: Sized<Columns>,
    mode: InterpolateMode = InterpolateMode.NEAREST,
    alignCorners: Boolean = false,
): Tensor<Rank5<N, C, Depth, Rows, Columns>> = Tensor(resizedTo(value, mode, alignCorners, depth, rows, columns))
