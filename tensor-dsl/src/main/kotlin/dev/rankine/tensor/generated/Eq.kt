package dev.rankine.tensor

import dev.rankine.ops.eq
import dev.rankine.ops.invoke
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.eq], both broadcast to `[A]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("eq1")
public infix fun <A : Dim<A>> Tensor<out Vec<A>>.eq(other: Tensor<out Vec<A>>): Tensor<Vec<A>> = Tensor(eq(value, other.value))

/** [Tensor.eq], both broadcast to `[A, B]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("eq2")
public infix fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.eq(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> =
    Tensor(eq(value, other.value))

/** [Tensor.eq], both broadcast to `[A, B, C]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("eq3")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.eq(
    other: Tensor<out Cube<A, B, C>>,
): Tensor<Cube<A, B, C>> = Tensor(eq(value, other.value))

/** [Tensor.eq], both broadcast to `[A, B, C, D]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("eq4")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.eq(
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(eq(value, other.value))

/** [Tensor.eq], both broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("eq5")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.eq(
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(eq(value, other.value))
