package dev.rankine.tensor

import dev.rankine.ops.atan2
import dev.rankine.ops.invoke
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.atan2], both broadcast to `[A]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("atan21")
public fun <A : Dim<A>> Tensor<out Vec<A>>.atan2(other: Tensor<out Vec<A>>): Tensor<Vec<A>> = Tensor(atan2(value, other.value))

/** [Tensor.atan2], both broadcast to `[A, B]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("atan22")
public fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.atan2(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> =
    Tensor(atan2(value, other.value))

/** [Tensor.atan2], both broadcast to `[A, B, C]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("atan23")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.atan2(other: Tensor<out Cube<A, B, C>>): Tensor<Cube<A, B, C>> =
    Tensor(atan2(value, other.value))

/** [Tensor.atan2], both broadcast to `[A, B, C, D]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("atan24")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.atan2(
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(atan2(value, other.value))

/** [Tensor.atan2], both broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("atan25")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.atan2(
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(atan2(value, other.value))
