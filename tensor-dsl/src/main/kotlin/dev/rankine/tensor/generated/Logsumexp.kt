package dev.rankine.tensor

import dev.rankine.ops.logsumexp
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** `log(sum(exp(x)))` over all elements. */
@ShapeRule("s -> []")
@JvmName("logsumexpAll")
public fun <S : Shape> Tensor<S>.logsumexp(): Tensor<Scalar> = Tensor(logsumexp(value))

/** `log(sum(exp(x)))` along [over]. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("logsumexp1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.logsumexp(over: A): Tensor<Scalar> = Tensor(logsumexp(value, listOf(0)))

/** `log(sum(exp(x)))` along [over]. `[A, B] -> [B]` */
@ShapeRule("[a, b] -> [b]")
@JvmName("logsumexp2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.logsumexp(over: A): Tensor<Vec<B>> = Tensor(logsumexp(value, listOf(0)))

/** `log(sum(exp(x)))` along [over]. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("logsumexp2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.logsumexp(over: B): Tensor<Vec<A>> = Tensor(logsumexp(value, listOf(1)))

/** `log(sum(exp(x)))` along [over]. `[A, B, C] -> [B, C]` */
@ShapeRule("[a, b, c] -> [b, c]")
@JvmName("logsumexp3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.logsumexp(over: A): Tensor<Mat<B, C>> =
    Tensor(logsumexp(value, listOf(0)))

/** `log(sum(exp(x)))` along [over]. `[A, B, C] -> [A, C]` */
@ShapeRule("[a, b, c] -> [a, c]")
@JvmName("logsumexp3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.logsumexp(over: B): Tensor<Mat<A, C>> =
    Tensor(logsumexp(value, listOf(1)))

/** `log(sum(exp(x)))` along [over]. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("logsumexp3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.logsumexp(over: C): Tensor<Mat<A, B>> =
    Tensor(logsumexp(value, listOf(2)))

/** `log(sum(exp(x)))` along [over]. `[A, B, C, D] -> [B, C, D]` */
@ShapeRule("[a, b, c, d] -> [b, c, d]")
@JvmName("logsumexp4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.logsumexp(over: A): Tensor<Cube<B, C, D>> =
    Tensor(logsumexp(value, listOf(0)))

/** `log(sum(exp(x)))` along [over]. `[A, B, C, D] -> [A, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, c, d]")
@JvmName("logsumexp4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.logsumexp(over: B): Tensor<Cube<A, C, D>> =
    Tensor(logsumexp(value, listOf(1)))

/** `log(sum(exp(x)))` along [over]. `[A, B, C, D] -> [A, B, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, d]")
@JvmName("logsumexp4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.logsumexp(over: C): Tensor<Cube<A, B, D>> =
    Tensor(logsumexp(value, listOf(2)))

/** `log(sum(exp(x)))` along [over]. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("logsumexp4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.logsumexp(over: D): Tensor<Cube<A, B, C>> =
    Tensor(logsumexp(value, listOf(3)))

/** `log(sum(exp(x)))` along [over]. `[A, B, C, D, E] -> [B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [b, c, d, e]")
@JvmName("logsumexp5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.logsumexp(
    over: A,
): Tensor<Rank4<B, C, D, E>> = Tensor(logsumexp(value, listOf(0)))

/** `log(sum(exp(x)))` along [over]. `[A, B, C, D, E] -> [A, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, c, d, e]")
@JvmName("logsumexp5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.logsumexp(
    over: B,
): Tensor<Rank4<A, C, D, E>> = Tensor(logsumexp(value, listOf(1)))

/** `log(sum(exp(x)))` along [over]. `[A, B, C, D, E] -> [A, B, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, d, e]")
@JvmName("logsumexp5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.logsumexp(
    over: C,
): Tensor<Rank4<A, B, D, E>> = Tensor(logsumexp(value, listOf(2)))

/** `log(sum(exp(x)))` along [over]. `[A, B, C, D, E] -> [A, B, C, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, e]")
@JvmName("logsumexp5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.logsumexp(
    over: D,
): Tensor<Rank4<A, B, C, E>> = Tensor(logsumexp(value, listOf(3)))

/** `log(sum(exp(x)))` along [over]. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("logsumexp5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.logsumexp(
    over: E,
): Tensor<Rank4<A, B, C, D>> = Tensor(logsumexp(value, listOf(4)))
