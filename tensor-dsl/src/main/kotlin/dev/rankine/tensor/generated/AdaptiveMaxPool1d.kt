package dev.rankine.tensor

import dev.rankine.ops.adaptiveMaxPool1d
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized

/** The largest elements of windows that cut every line into so many parts. `[N, C, L] -> [N, C, Length]` */
@ShapeRule("[n, c, l] length=? -> [n, c, length]")
@JvmName("adaptiveMaxPool1d3")
public fun <N : Dim<*>, C : Dim<*>, L : Dim<*>, Length : Dim<*>> Tensor<Cube<N, C, L>>.adaptiveMaxPool1d(
    length: Sized<Length>,
): Tensor<Cube<N, C, Length>> = Tensor(namedField("adaptive_max_pool1d", value, adaptiveMaxPool1d(value, length.count), length))

/** The largest elements of windows that cut every line into so many parts. `[C, L] -> [C, Length]` */
@ShapeRule("[c, l] length=? -> [c, length]")
@JvmName("adaptiveMaxPool1d2")
public fun <C : Dim<*>, L : Dim<*>, Length : Dim<*>> Tensor<Mat<C, L>>.adaptiveMaxPool1d(length: Sized<Length>): Tensor<Mat<C, Length>> =
    Tensor(namedField("adaptive_max_pool1d", value, adaptiveMaxPool1d(value, length.count), length))
