package dev.rankine.tensor

import dev.rankine.ops.std
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.One
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Vec

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A] -> [1]` */
@JvmName("stdKeep1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.stdKeep(over: A, correction: Int = 1): Tensor<Vec<One>> =
    Tensor(std(value, listOf(0), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B] -> [1, B]` */
@JvmName("stdKeep2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.stdKeep(over: A, correction: Int = 1): Tensor<Mat<One, B>> =
    Tensor(std(value, listOf(0), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B] -> [A, 1]` */
@JvmName("stdKeep2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.stdKeep(over: B, correction: Int = 1): Tensor<Mat<A, One>> =
    Tensor(std(value, listOf(1), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C] -> [1, B, C]` */
@JvmName("stdKeep3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.stdKeep(over: A, correction: Int = 1): Tensor<Cube<One, B, C>> =
    Tensor(std(value, listOf(0), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C] -> [A, 1, C]` */
@JvmName("stdKeep3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.stdKeep(over: B, correction: Int = 1): Tensor<Cube<A, One, C>> =
    Tensor(std(value, listOf(1), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C] -> [A, B, 1]` */
@JvmName("stdKeep3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.stdKeep(over: C, correction: Int = 1): Tensor<Cube<A, B, One>> =
    Tensor(std(value, listOf(2), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D] -> [1, B, C, D]` */
@JvmName("stdKeep4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.stdKeep(
    over: A,
    correction: Int = 1,
): Tensor<Rank4<One, B, C, D>> = Tensor(std(value, listOf(0), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, 1, C, D]` */
@JvmName("stdKeep4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.stdKeep(
    over: B,
    correction: Int = 1,
): Tensor<Rank4<A, One, C, D>> = Tensor(std(value, listOf(1), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, 1, D]` */
@JvmName("stdKeep4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.stdKeep(
    over: C,
    correction: Int = 1,
): Tensor<Rank4<A, B, One, D>> = Tensor(std(value, listOf(2), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, C, 1]` */
@JvmName("stdKeep4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.stdKeep(
    over: D,
    correction: Int = 1,
): Tensor<Rank4<A, B, C, One>> = Tensor(std(value, listOf(3), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [1, B, C, D, E]` */
@JvmName("stdKeep5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.stdKeep(
    over: A,
    correction: Int = 1,
): Tensor<Rank5<One, B, C, D, E>> = Tensor(std(value, listOf(0), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, 1, C, D, E]` */
@JvmName("stdKeep5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.stdKeep(
    over: B,
    correction: Int = 1,
): Tensor<Rank5<A, One, C, D, E>> = Tensor(std(value, listOf(1), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, 1, D, E]` */
@JvmName("stdKeep5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.stdKeep(
    over: C,
    correction: Int = 1,
): Tensor<Rank5<A, B, One, D, E>> = Tensor(std(value, listOf(2), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, 1, E]` */
@JvmName("stdKeep5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.stdKeep(
    over: D,
    correction: Int = 1,
): Tensor<Rank5<A, B, C, One, E>> = Tensor(std(value, listOf(3), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, D, 1]` */
@JvmName("stdKeep5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.stdKeep(
    over: E,
    correction: Int = 1,
): Tensor<Rank5<A, B, C, D, One>> = Tensor(std(value, listOf(4), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along the last axis. `[A] -> []` */
@JvmName("stdLast1")
public fun <A : Dim<*>> Tensor<Vec<A>>.stdLast(correction: Int = 1): Tensor<Scalar> = Tensor(std(value, listOf(0), correction = correction))

/** The standard deviation, divided by `n - correction`, along the last axis. `[A, B] -> [A]` */
@JvmName("stdLast2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.stdLast(correction: Int = 1): Tensor<Vec<A>> =
    Tensor(std(value, listOf(1), correction = correction))

/** The standard deviation, divided by `n - correction`, along the last axis. `[A, B, C] -> [A, B]` */
@JvmName("stdLast3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.stdLast(correction: Int = 1): Tensor<Mat<A, B>> =
    Tensor(std(value, listOf(2), correction = correction))

/** The standard deviation, divided by `n - correction`, along the last axis. `[A, B, C, D] -> [A, B, C]` */
@JvmName("stdLast4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.stdLast(correction: Int = 1): Tensor<Cube<A, B, C>> =
    Tensor(std(value, listOf(3), correction = correction))

/** The standard deviation, divided by `n - correction`, along the last axis. `[A, B, C, D, E] -> [A, B, C, D]` */
@JvmName("stdLast5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.stdLast(
    correction: Int = 1,
): Tensor<Rank4<A, B, C, D>> = Tensor(std(value, listOf(4), correction = correction))
