package dev.rankine.tensor

import dev.rankine.ops.bitwiseOr
import dev.rankine.ops.invoke
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.bitwiseOr], both broadcast to `[A]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("bitwiseOr1")
public infix fun <A : Dim<A>> Tensor<out Vec<A>>.bitwiseOr(other: Tensor<out Vec<A>>): Tensor<Vec<A>> =
    Tensor(bitwiseOr(value, other.value))

/** [Tensor.bitwiseOr], both broadcast to `[A, B]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("bitwiseOr2")
public infix fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.bitwiseOr(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> =
    Tensor(bitwiseOr(value, other.value))

/** [Tensor.bitwiseOr], both broadcast to `[A, B, C]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("bitwiseOr3")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.bitwiseOr(
    other: Tensor<out Cube<A, B, C>>,
): Tensor<Cube<A, B, C>> = Tensor(bitwiseOr(value, other.value))

/** [Tensor.bitwiseOr], both broadcast to `[A, B, C, D]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("bitwiseOr4")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.bitwiseOr(
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(bitwiseOr(value, other.value))

/** [Tensor.bitwiseOr], both broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("bitwiseOr5")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.bitwiseOr(
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(bitwiseOr(value, other.value))
