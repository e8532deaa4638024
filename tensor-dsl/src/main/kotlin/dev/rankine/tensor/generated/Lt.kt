package dev.rankine.tensor

import dev.rankine.ops.invoke
import dev.rankine.ops.lt
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.lt], both broadcast to `[A]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("lt1")
public infix fun <A : Dim<A>> Tensor<out Vec<A>>.lt(other: Tensor<out Vec<A>>): Tensor<Vec<A>> = Tensor(lt(value, other.value))

/** [Tensor.lt], both broadcast to `[A, B]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("lt2")
public infix fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.lt(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> =
    Tensor(lt(value, other.value))

/** [Tensor.lt], both broadcast to `[A, B, C]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("lt3")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.lt(
    other: Tensor<out Cube<A, B, C>>,
): Tensor<Cube<A, B, C>> = Tensor(lt(value, other.value))

/** [Tensor.lt], both broadcast to `[A, B, C, D]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("lt4")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.lt(
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(lt(value, other.value))

/** [Tensor.lt], both broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("lt5")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.lt(
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(lt(value, other.value))
