package dev.rankine.tensor

import dev.rankine.ops.unsqueeze
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.One
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** With a first axis of size 1. `[] -> [1]` */
@ShapeRule("[] -> [1]")
@JvmName("unsqueezeFirst0")
public fun Tensor<Scalar>.unsqueezeFirst(): Tensor<Vec<One>> = Tensor(unsqueeze(value, 0))

/** With a first axis of size 1. `[A] -> [1, A]` */
@ShapeRule("[a] -> [1, a]")
@JvmName("unsqueezeFirst1")
public fun <A : Dim<*>> Tensor<Vec<A>>.unsqueezeFirst(): Tensor<Mat<One, A>> = Tensor(unsqueeze(value, 0))

/** With a first axis of size 1. `[A, B] -> [1, A, B]` */
@ShapeRule("[a, b] -> [1, a, b]")
@JvmName("unsqueezeFirst2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.unsqueezeFirst(): Tensor<Cube<One, A, B>> = Tensor(unsqueeze(value, 0))

/** With a first axis of size 1. `[A, B, C] -> [1, A, B, C]` */
@ShapeRule("[a, b, c] -> [1, a, b, c]")
@JvmName("unsqueezeFirst3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.unsqueezeFirst(): Tensor<Rank4<One, A, B, C>> =
    Tensor(unsqueeze(value, 0))

/** With a first axis of size 1. `[A, B, C, D] -> [1, A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [1, a, b, c, d]")
@JvmName("unsqueezeFirst4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.unsqueezeFirst(): Tensor<Rank5<One, A, B, C, D>> =
    Tensor(unsqueeze(value, 0))
