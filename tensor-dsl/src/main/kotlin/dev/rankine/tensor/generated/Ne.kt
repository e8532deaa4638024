package dev.rankine.tensor

import dev.rankine.ops.invoke
import dev.rankine.ops.ne
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.ne], both broadcast to `[A]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("ne1")
public infix fun <A : Dim<A>> Tensor<out Vec<A>>.ne(other: Tensor<out Vec<A>>): Tensor<Vec<A>> = Tensor(ne(value, other.value))

/** [Tensor.ne], both broadcast to `[A, B]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("ne2")
public infix fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.ne(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> =
    Tensor(ne(value, other.value))

/** [Tensor.ne], both broadcast to `[A, B, C]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("ne3")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.ne(
    other: Tensor<out Cube<A, B, C>>,
): Tensor<Cube<A, B, C>> = Tensor(ne(value, other.value))

/** [Tensor.ne], both broadcast to `[A, B, C, D]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("ne4")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.ne(
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(ne(value, other.value))

/** [Tensor.ne], both broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("ne5")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.ne(
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(ne(value, other.value))
