package dev.rankine.tensor

import dev.rankine.ops.any
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.One
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** Whether an element is true, as bool, along [over], whose axis stays with size 1. `[A] -> [1]` */
@ShapeRule("[a] -> [1]")
@JvmName("anyKeep1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.anyKeep(over: A): Tensor<Vec<One>> = Tensor(any(value, listOf(0), keepDim = true))

/** Whether an element is true, as bool, along [over], whose axis stays with size 1. `[A, B] -> [1, B]` */
@ShapeRule("[a, b] -> [1, b]")
@JvmName("anyKeep2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.anyKeep(over: A): Tensor<Mat<One, B>> = Tensor(any(value, listOf(0), keepDim = true))

/** Whether an element is true, as bool, along [over], whose axis stays with size 1. `[A, B] -> [A, 1]` */
@ShapeRule("[a, b] -> [a, 1]")
@JvmName("anyKeep2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.anyKeep(over: B): Tensor<Mat<A, One>> = Tensor(any(value, listOf(1), keepDim = true))

/** Whether an element is true, as bool, along [over], whose axis stays with size 1. `[A, B, C] -> [1, B, C]` */
@ShapeRule("[a, b, c] -> [1, b, c]")
@JvmName("anyKeep3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.anyKeep(over: A): Tensor<Cube<One, B, C>> =
    Tensor(any(value, listOf(0), keepDim = true))

/** Whether an element is true, as bool, along [over], whose axis stays with size 1. `[A, B, C] -> [A, 1, C]` */
@ShapeRule("[a, b, c] -> [a, 1, c]")
@JvmName("anyKeep3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.anyKeep(over: B): Tensor<Cube<A, One, C>> =
    Tensor(any(value, listOf(1), keepDim = true))

/** Whether an element is true, as bool, along [over], whose axis stays with size 1. `[A, B, C] -> [A, B, 1]` */
@ShapeRule("[a, b, c] -> [a, b, 1]")
@JvmName("anyKeep3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.anyKeep(over: C): Tensor<Cube<A, B, One>> =
    Tensor(any(value, listOf(2), keepDim = true))

/** Whether an element is true, as bool, along [over], whose axis stays with size 1. `[A, B, C, D] -> [1, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [1, b, c, d]")
@JvmName("anyKeep4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.anyKeep(over: A): Tensor<Rank4<One, B, C, D>> =
    Tensor(any(value, listOf(0), keepDim = true))

/** Whether an element is true, as bool, along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, 1, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, 1, c, d]")
@JvmName("anyKeep4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.anyKeep(over: B): Tensor<Rank4<A, One, C, D>> =
    Tensor(any(value, listOf(1), keepDim = true))

/** Whether an element is true, as bool, along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, 1, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, 1, d]")
@JvmName("anyKeep4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.anyKeep(over: C): Tensor<Rank4<A, B, One, D>> =
    Tensor(any(value, listOf(2), keepDim = true))

/** Whether an element is true, as bool, along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, C, 1]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, 1]")
@JvmName("anyKeep4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.anyKeep(over: D): Tensor<Rank4<A, B, C, One>> =
    Tensor(any(value, listOf(3), keepDim = true))

/** Whether an element is true, as bool, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [1, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [1, b, c, d, e]")
@JvmName("anyKeep5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.anyKeep(
    over: A,
): Tensor<Rank5<One, B, C, D, E>> = Tensor(any(value, listOf(0), keepDim = true))

/** Whether an element is true, as bool, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, 1, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, 1, c, d, e]")
@JvmName("anyKeep5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.anyKeep(
    over: B,
): Tensor<Rank5<A, One, C, D, E>> = Tensor(any(value, listOf(1), keepDim = true))

/** Whether an element is true, as bool, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, 1, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, 1, d, e]")
@JvmName("anyKeep5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.anyKeep(
    over: C,
): Tensor<Rank5<A, B, One, D, E>> = Tensor(any(value, listOf(2), keepDim = true))

/** Whether an element is true, as bool, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, 1, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, 1, e]")
@JvmName("anyKeep5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.anyKeep(
    over: D,
): Tensor<Rank5<A, B, C, One, E>> = Tensor(any(value, listOf(3), keepDim = true))

/** Whether an element is true, as bool, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, D, 1]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, 1]")
@JvmName("anyKeep5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.anyKeep(
    over: E,
): Tensor<Rank5<A, B, C, D, One>> = Tensor(any(value, listOf(4), keepDim = true))

/** Whether an element is true, as bool, along the last axis. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("anyLast1")
public fun <A : Dim<*>> Tensor<Vec<A>>.anyLast(): Tensor<Scalar> = Tensor(any(value, listOf(0)))

/** Whether an element is true, as bool, along the last axis. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("anyLast2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.anyLast(): Tensor<Vec<A>> = Tensor(any(value, listOf(1)))

/** Whether an element is true, as bool, along the last axis. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("anyLast3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.anyLast(): Tensor<Mat<A, B>> = Tensor(any(value, listOf(2)))

/** Whether an element is true, as bool, along the last axis. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("anyLast4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.anyLast(): Tensor<Cube<A, B, C>> =
    Tensor(any(value, listOf(3)))

/** Whether an element is true, as bool, along the last axis. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("anyLast5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.anyLast(): Tensor<Rank4<A, B, C, D>> =
    Tensor(any(value, listOf(4)))
