package dev.rankine.tensor

import dev.rankine.ops.linear
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** An affine map of the last axis: the product with [weight] transposed. `[In] -> [Out]` */
@ShapeRule("[in] [out, in] bias:[out]? -> [out]")
@JvmName("linear1")
public fun <In : Dim<*>, Out : Dim<*>> Tensor<Vec<In>>.linear(
    weight: Tensor<Mat<Out, In>>,
    bias: Tensor<Vec<Out>>? = null,
): Tensor<Vec<Out>> = Tensor(linear(value, weight.value, bias?.value))

/** An affine map of the last axis: the product with [weight] transposed. `[A, In] -> [A, Out]` */
@ShapeRule("[a, in] [out, in] bias:[out]? -> [a, out]")
@JvmName("linear2")
public fun <A : Dim<*>, In : Dim<*>, Out : Dim<*>> Tensor<Mat<A, In>>.linear(
    weight: Tensor<Mat<Out, In>>,
    bias: Tensor<Vec<Out>>? = null,
): Tensor<Mat<A, Out>> = Tensor(linear(value, weight.value, bias?.value))

/** An affine map of the last axis: the product with [weight] transposed. `[A, B, In] -> [A, B, Out]` */
@ShapeRule("[a, b, in] [out, in] bias:[out]? -> [a, b, out]")
@JvmName("linear3")
public fun <A : Dim<*>, B : Dim<*>, In : Dim<*>, Out : Dim<*>> Tensor<Cube<A, B, In>>.linear(
    weight: Tensor<Mat<Out, In>>,
    bias: Tensor<Vec<Out>>? = null,
): Tensor<Cube<A, B, Out>> = Tensor(linear(value, weight.value, bias?.value))

/** An affine map of the last axis: the product with [weight] transposed. `[A, B, C, In] -> [A, B, C, Out]` */
@ShapeRule("[a, b, c, in] [out, in] bias:[out]? -> [a, b, c, out]")
@JvmName("linear4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, In : Dim<*>, Out : Dim<*>> Tensor<Rank4<A, B, C, In>>.linear(
    weight: Tensor<Mat<Out, In>>,
    bias: Tensor<Vec<Out>>? = null,
): Tensor<Rank4<A, B, C, Out>> = Tensor(linear(value, weight.value, bias?.value))

/** An affine map of the last axis: the product with [weight] transposed. `[A, B, C, D, In] -> [A, B, C, D, Out]` */
@ShapeRule("[a, b, c, d, in] [out, in] bias:[out]? -> [a, b, c, d, out]")
@JvmName("linear5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, In : Dim<*>, Out : Dim<*>> Tensor<Rank5<A, B, C, D, In>>.linear(
    weight: Tensor<Mat<Out, In>>,
    bias: Tensor<Vec<Out>>? = null,
): Tensor<Rank5<A, B, C, D, Out>> = Tensor(linear(value, weight.value, bias?.value))
