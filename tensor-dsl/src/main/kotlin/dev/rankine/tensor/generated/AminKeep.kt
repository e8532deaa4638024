package dev.rankine.tensor

import dev.rankine.ops.amin
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.One
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The smallest element along [over], whose axis stays with size 1. `[A] -> [1]` */
@ShapeRule("[a] -> [1]")
@JvmName("aminKeep1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.aminKeep(over: A): Tensor<Vec<One>> = Tensor(amin(value, listOf(0), keepDim = true))

/** The smallest element along [over], whose axis stays with size 1. `[A, B] -> [1, B]` */
@ShapeRule("[a, b] -> [1, b]")
@JvmName("aminKeep2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.aminKeep(over: A): Tensor<Mat<One, B>> =
    Tensor(amin(value, listOf(0), keepDim = true))

/** The smallest element along [over], whose axis stays with size 1. `[A, B] -> [A, 1]` */
@ShapeRule("[a, b] -> [a, 1]")
@JvmName("aminKeep2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.aminKeep(over: B): Tensor<Mat<A, One>> =
    Tensor(amin(value, listOf(1), keepDim = true))

/** The smallest element along [over], whose axis stays with size 1. `[A, B, C] -> [1, B, C]` */
@ShapeRule("[a, b, c] -> [1, b, c]")
@JvmName("aminKeep3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.aminKeep(over: A): Tensor<Cube<One, B, C>> =
    Tensor(amin(value, listOf(0), keepDim = true))

/** The smallest element along [over], whose axis stays with size 1. `[A, B, C] -> [A, 1, C]` */
@ShapeRule("[a, b, c] -> [a, 1, c]")
@JvmName("aminKeep3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.aminKeep(over: B): Tensor<Cube<A, One, C>> =
    Tensor(amin(value, listOf(1), keepDim = true))

/** The smallest element along [over], whose axis stays with size 1. `[A, B, C] -> [A, B, 1]` */
@ShapeRule("[a, b, c] -> [a, b, 1]")
@JvmName("aminKeep3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.aminKeep(over: C): Tensor<Cube<A, B, One>> =
    Tensor(amin(value, listOf(2), keepDim = true))

/** The smallest element along [over], whose axis stays with size 1. `[A, B, C, D] -> [1, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [1, b, c, d]")
@JvmName("aminKeep4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.aminKeep(over: A): Tensor<Rank4<One, B, C, D>> =
    Tensor(amin(value, listOf(0), keepDim = true))

/** The smallest element along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, 1, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, 1, c, d]")
@JvmName("aminKeep4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.aminKeep(over: B): Tensor<Rank4<A, One, C, D>> =
    Tensor(amin(value, listOf(1), keepDim = true))

/** The smallest element along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, 1, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, 1, d]")
@JvmName("aminKeep4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.aminKeep(over: C): Tensor<Rank4<A, B, One, D>> =
    Tensor(amin(value, listOf(2), keepDim = true))

/** The smallest element along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, C, 1]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, 1]")
@JvmName("aminKeep4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.aminKeep(over: D): Tensor<Rank4<A, B, C, One>> =
    Tensor(amin(value, listOf(3), keepDim = true))

/** The smallest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [1, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [1, b, c, d, e]")
@JvmName("aminKeep5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.aminKeep(
    over: A,
): Tensor<Rank5<One, B, C, D, E>> = Tensor(amin(value, listOf(0), keepDim = true))

/** The smallest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, 1, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, 1, c, d, e]")
@JvmName("aminKeep5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.aminKeep(
    over: B,
): Tensor<Rank5<A, One, C, D, E>> = Tensor(amin(value, listOf(1), keepDim = true))

/** The smallest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, 1, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, 1, d, e]")
@JvmName("aminKeep5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.aminKeep(
    over: C,
): Tensor<Rank5<A, B, One, D, E>> = Tensor(amin(value, listOf(2), keepDim = true))

/** The smallest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, 1, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, 1, e]")
@JvmName("aminKeep5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.aminKeep(
    over: D,
): Tensor<Rank5<A, B, C, One, E>> = Tensor(amin(value, listOf(3), keepDim = true))

/** The smallest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, D, 1]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, 1]")
@JvmName("aminKeep5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.aminKeep(
    over: E,
): Tensor<Rank5<A, B, C, D, One>> = Tensor(amin(value, listOf(4), keepDim = true))

/** The smallest element along the last axis. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("aminLast1")
public fun <A : Dim<*>> Tensor<Vec<A>>.aminLast(): Tensor<Scalar> = Tensor(amin(value, listOf(0)))

/** The smallest element along the last axis. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("aminLast2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.aminLast(): Tensor<Vec<A>> = Tensor(amin(value, listOf(1)))

/** The smallest element along the last axis. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("aminLast3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.aminLast(): Tensor<Mat<A, B>> = Tensor(amin(value, listOf(2)))

/** The smallest element along the last axis. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("aminLast4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.aminLast(): Tensor<Cube<A, B, C>> =
    Tensor(amin(value, listOf(3)))

/** The smallest element along the last axis. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("aminLast5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.aminLast(): Tensor<Rank4<A, B, C, D>> =
    Tensor(amin(value, listOf(4)))
