package dev.rankine.tensor

import dev.rankine.ops.invoke
import dev.rankine.ops.maximum
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.maximum], both broadcast to `[A]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("maximum1")
public fun <A : Dim<A>> Tensor<out Vec<A>>.maximum(other: Tensor<out Vec<A>>): Tensor<Vec<A>> = Tensor(maximum(value, other.value))

/** [Tensor.maximum], both broadcast to `[A, B]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("maximum2")
public fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.maximum(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> =
    Tensor(maximum(value, other.value))

/** [Tensor.maximum], both broadcast to `[A, B, C]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("maximum3")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.maximum(other: Tensor<out Cube<A, B, C>>): Tensor<Cube<A, B, C>> =
    Tensor(maximum(value, other.value))

/** [Tensor.maximum], both broadcast to `[A, B, C, D]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("maximum4")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.maximum(
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(maximum(value, other.value))

/** [Tensor.maximum], both broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("maximum5")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.maximum(
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(maximum(value, other.value))
