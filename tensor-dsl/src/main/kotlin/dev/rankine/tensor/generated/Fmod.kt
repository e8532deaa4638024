package dev.rankine.tensor

import dev.rankine.ops.fmod
import dev.rankine.ops.invoke
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.fmod], both broadcast to `[A]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("fmod1")
public fun <A : Dim<A>> Tensor<out Vec<A>>.fmod(other: Tensor<out Vec<A>>): Tensor<Vec<A>> = Tensor(fmod(value, other.value))

/** [Tensor.fmod], both broadcast to `[A, B]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("fmod2")
public fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.fmod(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> =
    Tensor(fmod(value, other.value))

/** [Tensor.fmod], both broadcast to `[A, B, C]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("fmod3")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.fmod(other: Tensor<out Cube<A, B, C>>): Tensor<Cube<A, B, C>> =
    Tensor(fmod(value, other.value))

/** [Tensor.fmod], both broadcast to `[A, B, C, D]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("fmod4")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.fmod(
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(fmod(value, other.value))

/** [Tensor.fmod], both broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("fmod5")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.fmod(
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(fmod(value, other.value))
