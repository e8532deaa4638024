package dev.rankine.tensor

import dev.rankine.ops.all
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.One
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** Whether every element is true, as bool, along [over], whose axis stays with size 1. `[A] -> [1]` */
@ShapeRule("[a] -> [1]")
@JvmName("allKeep1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.allKeep(over: A): Tensor<Vec<One>> = Tensor(all(value, listOf(0), keepDim = true))

/** Whether every element is true, as bool, along [over], whose axis stays with size 1. `[A, B] -> [1, B]` */
@ShapeRule("[a, b] -> [1, b]")
@JvmName("allKeep2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.allKeep(over: A): Tensor<Mat<One, B>> = Tensor(all(value, listOf(0), keepDim = true))

/** Whether every element is true, as bool, along [over], whose axis stays with size 1. `[A, B] -> [A, 1]` */
@ShapeRule("[a, b] -> [a, 1]")
@JvmName("allKeep2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.allKeep(over: B): Tensor<Mat<A, One>> = Tensor(all(value, listOf(1), keepDim = true))

/** Whether every element is true, as bool, along [over], whose axis stays with size 1. `[A, B, C] -> [1, B, C]` */
@ShapeRule("[a, b, c] -> [1, b, c]")
@JvmName("allKeep3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.allKeep(over: A): Tensor<Cube<One, B, C>> =
    Tensor(all(value, listOf(0), keepDim = true))

/** Whether every element is true, as bool, along [over], whose axis stays with size 1. `[A, B, C] -> [A, 1, C]` */
@ShapeRule("[a, b, c] -> [a, 1, c]")
@JvmName("allKeep3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.allKeep(over: B): Tensor<Cube<A, One, C>> =
    Tensor(all(value, listOf(1), keepDim = true))

/** Whether every element is true, as bool, along [over], whose axis stays with size 1. `[A, B, C] -> [A, B, 1]` */
@ShapeRule("[a, b, c] -> [a, b, 1]")
@JvmName("allKeep3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.allKeep(over: C): Tensor<Cube<A, B, One>> =
    Tensor(all(value, listOf(2), keepDim = true))

/** Whether every element is true, as bool, along [over], whose axis stays with size 1. `[A, B, C, D] -> [1, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [1, b, c, d]")
@JvmName("allKeep4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.allKeep(over: A): Tensor<Rank4<One, B, C, D>> =
    Tensor(all(value, listOf(0), keepDim = true))

/** Whether every element is true, as bool, along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, 1, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, 1, c, d]")
@JvmName("allKeep4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.allKeep(over: B): Tensor<Rank4<A, One, C, D>> =
    Tensor(all(value, listOf(1), keepDim = true))

/** Whether every element is true, as bool, along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, 1, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, 1, d]")
@JvmName("allKeep4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.allKeep(over: C): Tensor<Rank4<A, B, One, D>> =
    Tensor(all(value, listOf(2), keepDim = true))

/** Whether every element is true, as bool, along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, C, 1]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, 1]")
@JvmName("allKeep4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.allKeep(over: D): Tensor<Rank4<A, B, C, One>> =
    Tensor(all(value, listOf(3), keepDim = true))

/** Whether every element is true, as bool, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [1, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [1, b, c, d, e]")
@JvmName("allKeep5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.allKeep(
    over: A,
): Tensor<Rank5<One, B, C, D, E>> = Tensor(all(value, listOf(0), keepDim = true))

/** Whether every element is true, as bool, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, 1, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, 1, c, d, e]")
@JvmName("allKeep5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.allKeep(
    over: B,
): Tensor<Rank5<A, One, C, D, E>> = Tensor(all(value, listOf(1), keepDim = true))

/** Whether every element is true, as bool, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, 1, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, 1, d, e]")
@JvmName("allKeep5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.allKeep(
    over: C,
): Tensor<Rank5<A, B, One, D, E>> = Tensor(all(value, listOf(2), keepDim = true))

/** Whether every element is true, as bool, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, 1, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, 1, e]")
@JvmName("allKeep5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.allKeep(
    over: D,
): Tensor<Rank5<A, B, C, One, E>> = Tensor(all(value, listOf(3), keepDim = true))

/** Whether every element is true, as bool, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, D, 1]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, 1]")
@JvmName("allKeep5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.allKeep(
    over: E,
): Tensor<Rank5<A, B, C, D, One>> = Tensor(all(value, listOf(4), keepDim = true))

/** Whether every element is true, as bool, along the last axis. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("allLast1")
public fun <A : Dim<*>> Tensor<Vec<A>>.allLast(): Tensor<Scalar> = Tensor(all(value, listOf(0)))

/** Whether every element is true, as bool, along the last axis. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("allLast2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.allLast(): Tensor<Vec<A>> = Tensor(all(value, listOf(1)))

/** Whether every element is true, as bool, along the last axis. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("allLast3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.allLast(): Tensor<Mat<A, B>> = Tensor(all(value, listOf(2)))

/** Whether every element is true, as bool, along the last axis. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("allLast4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.allLast(): Tensor<Cube<A, B, C>> =
    Tensor(all(value, listOf(3)))

/** Whether every element is true, as bool, along the last axis. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("allLast5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.allLast(): Tensor<Rank4<A, B, C, D>> =
    Tensor(all(value, listOf(4)))
