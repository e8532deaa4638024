package dev.rankine.tensor

import dev.rankine.ops.mean
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.One
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The mean along [over], whose axis stays with size 1. `[A] -> [1]` */
@ShapeRule("[a] -> [1]")
@JvmName("meanKeep1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.meanKeep(over: A): Tensor<Vec<One>> = Tensor(mean(value, listOf(0), keepDim = true))

/** The mean along [over], whose axis stays with size 1. `[A, B] -> [1, B]` */
@ShapeRule("[a, b] -> [1, b]")
@JvmName("meanKeep2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.meanKeep(over: A): Tensor<Mat<One, B>> =
    Tensor(mean(value, listOf(0), keepDim = true))

/** The mean along [over], whose axis stays with size 1. `[A, B] -> [A, 1]` */
@ShapeRule("[a, b] -> [a, 1]")
@JvmName("meanKeep2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.meanKeep(over: B): Tensor<Mat<A, One>> =
    Tensor(mean(value, listOf(1), keepDim = true))

/** The mean along [over], whose axis stays with size 1. `[A, B, C] -> [1, B, C]` */
@ShapeRule("[a, b, c] -> [1, b, c]")
@JvmName("meanKeep3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.meanKeep(over: A): Tensor<Cube<One, B, C>> =
    Tensor(mean(value, listOf(0), keepDim = true))

/** The mean along [over], whose axis stays with size 1. `[A, B, C] -> [A, 1, C]` */
@ShapeRule("[a, b, c] -> [a, 1, c]")
@JvmName("meanKeep3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.meanKeep(over: B): Tensor<Cube<A, One, C>> =
    Tensor(mean(value, listOf(1), keepDim = true))

/** The mean along [over], whose axis stays with size 1. `[A, B, C] -> [A, B, 1]` */
@ShapeRule("[a, b, c] -> [a, b, 1]")
@JvmName("meanKeep3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.meanKeep(over: C): Tensor<Cube<A, B, One>> =
    Tensor(mean(value, listOf(2), keepDim = true))

/** The mean along [over], whose axis stays with size 1. `[A, B, C, D] -> [1, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [1, b, c, d]")
@JvmName("meanKeep4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.meanKeep(over: A): Tensor<Rank4<One, B, C, D>> =
    Tensor(mean(value, listOf(0), keepDim = true))

/** The mean along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, 1, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, 1, c, d]")
@JvmName("meanKeep4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.meanKeep(over: B): Tensor<Rank4<A, One, C, D>> =
    Tensor(mean(value, listOf(1), keepDim = true))

/** The mean along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, 1, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, 1, d]")
@JvmName("meanKeep4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.meanKeep(over: C): Tensor<Rank4<A, B, One, D>> =
    Tensor(mean(value, listOf(2), keepDim = true))

/** The mean along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, C, 1]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, 1]")
@JvmName("meanKeep4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.meanKeep(over: D): Tensor<Rank4<A, B, C, One>> =
    Tensor(mean(value, listOf(3), keepDim = true))

/** The mean along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [1, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [1, b, c, d, e]")
@JvmName("meanKeep5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.meanKeep(
    over: A,
): Tensor<Rank5<One, B, C, D, E>> = Tensor(mean(value, listOf(0), keepDim = true))

/** The mean along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, 1, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, 1, c, d, e]")
@JvmName("meanKeep5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.meanKeep(
    over: B,
): Tensor<Rank5<A, One, C, D, E>> = Tensor(mean(value, listOf(1), keepDim = true))

/** The mean along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, 1, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, 1, d, e]")
@JvmName("meanKeep5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.meanKeep(
    over: C,
): Tensor<Rank5<A, B, One, D, E>> = Tensor(mean(value, listOf(2), keepDim = true))

/** The mean along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, 1, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, 1, e]")
@JvmName("meanKeep5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.meanKeep(
    over: D,
): Tensor<Rank5<A, B, C, One, E>> = Tensor(mean(value, listOf(3), keepDim = true))

/** The mean along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, D, 1]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, 1]")
@JvmName("meanKeep5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.meanKeep(
    over: E,
): Tensor<Rank5<A, B, C, D, One>> = Tensor(mean(value, listOf(4), keepDim = true))

/** The mean along the last axis. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("meanLast1")
public fun <A : Dim<*>> Tensor<Vec<A>>.meanLast(): Tensor<Scalar> = Tensor(mean(value, listOf(0)))

/** The mean along the last axis. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("meanLast2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.meanLast(): Tensor<Vec<A>> = Tensor(mean(value, listOf(1)))

/** The mean along the last axis. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("meanLast3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.meanLast(): Tensor<Mat<A, B>> = Tensor(mean(value, listOf(2)))

/** The mean along the last axis. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("meanLast4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.meanLast(): Tensor<Cube<A, B, C>> =
    Tensor(mean(value, listOf(3)))

/** The mean along the last axis. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("meanLast5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.meanLast(): Tensor<Rank4<A, B, C, D>> =
    Tensor(mean(value, listOf(4)))
