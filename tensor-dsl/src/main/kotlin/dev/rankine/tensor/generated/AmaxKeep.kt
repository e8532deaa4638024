package dev.rankine.tensor

import dev.rankine.ops.amax
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.One
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The largest element along [over], whose axis stays with size 1. `[A] -> [1]` */
@ShapeRule("[a] -> [1]")
@JvmName("amaxKeep1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.amaxKeep(over: A): Tensor<Vec<One>> = Tensor(amax(value, listOf(0), keepDim = true))

/** The largest element along [over], whose axis stays with size 1. `[A, B] -> [1, B]` */
@ShapeRule("[a, b] -> [1, b]")
@JvmName("amaxKeep2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.amaxKeep(over: A): Tensor<Mat<One, B>> =
    Tensor(amax(value, listOf(0), keepDim = true))

/** The largest element along [over], whose axis stays with size 1. `[A, B] -> [A, 1]` */
@ShapeRule("[a, b] -> [a, 1]")
@JvmName("amaxKeep2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.amaxKeep(over: B): Tensor<Mat<A, One>> =
    Tensor(amax(value, listOf(1), keepDim = true))

/** The largest element along [over], whose axis stays with size 1. `[A, B, C] -> [1, B, C]` */
@ShapeRule("[a, b, c] -> [1, b, c]")
@JvmName("amaxKeep3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.amaxKeep(over: A): Tensor<Cube<One, B, C>> =
    Tensor(amax(value, listOf(0), keepDim = true))

/** The largest element along [over], whose axis stays with size 1. `[A, B, C] -> [A, 1, C]` */
@ShapeRule("[a, b, c] -> [a, 1, c]")
@JvmName("amaxKeep3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.amaxKeep(over: B): Tensor<Cube<A, One, C>> =
    Tensor(amax(value, listOf(1), keepDim = true))

/** The largest element along [over], whose axis stays with size 1. `[A, B, C] -> [A, B, 1]` */
@ShapeRule("[a, b, c] -> [a, b, 1]")
@JvmName("amaxKeep3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.amaxKeep(over: C): Tensor<Cube<A, B, One>> =
    Tensor(amax(value, listOf(2), keepDim = true))

/** The largest element along [over], whose axis stays with size 1. `[A, B, C, D] -> [1, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [1, b, c, d]")
@JvmName("amaxKeep4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.amaxKeep(over: A): Tensor<Rank4<One, B, C, D>> =
    Tensor(amax(value, listOf(0), keepDim = true))

/** The largest element along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, 1, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, 1, c, d]")
@JvmName("amaxKeep4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.amaxKeep(over: B): Tensor<Rank4<A, One, C, D>> =
    Tensor(amax(value, listOf(1), keepDim = true))

/** The largest element along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, 1, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, 1, d]")
@JvmName("amaxKeep4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.amaxKeep(over: C): Tensor<Rank4<A, B, One, D>> =
    Tensor(amax(value, listOf(2), keepDim = true))

/** The largest element along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, C, 1]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, 1]")
@JvmName("amaxKeep4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.amaxKeep(over: D): Tensor<Rank4<A, B, C, One>> =
    Tensor(amax(value, listOf(3), keepDim = true))

/** The largest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [1, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [1, b, c, d, e]")
@JvmName("amaxKeep5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.amaxKeep(
    over: A,
): Tensor<Rank5<One, B, C, D, E>> = Tensor(amax(value, listOf(0), keepDim = true))

/** The largest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, 1, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, 1, c, d, e]")
@JvmName("amaxKeep5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.amaxKeep(
    over: B,
): Tensor<Rank5<A, One, C, D, E>> = Tensor(amax(value, listOf(1), keepDim = true))

/** The largest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, 1, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, 1, d, e]")
@JvmName("amaxKeep5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.amaxKeep(
    over: C,
): Tensor<Rank5<A, B, One, D, E>> = Tensor(amax(value, listOf(2), keepDim = true))

/** The largest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, 1, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, 1, e]")
@JvmName("amaxKeep5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.amaxKeep(
    over: D,
): Tensor<Rank5<A, B, C, One, E>> = Tensor(amax(value, listOf(3), keepDim = true))

/** The largest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, D, 1]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, 1]")
@JvmName("amaxKeep5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.amaxKeep(
    over: E,
): Tensor<Rank5<A, B, C, D, One>> = Tensor(amax(value, listOf(4), keepDim = true))

/** The largest element along the last axis. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("amaxLast1")
public fun <A : Dim<*>> Tensor<Vec<A>>.amaxLast(): Tensor<Scalar> = Tensor(amax(value, listOf(0)))

/** The largest element along the last axis. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("amaxLast2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.amaxLast(): Tensor<Vec<A>> = Tensor(amax(value, listOf(1)))

/** The largest element along the last axis. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("amaxLast3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.amaxLast(): Tensor<Mat<A, B>> = Tensor(amax(value, listOf(2)))

/** The largest element along the last axis. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("amaxLast4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.amaxLast(): Tensor<Cube<A, B, C>> =
    Tensor(amax(value, listOf(3)))

/** The largest element along the last axis. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("amaxLast5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.amaxLast(): Tensor<Rank4<A, B, C, D>> =
    Tensor(amax(value, listOf(4)))
