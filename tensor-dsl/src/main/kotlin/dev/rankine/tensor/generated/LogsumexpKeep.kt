package dev.rankine.tensor

import dev.rankine.ops.logsumexp
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.One
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** `log(sum(exp(x)))` along [over], whose axis stays with size 1. `[A] -> [1]` */
@ShapeRule("[a] -> [1]")
@JvmName("logsumexpKeep1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.logsumexpKeep(over: A): Tensor<Vec<One>> = Tensor(logsumexp(value, listOf(0), keepDim = true))

/** `log(sum(exp(x)))` along [over], whose axis stays with size 1. `[A, B] -> [1, B]` */
@ShapeRule("[a, b] -> [1, b]")
@JvmName("logsumexpKeep2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.logsumexpKeep(over: A): Tensor<Mat<One, B>> =
    Tensor(logsumexp(value, listOf(0), keepDim = true))

/** `log(sum(exp(x)))` along [over], whose axis stays with size 1. `[A, B] -> [A, 1]` */
@ShapeRule("[a, b] -> [a, 1]")
@JvmName("logsumexpKeep2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.logsumexpKeep(over: B): Tensor<Mat<A, One>> =
    Tensor(logsumexp(value, listOf(1), keepDim = true))

/** `log(sum(exp(x)))` along [over], whose axis stays with size 1. `[A, B, C] -> [1, B, C]` */
@ShapeRule("[a, b, c] -> [1, b, c]")
@JvmName("logsumexpKeep3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.logsumexpKeep(over: A): Tensor<Cube<One, B, C>> =
    Tensor(logsumexp(value, listOf(0), keepDim = true))

/** `log(sum(exp(x)))` along [over], whose axis stays with size 1. `[A, B, C] -> [A, 1, C]` */
@ShapeRule("[a, b, c] -> [a, 1, c]")
@JvmName("logsumexpKeep3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.logsumexpKeep(over: B): Tensor<Cube<A, One, C>> =
    Tensor(logsumexp(value, listOf(1), keepDim = true))

/** `log(sum(exp(x)))` along [over], whose axis stays with size 1. `[A, B, C] -> [A, B, 1]` */
@ShapeRule("[a, b, c] -> [a, b, 1]")
@JvmName("logsumexpKeep3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.logsumexpKeep(over: C): Tensor<Cube<A, B, One>> =
    Tensor(logsumexp(value, listOf(2), keepDim = true))

/** `log(sum(exp(x)))` along [over], whose axis stays with size 1. `[A, B, C, D] -> [1, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [1, b, c, d]")
@JvmName("logsumexpKeep4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.logsumexpKeep(over: A): Tensor<Rank4<One, B, C, D>> =
    Tensor(logsumexp(value, listOf(0), keepDim = true))

/** `log(sum(exp(x)))` along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, 1, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, 1, c, d]")
@JvmName("logsumexpKeep4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.logsumexpKeep(over: B): Tensor<Rank4<A, One, C, D>> =
    Tensor(logsumexp(value, listOf(1), keepDim = true))

/** `log(sum(exp(x)))` along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, 1, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, 1, d]")
@JvmName("logsumexpKeep4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.logsumexpKeep(over: C): Tensor<Rank4<A, B, One, D>> =
    Tensor(logsumexp(value, listOf(2), keepDim = true))

/** `log(sum(exp(x)))` along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, C, 1]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, 1]")
@JvmName("logsumexpKeep4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.logsumexpKeep(over: D): Tensor<Rank4<A, B, C, One>> =
    Tensor(logsumexp(value, listOf(3), keepDim = true))

/** `log(sum(exp(x)))` along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [1, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [1, b, c, d, e]")
@JvmName("logsumexpKeep5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.logsumexpKeep(
    over: A,
): Tensor<Rank5<One, B, C, D, E>> = Tensor(logsumexp(value, listOf(0), keepDim = true))

/** `log(sum(exp(x)))` along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, 1, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, 1, c, d, e]")
@JvmName("logsumexpKeep5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.logsumexpKeep(
    over: B,
): Tensor<Rank5<A, One, C, D, E>> = Tensor(logsumexp(value, listOf(1), keepDim = true))

/** `log(sum(exp(x)))` along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, 1, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, 1, d, e]")
@JvmName("logsumexpKeep5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.logsumexpKeep(
    over: C,
): Tensor<Rank5<A, B, One, D, E>> = Tensor(logsumexp(value, listOf(2), keepDim = true))

/** `log(sum(exp(x)))` along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, 1, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, 1, e]")
@JvmName("logsumexpKeep5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.logsumexpKeep(
    over: D,
): Tensor<Rank5<A, B, C, One, E>> = Tensor(logsumexp(value, listOf(3), keepDim = true))

/** `log(sum(exp(x)))` along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, D, 1]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, 1]")
@JvmName("logsumexpKeep5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.logsumexpKeep(
    over: E,
): Tensor<Rank5<A, B, C, D, One>> = Tensor(logsumexp(value, listOf(4), keepDim = true))

/** `log(sum(exp(x)))` along the last axis. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("logsumexpLast1")
public fun <A : Dim<*>> Tensor<Vec<A>>.logsumexpLast(): Tensor<Scalar> = Tensor(logsumexp(value, listOf(0)))

/** `log(sum(exp(x)))` along the last axis. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("logsumexpLast2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.logsumexpLast(): Tensor<Vec<A>> = Tensor(logsumexp(value, listOf(1)))

/** `log(sum(exp(x)))` along the last axis. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("logsumexpLast3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.logsumexpLast(): Tensor<Mat<A, B>> =
    Tensor(logsumexp(value, listOf(2)))

/** `log(sum(exp(x)))` along the last axis. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("logsumexpLast4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.logsumexpLast(): Tensor<Cube<A, B, C>> =
    Tensor(logsumexp(value, listOf(3)))

/** `log(sum(exp(x)))` along the last axis. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("logsumexpLast5")
public fun <
    A : Dim<*>,
    B : Dim<*>,
    C : Dim<*>,
    D : Dim<*>,
    E : Dim<*>,
> Tensor<Rank5<A, B, C, D, E>>.logsumexpLast(): Tensor<Rank4<A, B, C, D>> =
    Tensor(logsumexp(value, listOf(4)))
