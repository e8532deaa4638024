package dev.rankine.tensor

import dev.rankine.ops.rem
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** `this % other`, both broadcast to `[A]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("rem1")
public operator fun <A : Dim<A>> Tensor<out Vec<A>>.rem(other: Tensor<out Vec<A>>): Tensor<Vec<A>> = Tensor(value % other.value)

/** `this % other`, both broadcast to `[A, B]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("rem2")
public operator fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.rem(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> =
    Tensor(value % other.value)

/** `this % other`, both broadcast to `[A, B, C]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("rem3")
public operator fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.rem(
    other: Tensor<out Cube<A, B, C>>,
): Tensor<Cube<A, B, C>> = Tensor(value % other.value)

/** `this % other`, both broadcast to `[A, B, C, D]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("rem4")
public operator fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.rem(
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(value % other.value)

/** `this % other`, both broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("rem5")
public operator fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.rem(
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(value % other.value)
