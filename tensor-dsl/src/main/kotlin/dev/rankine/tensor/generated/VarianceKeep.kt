package dev.rankine.tensor

import dev.rankine.ops.variance
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.One
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The variance, divided by `n - correction`, along [over], whose axis stays with size 1. `[A] -> [1]` */
@ShapeRule("[a] -> [1]")
@JvmName("varianceKeep1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.varianceKeep(over: A, correction: Int = 1): Tensor<Vec<One>> =
    Tensor(variance(value, listOf(0), correction = correction, keepDim = true))

/** The variance, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B] -> [1, B]` */
@ShapeRule("[a, b] -> [1, b]")
@JvmName("varianceKeep2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.varianceKeep(over: A, correction: Int = 1): Tensor<Mat<One, B>> =
    Tensor(variance(value, listOf(0), correction = correction, keepDim = true))

/** The variance, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B] -> [A, 1]` */
@ShapeRule("[a, b] -> [a, 1]")
@JvmName("varianceKeep2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.varianceKeep(over: B, correction: Int = 1): Tensor<Mat<A, One>> =
    Tensor(variance(value, listOf(1), correction = correction, keepDim = true))

/** The variance, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C] -> [1, B, C]` */
@ShapeRule("[a, b, c] -> [1, b, c]")
@JvmName("varianceKeep3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.varianceKeep(over: A, correction: Int = 1): Tensor<Cube<One, B, C>> =
    Tensor(variance(value, listOf(0), correction = correction, keepDim = true))

/** The variance, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C] -> [A, 1, C]` */
@ShapeRule("[a, b, c] -> [a, 1, c]")
@JvmName("varianceKeep3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.varianceKeep(over: B, correction: Int = 1): Tensor<Cube<A, One, C>> =
    Tensor(variance(value, listOf(1), correction = correction, keepDim = true))

/** The variance, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C] -> [A, B, 1]` */
@ShapeRule("[a, b, c] -> [a, b, 1]")
@JvmName("varianceKeep3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.varianceKeep(over: C, correction: Int = 1): Tensor<Cube<A, B, One>> =
    Tensor(variance(value, listOf(2), correction = correction, keepDim = true))

/** The variance, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D] -> [1, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [1, b, c, d]")
@JvmName("varianceKeep4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.varianceKeep(
    over: A,
    correction: Int = 1,
): Tensor<Rank4<One, B, C, D>> = Tensor(variance(value, listOf(0), correction = correction, keepDim = true))

/** The variance, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, 1, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, 1, c, d]")
@JvmName("varianceKeep4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.varianceKeep(
    over: B,
    correction: Int = 1,
): Tensor<Rank4<A, One, C, D>> = Tensor(variance(value, listOf(1), correction = correction, keepDim = true))

/** The variance, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, 1, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, 1, d]")
@JvmName("varianceKeep4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.varianceKeep(
    over: C,
    correction: Int = 1,
): Tensor<Rank4<A, B, One, D>> = Tensor(variance(value, listOf(2), correction = correction, keepDim = true))

/** The variance, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, C, 1]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, 1]")
@JvmName("varianceKeep4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.varianceKeep(
    over: D,
    correction: Int = 1,
): Tensor<Rank4<A, B, C, One>> = Tensor(variance(value, listOf(3), correction = correction, keepDim = true))

/** The variance, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [1, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [1, b, c, d, e]")
@JvmName("varianceKeep5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.varianceKeep(
    over: A,
    correction: Int = 1,
): Tensor<Rank5<One, B, C, D, E>> = Tensor(variance(value, listOf(0), correction = correction, keepDim = true))

/** The variance, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, 1, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, 1, c, d, e]")
@JvmName("varianceKeep5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.varianceKeep(
    over: B,
    correction: Int = 1,
): Tensor<Rank5<A, One, C, D, E>> = Tensor(variance(value, listOf(1), correction = correction, keepDim = true))

/** The variance, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, 1, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, 1, d, e]")
@JvmName("varianceKeep5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.varianceKeep(
    over: C,
    correction: Int = 1,
): Tensor<Rank5<A, B, One, D, E>> = Tensor(variance(value, listOf(2), correction = correction, keepDim = true))

/** The variance, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, 1, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, 1, e]")
@JvmName("varianceKeep5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.varianceKeep(
    over: D,
    correction: Int = 1,
): Tensor<Rank5<A, B, C, One, E>> = Tensor(variance(value, listOf(3), correction = correction, keepDim = true))

/** The variance, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, D, 1]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, 1]")
@JvmName("varianceKeep5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.varianceKeep(
    over: E,
    correction: Int = 1,
): Tensor<Rank5<A, B, C, D, One>> = Tensor(variance(value, listOf(4), correction = correction, keepDim = true))

/** The variance, divided by `n - correction`, along the last axis. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("varianceLast1")
public fun <A : Dim<*>> Tensor<Vec<A>>.varianceLast(correction: Int = 1): Tensor<Scalar> =
    Tensor(variance(value, listOf(0), correction = correction))

/** The variance, divided by `n - correction`, along the last axis. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("varianceLast2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.varianceLast(correction: Int = 1): Tensor<Vec<A>> =
    Tensor(variance(value, listOf(1), correction = correction))

/** The variance, divided by `n - correction`, along the last axis. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("varianceLast3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.varianceLast(correction: Int = 1): Tensor<Mat<A, B>> =
    Tensor(variance(value, listOf(2), correction = correction))

/** The variance, divided by `n - correction`, along the last axis. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("varianceLast4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.varianceLast(
    correction: Int = 1,
): Tensor<Cube<A, B, C>> = Tensor(variance(value, listOf(3), correction = correction))

/** The variance, divided by `n - correction`, along the last axis. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("varianceLast5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.varianceLast(
    correction: Int = 1,
): Tensor<Rank4<A, B, C, D>> = Tensor(variance(value, listOf(4), correction = correction))
