package dev.rankine.tensor

import dev.rankine.ops.countNonzero
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.One
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The number (int64) of elements that are not zero along [over], whose axis stays with size 1. `[A] -> [1]` */
@ShapeRule("[a] -> [1]")
@JvmName("countNonzeroKeep1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.countNonzeroKeep(over: A): Tensor<Vec<One>> = Tensor(countNonzero(value, listOf(0), keepDim = true))

/** The number (int64) of elements that are not zero along [over], whose axis stays with size 1. `[A, B] -> [1, B]` */
@ShapeRule("[a, b] -> [1, b]")
@JvmName("countNonzeroKeep2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.countNonzeroKeep(over: A): Tensor<Mat<One, B>> =
    Tensor(countNonzero(value, listOf(0), keepDim = true))

/** The number (int64) of elements that are not zero along [over], whose axis stays with size 1. `[A, B] -> [A, 1]` */
@ShapeRule("[a, b] -> [a, 1]")
@JvmName("countNonzeroKeep2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.countNonzeroKeep(over: B): Tensor<Mat<A, One>> =
    Tensor(countNonzero(value, listOf(1), keepDim = true))

/** The number (int64) of elements that are not zero along [over], whose axis stays with size 1. `[A, B, C] -> [1, B, C]` */
@ShapeRule("[a, b, c] -> [1, b, c]")
@JvmName("countNonzeroKeep3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.countNonzeroKeep(over: A): Tensor<Cube<One, B, C>> =
    Tensor(countNonzero(value, listOf(0), keepDim = true))

/** The number (int64) of elements that are not zero along [over], whose axis stays with size 1. `[A, B, C] -> [A, 1, C]` */
@ShapeRule("[a, b, c] -> [a, 1, c]")
@JvmName("countNonzeroKeep3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.countNonzeroKeep(over: B): Tensor<Cube<A, One, C>> =
    Tensor(countNonzero(value, listOf(1), keepDim = true))

/** The number (int64) of elements that are not zero along [over], whose axis stays with size 1. `[A, B, C] -> [A, B, 1]` */
@ShapeRule("[a, b, c] -> [a, b, 1]")
@JvmName("countNonzeroKeep3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.countNonzeroKeep(over: C): Tensor<Cube<A, B, One>> =
    Tensor(countNonzero(value, listOf(2), keepDim = true))

/** The number (int64) of elements that are not zero along [over], whose axis stays with size 1. `[A, B, C, D] -> [1, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [1, b, c, d]")
@JvmName("countNonzeroKeep4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.countNonzeroKeep(
    over: A,
): Tensor<Rank4<One, B, C, D>> = Tensor(countNonzero(value, listOf(0), keepDim = true))

/** The number (int64) of elements that are not zero along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, 1, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, 1, c, d]")
@JvmName("countNonzeroKeep4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.countNonzeroKeep(
    over: B,
): Tensor<Rank4<A, One, C, D>> = Tensor(countNonzero(value, listOf(1), keepDim = true))

/** The number (int64) of elements that are not zero along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, 1, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, 1, d]")
@JvmName("countNonzeroKeep4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.countNonzeroKeep(
    over: C,
): Tensor<Rank4<A, B, One, D>> = Tensor(countNonzero(value, listOf(2), keepDim = true))

/** The number (int64) of elements that are not zero along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, C, 1]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, 1]")
@JvmName("countNonzeroKeep4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.countNonzeroKeep(
    over: D,
): Tensor<Rank4<A, B, C, One>> = Tensor(countNonzero(value, listOf(3), keepDim = true))

/** The number (int64) of elements that are not zero along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [1, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [1, b, c, d, e]")
@JvmName("countNonzeroKeep5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.countNonzeroKeep(
    over: A,
): Tensor<Rank5<One, B, C, D, E>> = Tensor(countNonzero(value, listOf(0), keepDim = true))

/** The number (int64) of elements that are not zero along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, 1, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, 1, c, d, e]")
@JvmName("countNonzeroKeep5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.countNonzeroKeep(
    over: B,
): Tensor<Rank5<A, One, C, D, E>> = Tensor(countNonzero(value, listOf(1), keepDim = true))

/** The number (int64) of elements that are not zero along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, 1, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, 1, d, e]")
@JvmName("countNonzeroKeep5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.countNonzeroKeep(
    over: C,
): Tensor<Rank5<A, B, One, D, E>> = Tensor(countNonzero(value, listOf(2), keepDim = true))

/** The number (int64) of elements that are not zero along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, 1, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, 1, e]")
@JvmName("countNonzeroKeep5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.countNonzeroKeep(
    over: D,
): Tensor<Rank5<A, B, C, One, E>> = Tensor(countNonzero(value, listOf(3), keepDim = true))

/** The number (int64) of elements that are not zero along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, D, 1]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, 1]")
@JvmName("countNonzeroKeep5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.countNonzeroKeep(
    over: E,
): Tensor<Rank5<A, B, C, D, One>> = Tensor(countNonzero(value, listOf(4), keepDim = true))

/** The number (int64) of elements that are not zero along the last axis. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("countNonzeroLast1")
public fun <A : Dim<*>> Tensor<Vec<A>>.countNonzeroLast(): Tensor<Scalar> = Tensor(countNonzero(value, listOf(0)))

/** The number (int64) of elements that are not zero along the last axis. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("countNonzeroLast2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.countNonzeroLast(): Tensor<Vec<A>> = Tensor(countNonzero(value, listOf(1)))

/** The number (int64) of elements that are not zero along the last axis. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("countNonzeroLast3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.countNonzeroLast(): Tensor<Mat<A, B>> =
    Tensor(countNonzero(value, listOf(2)))

/** The number (int64) of elements that are not zero along the last axis. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("countNonzeroLast4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.countNonzeroLast(): Tensor<Cube<A, B, C>> =
    Tensor(countNonzero(value, listOf(3)))

/** The number (int64) of elements that are not zero along the last axis. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("countNonzeroLast5")
public fun <
    A : Dim<*>,
    B : Dim<*>,
    C : Dim<*>,
    D : Dim<*>,
    E : Dim<*>,
> Tensor<Rank5<A, B, C, D, E>>.countNonzeroLast(): Tensor<Rank4<A, B, C, D>> =
    Tensor(countNonzero(value, listOf(4)))
