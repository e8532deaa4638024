package dev.rankine.tensor

import dev.rankine.ops.invoke
import dev.rankine.ops.remainder
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.remainder], both broadcast to `[A]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("remainder1")
public fun <A : Dim<A>> Tensor<out Vec<A>>.remainder(other: Tensor<out Vec<A>>): Tensor<Vec<A>> = Tensor(remainder(value, other.value))

/** [Tensor.remainder], both broadcast to `[A, B]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("remainder2")
public fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.remainder(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> =
    Tensor(remainder(value, other.value))

/** [Tensor.remainder], both broadcast to `[A, B, C]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("remainder3")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.remainder(
    other: Tensor<out Cube<A, B, C>>,
): Tensor<Cube<A, B, C>> = Tensor(remainder(value, other.value))

/** [Tensor.remainder], both broadcast to `[A, B, C, D]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("remainder4")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.remainder(
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(remainder(value, other.value))

/** [Tensor.remainder], both broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("remainder5")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.remainder(
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(remainder(value, other.value))
