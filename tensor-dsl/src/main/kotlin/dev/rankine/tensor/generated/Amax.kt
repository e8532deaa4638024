package dev.rankine.tensor

import dev.rankine.ops.amax
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.shapes.Vec

/** The largest element over all elements. */
@JvmName("amaxAll")
public fun <S : Shape> Tensor<S>.amax(): Tensor<Scalar> = Tensor(amax(value))

/** The largest element along [over]. `[A] -> []` */
@JvmName("amax1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.amax(over: A): Tensor<Scalar> = Tensor(amax(value, listOf(0)))

/** The largest element along [over]. `[A, B] -> [B]` */
@JvmName("amax2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.amax(over: A): Tensor<Vec<B>> = Tensor(amax(value, listOf(0)))

/** The largest element along [over]. `[A, B] -> [A]` */
@JvmName("amax2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.amax(over: B): Tensor<Vec<A>> = Tensor(amax(value, listOf(1)))

/** The largest element along [over]. `[A, B, C] -> [B, C]` */
@JvmName("amax3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.amax(over: A): Tensor<Mat<B, C>> = Tensor(amax(value, listOf(0)))

/** The largest element along [over]. `[A, B, C] -> [A, C]` */
@JvmName("amax3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.amax(over: B): Tensor<Mat<A, C>> = Tensor(amax(value, listOf(1)))

/** The largest element along [over]. `[A, B, C] -> [A, B]` */
@JvmName("amax3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.amax(over: C): Tensor<Mat<A, B>> = Tensor(amax(value, listOf(2)))

/** The largest element along [over]. `[A, B, C, D] -> [B, C, D]` */
@JvmName("amax4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.amax(over: A): Tensor<Cube<B, C, D>> =
    Tensor(amax(value, listOf(0)))

/** The largest element along [over]. `[A, B, C, D] -> [A, C, D]` */
@JvmName("amax4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.amax(over: B): Tensor<Cube<A, C, D>> =
    Tensor(amax(value, listOf(1)))

/** The largest element along [over]. `[A, B, C, D] -> [A, B, D]` */
@JvmName("amax4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.amax(over: C): Tensor<Cube<A, B, D>> =
    Tensor(amax(value, listOf(2)))

/** The largest element along [over]. `[A, B, C, D] -> [A, B, C]` */
@JvmName("amax4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.amax(over: D): Tensor<Cube<A, B, C>> =
    Tensor(amax(value, listOf(3)))

/** The largest element along [over]. `[A, B, C, D, E] -> [B, C, D, E]` */
@JvmName("amax5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.amax(
    over: A,
): Tensor<Rank4<B, C, D, E>> = Tensor(amax(value, listOf(0)))

/** The largest element along [over]. `[A, B, C, D, E] -> [A, C, D, E]` */
@JvmName("amax5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.amax(
    over: B,
): Tensor<Rank4<A, C, D, E>> = Tensor(amax(value, listOf(1)))

/** The largest element along [over]. `[A, B, C, D, E] -> [A, B, D, E]` */
@JvmName("amax5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.amax(
    over: C,
): Tensor<Rank4<A, B, D, E>> = Tensor(amax(value, listOf(2)))

/** The largest element along [over]. `[A, B, C, D, E] -> [A, B, C, E]` */
@JvmName("amax5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.amax(
    over: D,
): Tensor<Rank4<A, B, C, E>> = Tensor(amax(value, listOf(3)))

/** The largest element along [over]. `[A, B, C, D, E] -> [A, B, C, D]` */
@JvmName("amax5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.amax(
    over: E,
): Tensor<Rank4<A, B, C, D>> = Tensor(amax(value, listOf(4)))
