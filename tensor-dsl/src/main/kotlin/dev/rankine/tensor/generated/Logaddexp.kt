package dev.rankine.tensor

import dev.rankine.ops.invoke
import dev.rankine.ops.logaddexp
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.logaddexp], both broadcast to `[A]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("logaddexp1")
public fun <A : Dim<A>> Tensor<out Vec<A>>.logaddexp(other: Tensor<out Vec<A>>): Tensor<Vec<A>> = Tensor(logaddexp(value, other.value))

/** [Tensor.logaddexp], both broadcast to `[A, B]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("logaddexp2")
public fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.logaddexp(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> =
    Tensor(logaddexp(value, other.value))

/** [Tensor.logaddexp], both broadcast to `[A, B, C]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("logaddexp3")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.logaddexp(
    other: Tensor<out Cube<A, B, C>>,
): Tensor<Cube<A, B, C>> = Tensor(logaddexp(value, other.value))

/** [Tensor.logaddexp], both broadcast to `[A, B, C, D]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("logaddexp4")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.logaddexp(
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(logaddexp(value, other.value))

/** [Tensor.logaddexp], both broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("logaddexp5")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.logaddexp(
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(logaddexp(value, other.value))
