package dev.rankine.tensor

import dev.rankine.ops.where
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.where], all broadcast to `[A]`. */
@ShapeRule("a b c -> broadcast(a, b, c)")
@JvmName("where1")
public fun <A : Dim<A>> Tensor<out Vec<A>>.where(condition: Tensor<out Vec<A>>, other: Tensor<out Vec<A>>): Tensor<Vec<A>> =
    Tensor(where(condition.value, value, other.value))

/** [Tensor.where], all broadcast to `[A, B]`. */
@ShapeRule("a b c -> broadcast(a, b, c)")
@JvmName("where2")
public fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.where(
    condition: Tensor<out Mat<A, B>>,
    other: Tensor<out Mat<A, B>>,
): Tensor<Mat<A, B>> = Tensor(where(condition.value, value, other.value))

/** [Tensor.where], all broadcast to `[A, B, C]`. */
@ShapeRule("a b c -> broadcast(a, b, c)")
@JvmName("where3")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.where(
    condition: Tensor<out Cube<A, B, C>>,
    other: Tensor<out Cube<A, B, C>>,
): Tensor<Cube<A, B, C>> = Tensor(where(condition.value, value, other.value))

/** [Tensor.where], all broadcast to `[A, B, C, D]`. */
@ShapeRule("a b c -> broadcast(a, b, c)")
@JvmName("where4")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.where(
    condition: Tensor<out Rank4<A, B, C, D>>,
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(where(condition.value, value, other.value))

/** [Tensor.where], all broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b c -> broadcast(a, b, c)")
@JvmName("where5")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.where(
    condition: Tensor<out Rank5<A, B, C, D, E>>,
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(where(condition.value, value, other.value))
