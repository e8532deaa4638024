package dev.rankine.tensor

import dev.rankine.ops.sum
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.One
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The sum along [over], whose axis stays with size 1. `[A] -> [1]` */
@ShapeRule("[a] -> [1]")
@JvmName("sumKeep1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.sumKeep(over: A): Tensor<Vec<One>> = Tensor(sum(value, listOf(0), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B] -> [1, B]` */
@ShapeRule("[a, b] -> [1, b]")
@JvmName("sumKeep2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.sumKeep(over: A): Tensor<Mat<One, B>> = Tensor(sum(value, listOf(0), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B] -> [A, 1]` */
@ShapeRule("[a, b] -> [a, 1]")
@JvmName("sumKeep2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.sumKeep(over: B): Tensor<Mat<A, One>> = Tensor(sum(value, listOf(1), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B, C] -> [1, B, C]` */
@ShapeRule("[a, b, c] -> [1, b, c]")
@JvmName("sumKeep3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.sumKeep(over: A): Tensor<Cube<One, B, C>> =
    Tensor(sum(value, listOf(0), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B, C] -> [A, 1, C]` */
@ShapeRule("[a, b, c] -> [a, 1, c]")
@JvmName("sumKeep3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.sumKeep(over: B): Tensor<Cube<A, One, C>> =
    Tensor(sum(value, listOf(1), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B, C] -> [A, B, 1]` */
@ShapeRule("[a, b, c] -> [a, b, 1]")
@JvmName("sumKeep3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.sumKeep(over: C): Tensor<Cube<A, B, One>> =
    Tensor(sum(value, listOf(2), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B, C, D] -> [1, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [1, b, c, d]")
@JvmName("sumKeep4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.sumKeep(over: A): Tensor<Rank4<One, B, C, D>> =
    Tensor(sum(value, listOf(0), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, 1, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, 1, c, d]")
@JvmName("sumKeep4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.sumKeep(over: B): Tensor<Rank4<A, One, C, D>> =
    Tensor(sum(value, listOf(1), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, 1, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, 1, d]")
@JvmName("sumKeep4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.sumKeep(over: C): Tensor<Rank4<A, B, One, D>> =
    Tensor(sum(value, listOf(2), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, C, 1]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, 1]")
@JvmName("sumKeep4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.sumKeep(over: D): Tensor<Rank4<A, B, C, One>> =
    Tensor(sum(value, listOf(3), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [1, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [1, b, c, d, e]")
@JvmName("sumKeep5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.sumKeep(
    over: A,
): Tensor<Rank5<One, B, C, D, E>> = Tensor(sum(value, listOf(0), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, 1, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, 1, c, d, e]")
@JvmName("sumKeep5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.sumKeep(
    over: B,
): Tensor<Rank5<A, One, C, D, E>> = Tensor(sum(value, listOf(1), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, 1, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, 1, d, e]")
@JvmName("sumKeep5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.sumKeep(
    over: C,
): Tensor<Rank5<A, B, One, D, E>> = Tensor(sum(value, listOf(2), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, 1, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, 1, e]")
@JvmName("sumKeep5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.sumKeep(
    over: D,
): Tensor<Rank5<A, B, C, One, E>> = Tensor(sum(value, listOf(3), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, D, 1]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, 1]")
@JvmName("sumKeep5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.sumKeep(
    over: E,
): Tensor<Rank5<A, B, C, D, One>> = Tensor(sum(value, listOf(4), keepDim = true))

/** The sum along the last axis. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("sumLast1")
public fun <A : Dim<*>> Tensor<Vec<A>>.sumLast(): Tensor<Scalar> = Tensor(sum(value, listOf(0)))

/** The sum along the last axis. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("sumLast2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.sumLast(): Tensor<Vec<A>> = Tensor(sum(value, listOf(1)))

/** The sum along the last axis. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("sumLast3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.sumLast(): Tensor<Mat<A, B>> = Tensor(sum(value, listOf(2)))

/** The sum along the last axis. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("sumLast4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.sumLast(): Tensor<Cube<A, B, C>> =
    Tensor(sum(value, listOf(3)))

/** The sum along the last axis. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("sumLast5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.sumLast(): Tensor<Rank4<A, B, C, D>> =
    Tensor(sum(value, listOf(4)))
