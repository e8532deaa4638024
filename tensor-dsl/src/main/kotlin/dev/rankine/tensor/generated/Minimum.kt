package dev.rankine.tensor

import dev.rankine.ops.invoke
import dev.rankine.ops.minimum
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.minimum], both broadcast to `[A]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("minimum1")
public fun <A : Dim<A>> Tensor<out Vec<A>>.minimum(other: Tensor<out Vec<A>>): Tensor<Vec<A>> = Tensor(minimum(value, other.value))

/** [Tensor.minimum], both broadcast to `[A, B]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("minimum2")
public fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.minimum(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> =
    Tensor(minimum(value, other.value))

/** [Tensor.minimum], both broadcast to `[A, B, C]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("minimum3")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.minimum(other: Tensor<out Cube<A, B, C>>): Tensor<Cube<A, B, C>> =
    Tensor(minimum(value, other.value))

/** [Tensor.minimum], both broadcast to `[A, B, C, D]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("minimum4")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.minimum(
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(minimum(value, other.value))

/** [Tensor.minimum], both broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("minimum5")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.minimum(
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(minimum(value, other.value))
