package dev.rankine.tensor

import dev.rankine.ops.invoke
import dev.rankine.ops.xlogy
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.xlogy], both broadcast to `[A]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("xlogy1")
public fun <A : Dim<A>> Tensor<out Vec<A>>.xlogy(other: Tensor<out Vec<A>>): Tensor<Vec<A>> = Tensor(xlogy(value, other.value))

/** [Tensor.xlogy], both broadcast to `[A, B]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("xlogy2")
public fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.xlogy(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> =
    Tensor(xlogy(value, other.value))

/** [Tensor.xlogy], both broadcast to `[A, B, C]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("xlogy3")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.xlogy(other: Tensor<out Cube<A, B, C>>): Tensor<Cube<A, B, C>> =
    Tensor(xlogy(value, other.value))

/** [Tensor.xlogy], both broadcast to `[A, B, C, D]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("xlogy4")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.xlogy(
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(xlogy(value, other.value))

/** [Tensor.xlogy], both broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("xlogy5")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.xlogy(
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(xlogy(value, other.value))
