package dev.rankine.tensor

import dev.rankine.ops.argmin
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.One
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The index (int64) of the smallest element along [over], whose axis stays with size 1. `[A] -> [1]` */
@ShapeRule("[a] -> [1]")
@JvmName("argminKeep1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.argminKeep(over: A): Tensor<Vec<One>> = Tensor(argmin(value, 0, keepDim = true))

/** The index (int64) of the smallest element along [over], whose axis stays with size 1. `[A, B] -> [1, B]` */
@ShapeRule("[a, b] -> [1, b]")
@JvmName("argminKeep2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.argminKeep(over: A): Tensor<Mat<One, B>> = Tensor(argmin(value, 0, keepDim = true))

/** The index (int64) of the smallest element along [over], whose axis stays with size 1. `[A, B] -> [A, 1]` */
@ShapeRule("[a, b] -> [a, 1]")
@JvmName("argminKeep2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.argminKeep(over: B): Tensor<Mat<A, One>> = Tensor(argmin(value, 1, keepDim = true))

/** The index (int64) of the smallest element along [over], whose axis stays with size 1. `[A, B, C] -> [1, B, C]` */
@ShapeRule("[a, b, c] -> [1, b, c]")
@JvmName("argminKeep3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.argminKeep(over: A): Tensor<Cube<One, B, C>> =
    Tensor(argmin(value, 0, keepDim = true))

/** The index (int64) of the smallest element along [over], whose axis stays with size 1. `[A, B, C] -> [A, 1, C]` */
@ShapeRule("[a, b, c] -> [a, 1, c]")
@JvmName("argminKeep3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.argminKeep(over: B): Tensor<Cube<A, One, C>> =
    Tensor(argmin(value, 1, keepDim = true))

/** The index (int64) of the smallest element along [over], whose axis stays with size 1. `[A, B, C] -> [A, B, 1]` */
@ShapeRule("[a, b, c] -> [a, b, 1]")
@JvmName("argminKeep3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.argminKeep(over: C): Tensor<Cube<A, B, One>> =
    Tensor(argmin(value, 2, keepDim = true))

/** The index (int64) of the smallest element along [over], whose axis stays with size 1. `[A, B, C, D] -> [1, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [1, b, c, d]")
@JvmName("argminKeep4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.argminKeep(over: A): Tensor<Rank4<One, B, C, D>> =
    Tensor(argmin(value, 0, keepDim = true))

/** The index (int64) of the smallest element along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, 1, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, 1, c, d]")
@JvmName("argminKeep4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.argminKeep(over: B): Tensor<Rank4<A, One, C, D>> =
    Tensor(argmin(value, 1, keepDim = true))

/** The index (int64) of the smallest element along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, 1, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, 1, d]")
@JvmName("argminKeep4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.argminKeep(over: C): Tensor<Rank4<A, B, One, D>> =
    Tensor(argmin(value, 2, keepDim = true))

/** The index (int64) of the smallest element along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, C, 1]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, 1]")
@JvmName("argminKeep4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.argminKeep(over: D): Tensor<Rank4<A, B, C, One>> =
    Tensor(argmin(value, 3, keepDim = true))

/** The index (int64) of the smallest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [1, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [1, b, c, d, e]")
@JvmName("argminKeep5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argminKeep(
    over: A,
): Tensor<Rank5<One, B, C, D, E>> = Tensor(argmin(value, 0, keepDim = true))

/** The index (int64) of the smallest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, 1, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, 1, c, d, e]")
@JvmName("argminKeep5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argminKeep(
    over: B,
): Tensor<Rank5<A, One, C, D, E>> = Tensor(argmin(value, 1, keepDim = true))

/** The index (int64) of the smallest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, 1, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, 1, d, e]")
@JvmName("argminKeep5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argminKeep(
    over: C,
): Tensor<Rank5<A, B, One, D, E>> = Tensor(argmin(value, 2, keepDim = true))

/** The index (int64) of the smallest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, 1, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, 1, e]")
@JvmName("argminKeep5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argminKeep(
    over: D,
): Tensor<Rank5<A, B, C, One, E>> = Tensor(argmin(value, 3, keepDim = true))

/** The index (int64) of the smallest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, D, 1]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, 1]")
@JvmName("argminKeep5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argminKeep(
    over: E,
): Tensor<Rank5<A, B, C, D, One>> = Tensor(argmin(value, 4, keepDim = true))

/** The index (int64) of the smallest element along the last axis. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("argminLast1")
public fun <A : Dim<*>> Tensor<Vec<A>>.argminLast(): Tensor<Scalar> = Tensor(argmin(value, 0))

/** The index (int64) of the smallest element along the last axis. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("argminLast2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.argminLast(): Tensor<Vec<A>> = Tensor(argmin(value, 1))

/** The index (int64) of the smallest element along the last axis. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("argminLast3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.argminLast(): Tensor<Mat<A, B>> = Tensor(argmin(value, 2))

/** The index (int64) of the smallest element along the last axis. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("argminLast4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.argminLast(): Tensor<Cube<A, B, C>> =
    Tensor(argmin(value, 3))

/** The index (int64) of the smallest element along the last axis. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("argminLast5")
public fun <
    A : Dim<*>,
    B : Dim<*>,
    C : Dim<*>,
    D : Dim<*>,
    E : Dim<*>,
> Tensor<Rank5<A, B, C, D, E>>.argminLast(): Tensor<Rank4<A, B, C, D>> =
    Tensor(argmin(value, 4))
