package dev.rankine.tensor

import dev.rankine.ops.bitwiseXor
import dev.rankine.ops.invoke
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.bitwiseXor], both broadcast to `[A]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("bitwiseXor1")
public infix fun <A : Dim<A>> Tensor<out Vec<A>>.bitwiseXor(other: Tensor<out Vec<A>>): Tensor<Vec<A>> =
    Tensor(bitwiseXor(value, other.value))

/** [Tensor.bitwiseXor], both broadcast to `[A, B]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("bitwiseXor2")
public infix fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.bitwiseXor(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> =
    Tensor(bitwiseXor(value, other.value))

/** [Tensor.bitwiseXor], both broadcast to `[A, B, C]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("bitwiseXor3")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.bitwiseXor(
    other: Tensor<out Cube<A, B, C>>,
): Tensor<Cube<A, B, C>> = Tensor(bitwiseXor(value, other.value))

/** [Tensor.bitwiseXor], both broadcast to `[A, B, C, D]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("bitwiseXor4")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.bitwiseXor(
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(bitwiseXor(value, other.value))

/** [Tensor.bitwiseXor], both broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("bitwiseXor5")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.bitwiseXor(
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(bitwiseXor(value, other.value))
