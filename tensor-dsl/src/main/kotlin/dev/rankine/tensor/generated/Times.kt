package dev.rankine.tensor

import dev.rankine.ops.times
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** `this * other`, both broadcast to `[A]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("times1")
public operator fun <A : Dim<A>> Tensor<out Vec<A>>.times(other: Tensor<out Vec<A>>): Tensor<Vec<A>> = Tensor(value * other.value)

/** `this * other`, both broadcast to `[A, B]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("times2")
public operator fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.times(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> =
    Tensor(value * other.value)

/** `this * other`, both broadcast to `[A, B, C]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("times3")
public operator fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.times(
    other: Tensor<out Cube<A, B, C>>,
): Tensor<Cube<A, B, C>> = Tensor(value * other.value)

/** `this * other`, both broadcast to `[A, B, C, D]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("times4")
public operator fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.times(
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(value * other.value)

/** `this * other`, both broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("times5")
public operator fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.times(
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(value * other.value)
