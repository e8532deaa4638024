package dev.rankine.tensor

import dev.rankine.ops.amax
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The largest element over all elements. */
@ShapeRule("s -> []")
@JvmName("amaxAll")
public fun <S : Shape> Tensor<S>.amax(): Tensor<Scalar> = Tensor(amax(value))

/** The largest element along [over]. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("amax1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.amax(over: A): Tensor<Scalar> = Tensor(amax(value, listOf(0)))

/** The largest element along [over]. `[A, B] -> [B]` */
@ShapeRule("[a, b] -> [b]")
@JvmName("amax2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.amax(over: A): Tensor<Vec<B>> = Tensor(amax(value, listOf(0)))

/** The largest element along [over]. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("amax2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.amax(over: B): Tensor<Vec<A>> = Tensor(amax(value, listOf(1)))

/** The largest element along [over]. `[A, B, C] -> [B, C]` */
@ShapeRule("[a, b, c] -> [b, c]")
@JvmName("amax3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.amax(over: A): Tensor<Mat<B, C>> = Tensor(amax(value, listOf(0)))

/** The largest element along [over]. `[A, B, C] -> [A, C]` */
@ShapeRule("[a, b, c] -> [a, c]")
@JvmName("amax3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.amax(over: B): Tensor<Mat<A, C>> = Tensor(amax(value, listOf(1)))

/** The largest element along [over]. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("amax3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.amax(over: C): Tensor<Mat<A, B>> = Tensor(amax(value, listOf(2)))

/** The largest element along [over]. `[A, B, C, D] -> [B, C, D]` */
@ShapeRule("[a, b, c, d] -> [b, c, d]")
@JvmName("amax4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.amax(over: A): Tensor<Cube<B, C, D>> =
    Tensor(amax(value, listOf(0)))

/** The largest element along [over]. `[A, B, C, D] -> [A, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, c, d]")
@JvmName("amax4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.amax(over: B): Tensor<Cube<A, C, D>> =
    Tensor(amax(value, listOf(1)))

/** The largest element along [over]. `[A, B, C, D] -> [A, B, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, d]")
@JvmName("amax4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.amax(over: C): Tensor<Cube<A, B, D>> =
    Tensor(amax(value, listOf(2)))

/** The largest element along [over]. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("amax4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.amax(over: D): Tensor<Cube<A, B, C>> =
    Tensor(amax(value, listOf(3)))

/** The largest element along [over]. `[A, B, C, D, E] -> [B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [b, c, d, e]")
@JvmName("amax5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.amax(
    over: A,
): Tensor<Rank4<B, C, D, E>> = Tensor(amax(value, listOf(0)))

/** The largest element along [over]. `[A, B, C, D, E] -> [A, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, c, d, e]")
@JvmName("amax5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.amax(
    over: B,
): Tensor<Rank4<A, C, D, E>> = Tensor(amax(value, listOf(1)))

/** The largest element along [over]. `[A, B, C, D, E] -> [A, B, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, d, e]")
@JvmName("amax5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.amax(
    over: C,
): Tensor<Rank4<A, B, D, E>> = Tensor(amax(value, listOf(2)))

/** The largest element along [over]. `[A, B, C, D, E] -> [A, B, C, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, e]")
@JvmName("amax5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.amax(
    over: D,
): Tensor<Rank4<A, B, C, E>> = Tensor(amax(value, listOf(3)))

/** The largest element along [over]. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("amax5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.amax(
    over: E,
): Tensor<Rank4<A, B, C, D>> = Tensor(amax(value, listOf(4)))
