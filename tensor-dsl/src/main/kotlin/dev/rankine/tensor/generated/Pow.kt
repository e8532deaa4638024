package dev.rankine.tensor

import dev.rankine.ops.invoke
import dev.rankine.ops.pow
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.pow], both broadcast to `[A]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("pow1")
public fun <A : Dim<A>> Tensor<out Vec<A>>.pow(other: Tensor<out Vec<A>>): Tensor<Vec<A>> = Tensor(pow(value, other.value))

/** [Tensor.pow], both broadcast to `[A, B]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("pow2")
public fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.pow(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> =
    Tensor(pow(value, other.value))

/** [Tensor.pow], both broadcast to `[A, B, C]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("pow3")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.pow(other: Tensor<out Cube<A, B, C>>): Tensor<Cube<A, B, C>> =
    Tensor(pow(value, other.value))

/** [Tensor.pow], both broadcast to `[A, B, C, D]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("pow4")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.pow(
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(pow(value, other.value))

/** [Tensor.pow], both broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("pow5")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.pow(
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(pow(value, other.value))
