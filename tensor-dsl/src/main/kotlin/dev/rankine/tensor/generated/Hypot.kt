package dev.rankine.tensor

import dev.rankine.ops.hypot
import dev.rankine.ops.invoke
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.hypot], both broadcast to `[A]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("hypot1")
public fun <A : Dim<A>> Tensor<out Vec<A>>.hypot(other: Tensor<out Vec<A>>): Tensor<Vec<A>> = Tensor(hypot(value, other.value))

/** [Tensor.hypot], both broadcast to `[A, B]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("hypot2")
public fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.hypot(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> =
    Tensor(hypot(value, other.value))

/** [Tensor.hypot], both broadcast to `[A, B, C]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("hypot3")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.hypot(other: Tensor<out Cube<A, B, C>>): Tensor<Cube<A, B, C>> =
    Tensor(hypot(value, other.value))

/** [Tensor.hypot], both broadcast to `[A, B, C, D]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("hypot4")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.hypot(
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(hypot(value, other.value))

/** [Tensor.hypot], both broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("hypot5")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.hypot(
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(hypot(value, other.value))
