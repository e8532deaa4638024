package dev.rankine.tensor

import dev.rankine.ops.argmax
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.One
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Vec

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A] -> [1]` */
@JvmName("argmaxKeep1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.argmaxKeep(over: A): Tensor<Vec<One>> = Tensor(argmax(value, 0, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B] -> [1, B]` */
@JvmName("argmaxKeep2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.argmaxKeep(over: A): Tensor<Mat<One, B>> = Tensor(argmax(value, 0, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B] -> [A, 1]` */
@JvmName("argmaxKeep2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.argmaxKeep(over: B): Tensor<Mat<A, One>> = Tensor(argmax(value, 1, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B, C] -> [1, B, C]` */
@JvmName("argmaxKeep3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.argmaxKeep(over: A): Tensor<Cube<One, B, C>> =
    Tensor(argmax(value, 0, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B, C] -> [A, 1, C]` */
@JvmName("argmaxKeep3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.argmaxKeep(over: B): Tensor<Cube<A, One, C>> =
    Tensor(argmax(value, 1, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B, C] -> [A, B, 1]` */
@JvmName("argmaxKeep3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.argmaxKeep(over: C): Tensor<Cube<A, B, One>> =
    Tensor(argmax(value, 2, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B, C, D] -> [1, B, C, D]` */
@JvmName("argmaxKeep4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.argmaxKeep(over: A): Tensor<Rank4<One, B, C, D>> =
    Tensor(argmax(value, 0, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, 1, C, D]` */
@JvmName("argmaxKeep4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.argmaxKeep(over: B): Tensor<Rank4<A, One, C, D>> =
    Tensor(argmax(value, 1, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, 1, D]` */
@JvmName("argmaxKeep4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.argmaxKeep(over: C): Tensor<Rank4<A, B, One, D>> =
    Tensor(argmax(value, 2, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, C, 1]` */
@JvmName("argmaxKeep4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.argmaxKeep(over: D): Tensor<Rank4<A, B, C, One>> =
    Tensor(argmax(value, 3, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [1, B, C, D, E]` */
@JvmName("argmaxKeep5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argmaxKeep(
    over: A,
): Tensor<Rank5<One, B, C, D, E>> = Tensor(argmax(value, 0, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, 1, C, D, E]` */
@JvmName("argmaxKeep5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argmaxKeep(
    over: B,
): Tensor<Rank5<A, One, C, D, E>> = Tensor(argmax(value, 1, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, 1, D, E]` */
@JvmName("argmaxKeep5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argmaxKeep(
    over: C,
): Tensor<Rank5<A, B, One, D, E>> = Tensor(argmax(value, 2, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, 1, E]` */
@JvmName("argmaxKeep5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argmaxKeep(
    over: D,
): Tensor<Rank5<A, B, C, One, E>> = Tensor(argmax(value, 3, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, D, 1]` */
@JvmName("argmaxKeep5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argmaxKeep(
    over: E,
): Tensor<Rank5<A, B, C, D, One>> = Tensor(argmax(value, 4, keepDim = true))

/** The index (int64) of the largest element along the last axis. `[A] -> []` */
@JvmName("argmaxLast1")
public fun <A : Dim<*>> Tensor<Vec<A>>.argmaxLast(): Tensor<Scalar> = Tensor(argmax(value, 0))

/** The index (int64) of the largest element along the last axis. `[A, B] -> [A]` */
@JvmName("argmaxLast2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.argmaxLast(): Tensor<Vec<A>> = Tensor(argmax(value, 1))

/** The index (int64) of the largest element along the last axis. `[A, B, C] -> [A, B]` */
@JvmName("argmaxLast3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.argmaxLast(): Tensor<Mat<A, B>> = Tensor(argmax(value, 2))

/** The index (int64) of the largest element along the last axis. `[A, B, C, D] -> [A, B, C]` */
@JvmName("argmaxLast4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.argmaxLast(): Tensor<Cube<A, B, C>> =
    Tensor(argmax(value, 3))

/** The index (int64) of the largest element along the last axis. `[A, B, C, D, E] -> [A, B, C, D]` */
@JvmName("argmaxLast5")
public fun <
    A : Dim<*>,
    B : Dim<*>,
    C : Dim<*>,
    D : Dim<*>,
    E : Dim<*>,
> Tensor<Rank5<A, B, C, D, E>>.argmaxLast(): Tensor<Rank4<A, B, C, D>> =
    Tensor(argmax(value, 4))
