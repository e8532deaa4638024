package dev.rankine.tensor

import dev.rankine.ops.adaptiveAvgPool1d
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized

/** The means of windows that cut every line into so many parts. `[N, C, L] -> [N, C, Length]` */
@ShapeRule("[n, c, l] length=? -> [n, c, length]")
@JvmName("adaptiveAvgPool1d3")
public fun <N : Dim<*>, C : Dim<*>, L : Dim<*>, Length : Dim<*>> Tensor<Cube<N, C, L>>.adaptiveAvgPool1d(
    length: Sized<Length>,
): Tensor<Cube<N, C, Length>> = Tensor(namedField("adaptive_avg_pool1d", value, adaptiveAvgPool1d(value, length.count), length))

/** The means of windows that cut every line into so many parts. `[C, L] -> [C, Length]` */
@ShapeRule("[c, l] length=? -> [c, length]")
@JvmName("adaptiveAvgPool1d2")
public fun <C : Dim<*>, L : Dim<*>, Length : Dim<*>> Tensor<Mat<C, L>>.adaptiveAvgPool1d(length: Sized<Length>): Tensor<Mat<C, Length>> =
    Tensor(namedField("adaptive_avg_pool1d", value, adaptiveAvgPool1d(value, length.count), length))
