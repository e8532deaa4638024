package dev.rankine.tensor

import dev.rankine.ops.mean
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.shapes.Vec

/** The mean over all elements. */
@JvmName("meanAll")
public fun <S : Shape> Tensor<S>.mean(): Tensor<Scalar> = Tensor(mean(value))

/** The mean along [over]. `[A] -> []` */
@JvmName("mean1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.mean(over: A): Tensor<Scalar> = Tensor(mean(value, listOf(0)))

/** The mean along [over]. `[A, B] -> [B]` */
@JvmName("mean2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.mean(over: A): Tensor<Vec<B>> = Tensor(mean(value, listOf(0)))

/** The mean along [over]. `[A, B] -> [A]` */
@JvmName("mean2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.mean(over: B): Tensor<Vec<A>> = Tensor(mean(value, listOf(1)))

/** The mean along [over]. `[A, B, C] -> [B, C]` */
@JvmName("mean3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.mean(over: A): Tensor<Mat<B, C>> = Tensor(mean(value, listOf(0)))

/** The mean along [over]. `[A, B, C] -> [A, C]` */
@JvmName("mean3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.mean(over: B): Tensor<Mat<A, C>> = Tensor(mean(value, listOf(1)))

/** The mean along [over]. `[A, B, C] -> [A, B]` */
@JvmName("mean3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.mean(over: C): Tensor<Mat<A, B>> = Tensor(mean(value, listOf(2)))

/** The mean along [over]. `[A, B, C, D] -> [B, C, D]` */
@JvmName("mean4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.mean(over: A): Tensor<Cube<B, C, D>> =
    Tensor(mean(value, listOf(0)))

/** The mean along [over]. `[A, B, C, D] -> [A, C, D]` */
@JvmName("mean4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.mean(over: B): Tensor<Cube<A, C, D>> =
    Tensor(mean(value, listOf(1)))

/** The mean along [over]. `[A, B, C, D] -> [A, B, D]` */
@JvmName("mean4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.mean(over: C): Tensor<Cube<A, B, D>> =
    Tensor(mean(value, listOf(2)))

/** The mean along [over]. `[A, B, C, D] -> [A, B, C]` */
@JvmName("mean4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.mean(over: D): Tensor<Cube<A, B, C>> =
    Tensor(mean(value, listOf(3)))

/** The mean along [over]. `[A, B, C, D, E] -> [B, C, D, E]` */
@JvmName("mean5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.mean(
    over: A,
): Tensor<Rank4<B, C, D, E>> = Tensor(mean(value, listOf(0)))

/** The mean along [over]. `[A, B, C, D, E] -> [A, C, D, E]` */
@JvmName("mean5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.mean(
    over: B,
): Tensor<Rank4<A, C, D, E>> = Tensor(mean(value, listOf(1)))

/** The mean along [over]. `[A, B, C, D, E] -> [A, B, D, E]` */
@JvmName("mean5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.mean(
    over: C,
): Tensor<Rank4<A, B, D, E>> = Tensor(mean(value, listOf(2)))

/** The mean along [over]. `[A, B, C, D, E] -> [A, B, C, E]` */
@JvmName("mean5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.mean(
    over: D,
): Tensor<Rank4<A, B, C, E>> = Tensor(mean(value, listOf(3)))

/** The mean along [over]. `[A, B, C, D, E] -> [A, B, C, D]` */
@JvmName("mean5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.mean(
    over: E,
): Tensor<Rank4<A, B, C, D>> = Tensor(mean(value, listOf(4)))
