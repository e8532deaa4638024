package dev.rankine.tensor

import dev.rankine.ops.bitwiseAnd
import dev.rankine.ops.invoke
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.bitwiseAnd], both broadcast to `[A]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("bitwiseAnd1")
public infix fun <A : Dim<A>> Tensor<out Vec<A>>.bitwiseAnd(other: Tensor<out Vec<A>>): Tensor<Vec<A>> =
    Tensor(bitwiseAnd(value, other.value))

/** [Tensor.bitwiseAnd], both broadcast to `[A, B]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("bitwiseAnd2")
public infix fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.bitwiseAnd(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> =
    Tensor(bitwiseAnd(value, other.value))

/** [Tensor.bitwiseAnd], both broadcast to `[A, B, C]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("bitwiseAnd3")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.bitwiseAnd(
    other: Tensor<out Cube<A, B, C>>,
): Tensor<Cube<A, B, C>> = Tensor(bitwiseAnd(value, other.value))

/** [Tensor.bitwiseAnd], both broadcast to `[A, B, C, D]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("bitwiseAnd4")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.bitwiseAnd(
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(bitwiseAnd(value, other.value))

/** [Tensor.bitwiseAnd], both broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("bitwiseAnd5")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.bitwiseAnd(
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(bitwiseAnd(value, other.value))
