package dev.rankine.tensor

import dev.rankine.ops.sum
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.One
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.shapes.Vec

/** The sum of all elements. */
@JvmName("sumAll")
public fun <S : Shape> Tensor<S>.sum(): Tensor<Scalar> = Tensor(sum(value))

/** The sum along [over]. `[A] -> []` */
@JvmName("sum1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.sum(over: A): Tensor<Scalar> = Tensor(sum(value, listOf(0)))

/** The sum along [over]. `[A, B] -> [B]` */
@JvmName("sum2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.sum(over: A): Tensor<Vec<B>> = Tensor(sum(value, listOf(0)))

/** The sum along [over]. `[A, B] -> [A]` */
@JvmName("sum2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.sum(over: B): Tensor<Vec<A>> = Tensor(sum(value, listOf(1)))

/** The sum along [over]. `[A, B, C] -> [B, C]` */
@JvmName("sum3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.sum(over: A): Tensor<Mat<B, C>> = Tensor(sum(value, listOf(0)))

/** The sum along [over]. `[A, B, C] -> [A, C]` */
@JvmName("sum3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.sum(over: B): Tensor<Mat<A, C>> = Tensor(sum(value, listOf(1)))

/** The sum along [over]. `[A, B, C] -> [A, B]` */
@JvmName("sum3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.sum(over: C): Tensor<Mat<A, B>> = Tensor(sum(value, listOf(2)))

/** The sum along [over]. `[A, B, C, D] -> [B, C, D]` */
@JvmName("sum4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.sum(over: A): Tensor<Cube<B, C, D>> =
    Tensor(sum(value, listOf(0)))

/** The sum along [over]. `[A, B, C, D] -> [A, C, D]` */
@JvmName("sum4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.sum(over: B): Tensor<Cube<A, C, D>> =
    Tensor(sum(value, listOf(1)))

/** The sum along [over]. `[A, B, C, D] -> [A, B, D]` */
@JvmName("sum4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.sum(over: C): Tensor<Cube<A, B, D>> =
    Tensor(sum(value, listOf(2)))

/** The sum along [over]. `[A, B, C, D] -> [A, B, C]` */
@JvmName("sum4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.sum(over: D): Tensor<Cube<A, B, C>> =
    Tensor(sum(value, listOf(3)))

/** The sum along [over]. `[A, B, C, D, E] -> [B, C, D, E]` */
@JvmName("sum5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.sum(
    over: A,
): Tensor<Rank4<B, C, D, E>> = Tensor(sum(value, listOf(0)))

/** The sum along [over]. `[A, B, C, D, E] -> [A, C, D, E]` */
@JvmName("sum5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.sum(
    over: B,
): Tensor<Rank4<A, C, D, E>> = Tensor(sum(value, listOf(1)))

/** The sum along [over]. `[A, B, C, D, E] -> [A, B, D, E]` */
@JvmName("sum5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.sum(
    over: C,
): Tensor<Rank4<A, B, D, E>> = Tensor(sum(value, listOf(2)))

/** The sum along [over]. `[A, B, C, D, E] -> [A, B, C, E]` */
@JvmName("sum5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.sum(
    over: D,
): Tensor<Rank4<A, B, C, E>> = Tensor(sum(value, listOf(3)))

/** The sum along [over]. `[A, B, C, D, E] -> [A, B, C, D]` */
@JvmName("sum5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.sum(
    over: E,
): Tensor<Rank4<A, B, C, D>> = Tensor(sum(value, listOf(4)))

/** The sum along [over], whose axis stays with size 1. `[A] -> [1]` */
@JvmName("sumKeep1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.sumKeep(over: A): Tensor<Vec<One>> = Tensor(sum(value, listOf(0), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B] -> [1, B]` */
@JvmName("sumKeep2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.sumKeep(over: A): Tensor<Mat<One, B>> = Tensor(sum(value, listOf(0), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B] -> [A, 1]` */
@JvmName("sumKeep2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.sumKeep(over: B): Tensor<Mat<A, One>> = Tensor(sum(value, listOf(1), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B, C] -> [1, B, C]` */
@JvmName("sumKeep3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.sumKeep(over: A): Tensor<Cube<One, B, C>> =
    Tensor(sum(value, listOf(0), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B, C] -> [A, 1, C]` */
@JvmName("sumKeep3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.sumKeep(over: B): Tensor<Cube<A, One, C>> =
    Tensor(sum(value, listOf(1), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B, C] -> [A, B, 1]` */
@JvmName("sumKeep3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.sumKeep(over: C): Tensor<Cube<A, B, One>> =
    Tensor(sum(value, listOf(2), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B, C, D] -> [1, B, C, D]` */
@JvmName("sumKeep4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.sumKeep(over: A): Tensor<Rank4<One, B, C, D>> =
    Tensor(sum(value, listOf(0), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, 1, C, D]` */
@JvmName("sumKeep4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.sumKeep(over: B): Tensor<Rank4<A, One, C, D>> =
    Tensor(sum(value, listOf(1), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, 1, D]` */
@JvmName("sumKeep4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.sumKeep(over: C): Tensor<Rank4<A, B, One, D>> =
    Tensor(sum(value, listOf(2), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, C, 1]` */
@JvmName("sumKeep4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.sumKeep(over: D): Tensor<Rank4<A, B, C, One>> =
    Tensor(sum(value, listOf(3), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [1, B, C, D, E]` */
@JvmName("sumKeep5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.sumKeep(
    over: A,
): Tensor<Rank5<One, B, C, D, E>> = Tensor(sum(value, listOf(0), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, 1, C, D, E]` */
@JvmName("sumKeep5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.sumKeep(
    over: B,
): Tensor<Rank5<A, One, C, D, E>> = Tensor(sum(value, listOf(1), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, 1, D, E]` */
@JvmName("sumKeep5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.sumKeep(
    over: C,
): Tensor<Rank5<A, B, One, D, E>> = Tensor(sum(value, listOf(2), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, 1, E]` */
@JvmName("sumKeep5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.sumKeep(
    over: D,
): Tensor<Rank5<A, B, C, One, E>> = Tensor(sum(value, listOf(3), keepDim = true))

/** The sum along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, D, 1]` */
@JvmName("sumKeep5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.sumKeep(
    over: E,
): Tensor<Rank5<A, B, C, D, One>> = Tensor(sum(value, listOf(4), keepDim = true))
