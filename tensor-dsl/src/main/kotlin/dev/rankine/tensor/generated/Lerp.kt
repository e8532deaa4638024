package dev.rankine.tensor

import dev.rankine.ops.lerp
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.lerp], all broadcast to `[A]`. */
@ShapeRule("a b c -> broadcast(a, b, c)")
@JvmName("lerp1")
public fun <A : Dim<A>> Tensor<out Vec<A>>.lerp(end: Tensor<out Vec<A>>, weight: Tensor<out Vec<A>>): Tensor<Vec<A>> =
    Tensor(lerp(value, end.value, weight.value))

/** [Tensor.lerp], all broadcast to `[A, B]`. */
@ShapeRule("a b c -> broadcast(a, b, c)")
@JvmName("lerp2")
public fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.lerp(
    end: Tensor<out Mat<A, B>>,
    weight: Tensor<out Mat<A, B>>,
): Tensor<Mat<A, B>> = Tensor(lerp(value, end.value, weight.value))

/** [Tensor.lerp], all broadcast to `[A, B, C]`. */
@ShapeRule("a b c -> broadcast(a, b, c)")
@JvmName("lerp3")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.lerp(
    end: Tensor<out Cube<A, B, C>>,
    weight: Tensor<out Cube<A, B, C>>,
): Tensor<Cube<A, B, C>> = Tensor(lerp(value, end.value, weight.value))

/** [Tensor.lerp], all broadcast to `[A, B, C, D]`. */
@ShapeRule("a b c -> broadcast(a, b, c)")
@JvmName("lerp4")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.lerp(
    end: Tensor<out Rank4<A, B, C, D>>,
    weight: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(lerp(value, end.value, weight.value))

/** [Tensor.lerp], all broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b c -> broadcast(a, b, c)")
@JvmName("lerp5")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.lerp(
    end: Tensor<out Rank5<A, B, C, D, E>>,
    weight: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(lerp(value, end.value, weight.value))
