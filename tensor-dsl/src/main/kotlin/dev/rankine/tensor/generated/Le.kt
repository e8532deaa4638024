package dev.rankine.tensor

import dev.rankine.ops.invoke
import dev.rankine.ops.le
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.le], both broadcast to `[A]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("le1")
public infix fun <A : Dim<A>> Tensor<out Vec<A>>.le(other: Tensor<out Vec<A>>): Tensor<Vec<A>> = Tensor(le(value, other.value))

/** [Tensor.le], both broadcast to `[A, B]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("le2")
public infix fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.le(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> =
    Tensor(le(value, other.value))

/** [Tensor.le], both broadcast to `[A, B, C]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("le3")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.le(
    other: Tensor<out Cube<A, B, C>>,
): Tensor<Cube<A, B, C>> = Tensor(le(value, other.value))

/** [Tensor.le], both broadcast to `[A, B, C, D]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("le4")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.le(
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(le(value, other.value))

/** [Tensor.le], both broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("le5")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.le(
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(le(value, other.value))
