package dev.rankine.tensor

import dev.rankine.ops.addcmul
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** [Tensor.addcmul], all broadcast to `[A]`. */
@ShapeRule("a b c -> broadcast(a, b, c)")
@JvmName("addcmul1")
public fun <A : Dim<A>> Tensor<out Vec<A>>.addcmul(a: Tensor<out Vec<A>>, b: Tensor<out Vec<A>>, number: Number = 1): Tensor<Vec<A>> =
    Tensor(addcmul(value, a.value, b.value, number))

/** [Tensor.addcmul], all broadcast to `[A, B]`. */
@ShapeRule("a b c -> broadcast(a, b, c)")
@JvmName("addcmul2")
public fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.addcmul(
    a: Tensor<out Mat<A, B>>,
    b: Tensor<out Mat<A, B>>,
    number: Number = 1,
): Tensor<Mat<A, B>> = Tensor(addcmul(value, a.value, b.value, number))

/** [Tensor.addcmul], all broadcast to `[A, B, C]`. */
@ShapeRule("a b c -> broadcast(a, b, c)")
@JvmName("addcmul3")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.addcmul(
    a: Tensor<out Cube<A, B, C>>,
    b: Tensor<out Cube<A, B, C>>,
    number: Number = 1,
): Tensor<Cube<A, B, C>> = Tensor(addcmul(value, a.value, b.value, number))

/** [Tensor.addcmul], all broadcast to `[A, B, C, D]`. */
@ShapeRule("a b c -> broadcast(a, b, c)")
@JvmName("addcmul4")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.addcmul(
    a: Tensor<out Rank4<A, B, C, D>>,
    b: Tensor<out Rank4<A, B, C, D>>,
    number: Number = 1,
): Tensor<Rank4<A, B, C, D>> = Tensor(addcmul(value, a.value, b.value, number))

/** [Tensor.addcmul], all broadcast to `[A, B, C, D, E]`. */
@ShapeRule("a b c -> broadcast(a, b, c)")
@JvmName("addcmul5")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.addcmul(
    a: Tensor<out Rank5<A, B, C, D, E>>,
    b: Tensor<out Rank5<A, B, C, D, E>>,
    number: Number = 1,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(addcmul(value, a.value, b.value, number))
