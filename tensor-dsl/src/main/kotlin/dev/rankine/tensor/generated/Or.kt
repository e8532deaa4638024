package dev.rankine.tensor

import dev.rankine.ops.or
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.or], both broadcast to `[A]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("or1")
public infix fun <A : Dim<A>> Tensor<out Vec<A>>.or(other: Tensor<out Vec<A>>): Tensor<Vec<A>> = Tensor(value or other.value)

/** [Tensor.or], both broadcast to `[A, B]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("or2")
public infix fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.or(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> =
    Tensor(value or other.value)

/** [Tensor.or], both broadcast to `[A, B, C]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("or3")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.or(
    other: Tensor<out Cube<A, B, C>>,
): Tensor<Cube<A, B, C>> = Tensor(value or other.value)

/** [Tensor.or], both broadcast to `[A, B, C, D]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("or4")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.or(
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(value or other.value)

/** [Tensor.or], both broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("or5")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.or(
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(value or other.value)
