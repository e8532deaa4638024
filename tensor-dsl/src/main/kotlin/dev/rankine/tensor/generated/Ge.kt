package dev.rankine.tensor

import dev.rankine.ops.ge
import dev.rankine.ops.invoke
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.ge], both broadcast to `[A]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("ge1")
public infix fun <A : Dim<A>> Tensor<out Vec<A>>.ge(other: Tensor<out Vec<A>>): Tensor<Vec<A>> = Tensor(ge(value, other.value))

/** [Tensor.ge], both broadcast to `[A, B]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("ge2")
public infix fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.ge(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> =
    Tensor(ge(value, other.value))

/** [Tensor.ge], both broadcast to `[A, B, C]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("ge3")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.ge(
    other: Tensor<out Cube<A, B, C>>,
): Tensor<Cube<A, B, C>> = Tensor(ge(value, other.value))

/** [Tensor.ge], both broadcast to `[A, B, C, D]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("ge4")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.ge(
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(ge(value, other.value))

/** [Tensor.ge], both broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("ge5")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.ge(
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(ge(value, other.value))
