package dev.rankine.tensor

import dev.rankine.ops.std
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.One
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A] -> [1]` */
@ShapeRule("[a] -> [1]")
@JvmName("stdKeep1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.stdKeep(over: A, correction: Int = 1): Tensor<Vec<One>> =
    Tensor(std(value, listOf(0), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B] -> [1, B]` */
@ShapeRule("[a, b] -> [1, b]")
@JvmName("stdKeep2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.stdKeep(over: A, correction: Int = 1): Tensor<Mat<One, B>> =
    Tensor(std(value, listOf(0), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B] -> [A, 1]` */
@ShapeRule("[a, b] -> [a, 1]")
@JvmName("stdKeep2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.stdKeep(over: B, correction: Int = 1): Tensor<Mat<A, One>> =
    Tensor(std(value, listOf(1), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C] -> [1, B, C]` */
@ShapeRule("[a, b, c] -> [1, b, c]")
@JvmName("stdKeep3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.stdKeep(over: A, correction: Int = 1): Tensor<Cube<One, B, C>> =
    Tensor(std(value, listOf(0), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C] -> [A, 1, C]` */
@ShapeRule("[a, b, c] -> [a, 1, c]")
@JvmName("stdKeep3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.stdKeep(over: B, correction: Int = 1): Tensor<Cube<A, One, C>> =
    Tensor(std(value, listOf(1), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C] -> [A, B, 1]` */
@ShapeRule("[a, b, c] -> [a, b, 1]")
@JvmName("stdKeep3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.stdKeep(over: C, correction: Int = 1): Tensor<Cube<A, B, One>> =
    Tensor(std(value, listOf(2), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D] -> [1, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [1, b, c, d]")
@JvmName("stdKeep4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.stdKeep(
    over: A,
    correction: Int = 1,
): Tensor<Rank4<One, B, C, D>> = Tensor(std(value, listOf(0), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, 1, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, 1, c, d]")
@JvmName("stdKeep4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.stdKeep(
    over: B,
    correction: Int = 1,
): Tensor<Rank4<A, One, C, D>> = Tensor(std(value, listOf(1), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, 1, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, 1, d]")
@JvmName("stdKeep4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.stdKeep(
    over: C,
    correction: Int = 1,
): Tensor<Rank4<A, B, One, D>> = Tensor(std(value, listOf(2), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D] -> [A, B, C, 1]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, 1]")
@JvmName("stdKeep4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.stdKeep(
    over: D,
    correction: Int = 1,
): Tensor<Rank4<A, B, C, One>> = Tensor(std(value, listOf(3), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [1, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [1, b, c, d, e]")
@JvmName("stdKeep5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.stdKeep(
    over: A,
    correction: Int = 1,
): Tensor<Rank5<One, B, C, D, E>> = Tensor(std(value, listOf(0), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, 1, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, 1, c, d, e]")
@JvmName("stdKeep5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.stdKeep(
    over: B,
    correction: Int = 1,
): Tensor<Rank5<A, One, C, D, E>> = Tensor(std(value, listOf(1), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, 1, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, 1, d, e]")
@JvmName("stdKeep5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.stdKeep(
    over: C,
    correction: Int = 1,
): Tensor<Rank5<A, B, One, D, E>> = Tensor(std(value, listOf(2), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, 1, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, 1, e]")
@JvmName("stdKeep5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.stdKeep(
    over: D,
    correction: Int = 1,
): Tensor<Rank5<A, B, C, One, E>> = Tensor(std(value, listOf(3), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along [over], whose axis stays with size 1. `[A, B, C, D, E] -> [A, B, C, D, 1]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, 1]")
@JvmName("stdKeep5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.stdKeep(
    over: E,
    correction: Int = 1,
): Tensor<Rank5<A, B, C, D, One>> = Tensor(std(value, listOf(4), correction = correction, keepDim = true))

/** The standard deviation, divided by `n - correction`, along the last axis. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("stdLast1")
public fun <A : Dim<*>> Tensor<Vec<A>>.stdLast(correction: Int = 1): Tensor<Scalar> = Tensor(std(value, listOf(0), correction = correction))

/** The standard deviation, divided by `n - correction`, along the last axis. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("stdLast2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.stdLast(correction: Int = 1): Tensor<Vec<A>> =
    Tensor(std(value, listOf(1), correction = correction))

/** The standard deviation, divided by `n - correction`, along the last axis. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("stdLast3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.stdLast(correction: Int = 1): Tensor<Mat<A, B>> =
    Tensor(std(value, listOf(2), correction = correction))

/** The standard deviation, divided by `n - correction`, along the last axis. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("stdLast4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.stdLast(correction: Int = 1): Tensor<Cube<A, B, C>> =
    Tensor(std(value, listOf(3), correction = correction))

/** The standard deviation, divided by `n - correction`, along the last axis. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("stdLast5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.stdLast(
    correction: Int = 1,
): Tensor<Rank4<A, B, C, D>> = Tensor(std(value, listOf(4), correction = correction))
