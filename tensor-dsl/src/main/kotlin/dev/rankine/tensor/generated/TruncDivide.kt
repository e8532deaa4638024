package dev.rankine.tensor

import dev.rankine.ops.invoke
import dev.rankine.ops.truncDivide
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.truncDivide], both broadcast to `[A]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("truncDivide1")
public fun <A : Dim<A>> Tensor<out Vec<A>>.truncDivide(other: Tensor<out Vec<A>>): Tensor<Vec<A>> = Tensor(truncDivide(value, other.value))

/** [Tensor.truncDivide], both broadcast to `[A, B]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("truncDivide2")
public fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.truncDivide(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> =
    Tensor(truncDivide(value, other.value))

/** [Tensor.truncDivide], both broadcast to `[A, B, C]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("truncDivide3")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.truncDivide(
    other: Tensor<out Cube<A, B, C>>,
): Tensor<Cube<A, B, C>> = Tensor(truncDivide(value, other.value))

/** [Tensor.truncDivide], both broadcast to `[A, B, C, D]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("truncDivide4")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.truncDivide(
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(truncDivide(value, other.value))

/** [Tensor.truncDivide], both broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("truncDivide5")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.truncDivide(
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(truncDivide(value, other.value))
