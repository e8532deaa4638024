package dev.rankine.tensor

import dev.rankine.ops.prelu
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** `x` above zero, `slope * x` below, with a slope per channel or one for all. `[A, B] [B] -> [A, B]` */
@ShapeRule("[a, b] slope:[*s] -> [a, b]")
@JvmName("prelu2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.prelu(slope: Tensor<out Vec<B>>): Tensor<Mat<A, B>> =
    Tensor(prelu(value, slope.value))

/** `x` above zero, `slope * x` below, with a slope per channel or one for all. `[A, B, C] [B] -> [A, B, C]` */
@ShapeRule("[a, b, c] slope:[*s] -> [a, b, c]")
@JvmName("prelu3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.prelu(slope: Tensor<out Vec<B>>): Tensor<Cube<A, B, C>> =
    Tensor(prelu(value, slope.value))

/** `x` above zero, `slope * x` below, with a slope per channel or one for all. `[A, B, C, D] [B] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] slope:[*s] -> [a, b, c, d]")
@JvmName("prelu4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.prelu(
    slope: Tensor<out Vec<B>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(prelu(value, slope.value))

/** `x` above zero, `slope * x` below, with a slope per channel or one for all. `[A, B, C, D, E] [B] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] slope:[*s] -> [a, b, c, d, e]")
@JvmName("prelu5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.prelu(
    slope: Tensor<out Vec<B>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(prelu(value, slope.value))
