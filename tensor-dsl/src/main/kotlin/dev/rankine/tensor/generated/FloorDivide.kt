package dev.rankine.tensor

import dev.rankine.ops.floorDivide
import dev.rankine.ops.invoke
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.floorDivide], both broadcast to `[A]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("floorDivide1")
public fun <A : Dim<A>> Tensor<out Vec<A>>.floorDivide(other: Tensor<out Vec<A>>): Tensor<Vec<A>> = Tensor(floorDivide(value, other.value))

/** [Tensor.floorDivide], both broadcast to `[A, B]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("floorDivide2")
public fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.floorDivide(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> =
    Tensor(floorDivide(value, other.value))

/** [Tensor.floorDivide], both broadcast to `[A, B, C]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("floorDivide3")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.floorDivide(
    other: Tensor<out Cube<A, B, C>>,
): Tensor<Cube<A, B, C>> = Tensor(floorDivide(value, other.value))

/** [Tensor.floorDivide], both broadcast to `[A, B, C, D]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("floorDivide4")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.floorDivide(
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(floorDivide(value, other.value))

/** [Tensor.floorDivide], both broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("floorDivide5")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.floorDivide(
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(floorDivide(value, other.value))
