package dev.rankine.tensor

import dev.rankine.ops.and
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.and], both broadcast to `[A]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("and1")
public infix fun <A : Dim<A>> Tensor<out Vec<A>>.and(other: Tensor<out Vec<A>>): Tensor<Vec<A>> = Tensor(value and other.value)

/** [Tensor.and], both broadcast to `[A, B]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("and2")
public infix fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.and(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> =
    Tensor(value and other.value)

/** [Tensor.and], both broadcast to `[A, B, C]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("and3")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.and(
    other: Tensor<out Cube<A, B, C>>,
): Tensor<Cube<A, B, C>> = Tensor(value and other.value)

/** [Tensor.and], both broadcast to `[A, B, C, D]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("and4")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.and(
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(value and other.value)

/** [Tensor.and], both broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("and5")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.and(
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(value and other.value)
