package dev.rankine.tensor

import dev.rankine.ops.argmax
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.One
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A] -> [1]` */
@ShapeRule("[a] -> [1]")
@JvmName("argmaxKeep1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.argmaxKeep(over: A): Tensor<Vec<One>> = Tensor(argmax(value, 0, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B] -> [1, B]` */
@ShapeRule("[a, b] -> [1, b]")
@JvmName("argmaxKeep2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.argmaxKeep(over: A): Tensor<Mat<One, B>> = Tensor(argmax(value, 0, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B] -> [A, 1]` */
@ShapeRule("[a, b] -> [a, 1]")
@JvmName("argmaxKeep2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.argmaxKeep(over: B): Tensor<Mat<A, One>> = Tensor(argmax(value, 1, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B, C] -> [1, B, C]` */
@ShapeRule("[a, b, c] -> [1, b, c]")
@JvmName("argmaxKeep3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.argmaxKeep(over: A): Tensor<Cube<One, B, C>> =
    Tensor(argmax(value, 0, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B, C] -> [A, 1, C]` */
@ShapeRule("[a, b, c] -> [a, 1, c]")
@JvmName("argmaxKeep3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.argmaxKeep(over: B): Tensor<Cube<A, One, C>> =
    Tensor(argmax(value, 1, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B, C] -> [A, B, 1]` */
@ShapeRule("[a, b, c] -> [a, b, 1]")
@JvmName("argmaxKeep3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.argmaxKeep(over: C): Tensor<Cube<A, B, One>> =
    Tensor(argmax(value, 2, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B, C, D] -> [1, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [1, b, c, d]")
@JvmName("argmaxKeep4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.argmaxKeep(over: A): Tensor<Rank4<One, B, C, D>> =
    Tensor(argmax(value, 0, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, 1, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, 1, c, d]")
@JvmName("argmaxKeep4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.argmaxKeep(over: B): Tensor<Rank4<A, One, C, D>> =
    Tensor(argmax(value, 1, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, 1, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, 1, d]")
@JvmName("argmaxKeep4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.argmaxKeep(over: C): Tensor<Rank4<A, B, One, D>> =
    Tensor(argmax(value, 2, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, C, 1]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, 1]")
@JvmName("argmaxKeep4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.argmaxKeep(over: D): Tensor<Rank4<A, B, C, One>> =
    Tensor(argmax(value, 3, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [1, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [1, b, c, d, e]")
@JvmName("argmaxKeep5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argmaxKeep(
    over: A,
): Tensor<Rank5<One, B, C, D, E>> = Tensor(argmax(value, 0, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, 1, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, 1, c, d, e]")
@JvmName("argmaxKeep5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argmaxKeep(
    over: B,
): Tensor<Rank5<A, One, C, D, E>> = Tensor(argmax(value, 1, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, 1, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, 1, d, e]")
@JvmName("argmaxKeep5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argmaxKeep(
    over: C,
): Tensor<Rank5<A, B, One, D, E>> = Tensor(argmax(value, 2, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, 1, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, 1, e]")
@JvmName("argmaxKeep5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argmaxKeep(
    over: D,
): Tensor<Rank5<A, B, C, One, E>> = Tensor(argmax(value, 3, keepDim = true))

/** The index (int64) of the largest element along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, D, 1]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, 1]")
@JvmName("argmaxKeep5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argmaxKeep(
    over: E,
): Tensor<Rank5<A, B, C, D, One>> = Tensor(argmax(value, 4, keepDim = true))

/** The index (int64) of the largest element along the last axis. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("argmaxLast1")
public fun <A : Dim<*>> Tensor<Vec<A>>.argmaxLast(): Tensor<Scalar> = Tensor(argmax(value, 0))

/** The index (int64) of the largest element along the last axis. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("argmaxLast2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.argmaxLast(): Tensor<Vec<A>> = Tensor(argmax(value, 1))

/** The index (int64) of the largest element along the last axis. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("argmaxLast3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.argmaxLast(): Tensor<Mat<A, B>> = Tensor(argmax(value, 2))

/** The index (int64) of the largest element along the last axis. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("argmaxLast4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.argmaxLast(): Tensor<Cube<A, B, C>> =
    Tensor(argmax(value, 3))

/** The index (int64) of the largest element along the last axis. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("argmaxLast5")
public fun <
    A : Dim<*>,
    B : Dim<*>,
    C : Dim<*>,
    D : Dim<*>,
    E : Dim<*>,
> Tensor<Rank5<A, B, C, D, E>>.argmaxLast(): Tensor<Rank4<A, B, C, D>> =
    Tensor(argmax(value, 4))
