package dev.rankine.tensor

import dev.rankine.ops.invoke
import dev.rankine.ops.logicalXor
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.logicalXor], both broadcast to `[A]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("logicalXor1")
public infix fun <A : Dim<A>> Tensor<out Vec<A>>.logicalXor(other: Tensor<out Vec<A>>): Tensor<Vec<A>> =
    Tensor(logicalXor(value, other.value))

/** [Tensor.logicalXor], both broadcast to `[A, B]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("logicalXor2")
public infix fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.logicalXor(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> =
    Tensor(logicalXor(value, other.value))

/** [Tensor.logicalXor], both broadcast to `[A, B, C]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("logicalXor3")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.logicalXor(
    other: Tensor<out Cube<A, B, C>>,
): Tensor<Cube<A, B, C>> = Tensor(logicalXor(value, other.value))

/** [Tensor.logicalXor], both broadcast to `[A, B, C, D]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("logicalXor4")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.logicalXor(
    other: Tensor<out Rank4<A, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(logicalXor(value, other.value))

/** [Tensor.logicalXor], both broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b -> broadcast(a, b)")
@JvmName("logicalXor5")
public infix fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.logicalXor(
    other: Tensor<out Rank5<A, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(logicalXor(value, other.value))
