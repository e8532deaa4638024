package dev.rankine.tensor

import dev.rankine.ops.prod
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.One
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The product along [over], whose axis stays with size 1. `[A] -> [1]` */
@ShapeRule("[a] -> [1]")
@JvmName("prodKeep1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.prodKeep(over: A): Tensor<Vec<One>> = Tensor(prod(value, 0, keepDim = true))

/** The product along [over], whose axis stays with size 1. `[A, B] -> [1, B]` */
@ShapeRule("[a, b] -> [1, b]")
@JvmName("prodKeep2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.prodKeep(over: A): Tensor<Mat<One, B>> = Tensor(prod(value, 0, keepDim = true))

/** The product along [over], whose axis stays with size 1. `[A, B] -> [A, 1]` */
@ShapeRule("[a, b] -> [a, 1]")
@JvmName("prodKeep2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.prodKeep(over: B): Tensor<Mat<A, One>> = Tensor(prod(value, 1, keepDim = true))

/** The product along [over], whose axis stays with size 1. `[A, B, C] -> [1, B, C]` */
@ShapeRule("[a, b, c] -> [1, b, c]")
@JvmName("prodKeep3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.prodKeep(over: A): Tensor<Cube<One, B, C>> =
    Tensor(prod(value, 0, keepDim = true))

/** The product along [over], whose axis stays with size 1. `[A, B, C] -> [A, 1, C]` */
@ShapeRule("[a, b, c] -> [a, 1, c]")
@JvmName("prodKeep3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.prodKeep(over: B): Tensor<Cube<A, One, C>> =
    Tensor(prod(value, 1, keepDim = true))

/** The product along [over], whose axis stays with size 1. `[A, B, C] -> [A, B, 1]` */
@ShapeRule("[a, b, c] -> [a, b, 1]")
@JvmName("prodKeep3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.prodKeep(over: C): Tensor<Cube<A, B, One>> =
    Tensor(prod(value, 2, keepDim = true))

/** The product along [over], whose axis stays with size 1. `[A, B, C, D] -> [1, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [1, b, c, d]")
@JvmName("prodKeep4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.prodKeep(over: A): Tensor<Rank4<One, B, C, D>> =
    Tensor(prod(value, 0, keepDim = true))

/** The product along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, 1, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, 1, c, d]")
@JvmName("prodKeep4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.prodKeep(over: B): Tensor<Rank4<A, One, C, D>> =
    Tensor(prod(value, 1, keepDim = true))

/** The product along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, 1, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, 1, d]")
@JvmName("prodKeep4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.prodKeep(over: C): Tensor<Rank4<A, B, One, D>> =
    Tensor(prod(value, 2, keepDim = true))

/** The product along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, C, 1]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, 1]")
@JvmName("prodKeep4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.prodKeep(over: D): Tensor<Rank4<A, B, C, One>> =
    Tensor(prod(value, 3, keepDim = true))

/** The product along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [1, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [1, b, c, d, e]")
@JvmName("prodKeep5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.prodKeep(
    over: A,
): Tensor<Rank5<One, B, C, D, E>> = Tensor(prod(value, 0, keepDim = true))

/** The product along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, 1, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, 1, c, d, e]")
@JvmName("prodKeep5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.prodKeep(
    over: B,
): Tensor<Rank5<A, One, C, D, E>> = Tensor(prod(value, 1, keepDim = true))

/** The product along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, 1, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, 1, d, e]")
@JvmName("prodKeep5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.prodKeep(
    over: C,
): Tensor<Rank5<A, B, One, D, E>> = Tensor(prod(value, 2, keepDim = true))

/** The product along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, 1, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, 1, e]")
@JvmName("prodKeep5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.prodKeep(
    over: D,
): Tensor<Rank5<A, B, C, One, E>> = Tensor(prod(value, 3, keepDim = true))

/** The product along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, D, 1]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, 1]")
@JvmName("prodKeep5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.prodKeep(
    over: E,
): Tensor<Rank5<A, B, C, D, One>> = Tensor(prod(value, 4, keepDim = true))

/** The product along the last axis. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("prodLast1")
public fun <A : Dim<*>> Tensor<Vec<A>>.prodLast(): Tensor<Scalar> = Tensor(prod(value, 0))

/** The product along the last axis. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("prodLast2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.prodLast(): Tensor<Vec<A>> = Tensor(prod(value, 1))

/** The product along the last axis. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("prodLast3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.prodLast(): Tensor<Mat<A, B>> = Tensor(prod(value, 2))

/** The product along the last axis. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("prodLast4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.prodLast(): Tensor<Cube<A, B, C>> =
    Tensor(prod(value, 3))

/** The product along the last axis. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("prodLast5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.prodLast(): Tensor<Rank4<A, B, C, D>> =
    Tensor(prod(value, 4))
