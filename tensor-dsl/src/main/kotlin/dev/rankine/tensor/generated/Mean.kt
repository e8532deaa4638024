package dev.rankine.tensor

import dev.rankine.ops.mean
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The mean over all elements. */
@ShapeRule("s -> []")
@JvmName("meanAll")
public fun <S : Shape> Tensor<S>.mean(): Tensor<Scalar> = Tensor(mean(value))

/** The mean along [over]. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("mean1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.mean(over: A): Tensor<Scalar> = Tensor(mean(value, listOf(0)))

/** The mean along [over]. `[A, B] -> [B]` */
@ShapeRule("[a, b] -> [b]")
@JvmName("mean2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.mean(over: A): Tensor<Vec<B>> = Tensor(mean(value, listOf(0)))

/** The mean along [over]. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("mean2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.mean(over: B): Tensor<Vec<A>> = Tensor(mean(value, listOf(1)))

/** The mean along [over]. `[A, B, C] -> [B, C]` */
@ShapeRule("[a, b, c] -> [b, c]")
@JvmName("mean3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.mean(over: A): Tensor<Mat<B, C>> = Tensor(mean(value, listOf(0)))

/** The mean along [over]. `[A, B, C] -> [A, C]` */
@ShapeRule("[a, b, c] -> [a, c]")
@JvmName("mean3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.mean(over: B): Tensor<Mat<A, C>> = Tensor(mean(value, listOf(1)))

/** The mean along [over]. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("mean3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.mean(over: C): Tensor<Mat<A, B>> = Tensor(mean(value, listOf(2)))

/** The mean along [over]. `[A, B, C, D] -> [B, C, D]` */
@ShapeRule("[a, b, c, d] -> [b, c, d]")
@JvmName("mean4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.mean(over: A): Tensor<Cube<B, C, D>> =
    Tensor(mean(value, listOf(0)))

/** The mean along [over]. `[A, B, C, D] -> [A, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, c, d]")
@JvmName("mean4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.mean(over: B): Tensor<Cube<A, C, D>> =
    Tensor(mean(value, listOf(1)))

/** The mean along [over]. `[A, B, C, D] -> [A, B, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, d]")
@JvmName("mean4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.mean(over: C): Tensor<Cube<A, B, D>> =
    Tensor(mean(value, listOf(2)))

/** The mean along [over]. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("mean4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.mean(over: D): Tensor<Cube<A, B, C>> =
    Tensor(mean(value, listOf(3)))

/** The mean along [over]. `[A, B, C, D, E] -> [B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [b, c, d, e]")
@JvmName("mean5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.mean(
    over: A,
): Tensor<Rank4<B, C, D, E>> = Tensor(mean(value, listOf(0)))

/** The mean along [over]. `[A, B, C, D, E] -> [A, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, c, d, e]")
@JvmName("mean5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.mean(
    over: B,
): Tensor<Rank4<A, C, D, E>> = Tensor(mean(value, listOf(1)))

/** The mean along [over]. `[A, B, C, D, E] -> [A, B, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, d, e]")
@JvmName("mean5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.mean(
    over: C,
): Tensor<Rank4<A, B, D, E>> = Tensor(mean(value, listOf(2)))

/** The mean along [over]. `[A, B, C, D, E] -> [A, B, C, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, e]")
@JvmName("mean5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.mean(
    over: D,
): Tensor<Rank4<A, B, C, E>> = Tensor(mean(value, listOf(3)))

/** The mean along [over]. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("mean5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.mean(
    over: E,
): Tensor<Rank4<A, B, C, D>> = Tensor(mean(value, listOf(4)))
