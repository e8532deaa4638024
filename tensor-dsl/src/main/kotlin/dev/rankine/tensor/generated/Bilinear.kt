package dev.rankine.tensor

import dev.rankine.ops.bilinear
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** A map that is linear in this and in [other]. `[Left] [Right] -> [Out]` */
@ShapeRule("[left] [right] [out, left, right] bias:[out]? -> [out]")
@JvmName("bilinear1")
public fun <Left : Dim<*>, Right : Dim<*>, Out : Dim<*>> Tensor<Vec<Left>>.bilinear(
    other: Tensor<Vec<Right>>,
    weight: Tensor<Cube<Out, Left, Right>>,
    bias: Tensor<Vec<Out>>? = null,
): Tensor<Vec<Out>> = Tensor(bilinear(value, other.value, weight.value, bias?.value))

/** A map that is linear in this and in [other]. `[A, Left] [A, Right] -> [A, Out]` */
@ShapeRule("[a, left] [a, right] [out, left, right] bias:[out]? -> [a, out]")
@JvmName("bilinear2")
public fun <A : Dim<*>, Left : Dim<*>, Right : Dim<*>, Out : Dim<*>> Tensor<Mat<A, Left>>.bilinear(
    other: Tensor<Mat<A, Right>>,
    weight: Tensor<Cube<Out, Left, Right>>,
    bias: Tensor<Vec<Out>>? = null,
): Tensor<Mat<A, Out>> = Tensor(bilinear(value, other.value, weight.value, bias?.value))

/** A map that is linear in this and in [other]. `[A, B, Left] [A, B, Right] -> [A, B, Out]` */
@ShapeRule("[a, b, left] [a, b, right] [out, left, right] bias:[out]? -> [a, b, out]")
@JvmName("bilinear3")
public fun <A : Dim<*>, B : Dim<*>, Left : Dim<*>, Right : Dim<*>, Out : Dim<*>> Tensor<Cube<A, B, Left>>.bilinear(
    other: Tensor<Cube<A, B, Right>>,
    weight: Tensor<Cube<Out, Left, Right>>,
    bias: Tensor<Vec<Out>>? = null,
): Tensor<Cube<A, B, Out>> = Tensor(bilinear(value, other.value, weight.value, bias?.value))

/** A map that is linear in this and in [other]. `[A, B, C, Left] [A, B, C, Right] -> [A, B, C, Out]` */
@ShapeRule("[a, b, c, left] [a, b, c, right] [out, left, right] bias:[out]? -> [a, b, c, out]")
@JvmName("bilinear4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Left : Dim<*>, Right : Dim<*>, Out : Dim<*>> Tensor<Rank4<A, B, C, Left>>.bilinear(
    other: Tensor<Rank4<A, B, C, Right>>,
    weight: Tensor<Cube<Out, Left, Right>>,
    bias: Tensor<Vec<Out>>? = null,
): Tensor<Rank4<A, B, C, Out>> = Tensor(bilinear(value, other.value, weight.value, bias?.value))

/** A map that is linear in this and in [other]. `[A, B, C, D, Left] [A, B, C, D, Right] -> [A, B, C, D, Out]` */
@ShapeRule("[a, b, c, d, left] [a, b, c, d, right] [out, left, right] bias:[out]? -> [a, b, c, d, out]")
@JvmName("bilinear5")
public fun <
    A : Dim<*>,
    B : Dim<*>,
    C : Dim<*>,
    D : Dim<*>,
    Left : Dim<*>,
    Right : Dim<*>,
    Out : Dim<*>,
> Tensor<Rank5<A, B, C, D, Left>>.bilinear(
    other: Tensor<Rank5<A, B, C, D, Right>>,
    weight: Tensor<Cube<Out, Left, Right>>,
    bias: Tensor<Vec<Out>>? = null,
): Tensor<Rank5<A, B, C, D, Out>> = Tensor(bilinear(value, other.value, weight.value, bias?.value))
