package dev.rankine.tensor

import dev.rankine.ops.std
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The standard deviation, divided by `n - correction`, over all elements. */
@ShapeRule("s -> []")
@JvmName("stdAll")
public fun <S : Shape> Tensor<S>.std(correction: Int = 1): Tensor<Scalar> = Tensor(std(value, correction = correction))

/** The standard deviation, divided by `n - correction`, along [over]. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("std1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.std(over: A, correction: Int = 1): Tensor<Scalar> =
    Tensor(std(value, listOf(0), correction = correction))

/** The standard deviation, divided by `n - correction`, along [over]. `[A, B] -> [B]` */
@ShapeRule("[a, b] -> [b]")
@JvmName("std2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.std(over: A, correction: Int = 1): Tensor<Vec<B>> =
    Tensor(std(value, listOf(0), correction = correction))

/** The standard deviation, divided by `n - correction`, along [over]. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("std2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.std(over: B, correction: Int = 1): Tensor<Vec<A>> =
    Tensor(std(value, listOf(1), correction = correction))

/** The standard deviation, divided by `n - correction`, along [over]. `[A, B, C] -> [B, C]` */
@ShapeRule("[a, b, c] -> [b, c]")
@JvmName("std3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.std(over: A, correction: Int = 1): Tensor<Mat<B, C>> =
    Tensor(std(value, listOf(0), correction = correction))

/** The standard deviation, divided by `n - correction`, along [over]. `[A, B, C] -> [A, C]` */
@ShapeRule("[a, b, c] -> [a, c]")
@JvmName("std3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.std(over: B, correction: Int = 1): Tensor<Mat<A, C>> =
    Tensor(std(value, listOf(1), correction = correction))

/** The standard deviation, divided by `n - correction`, along [over]. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("std3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.std(over: C, correction: Int = 1): Tensor<Mat<A, B>> =
    Tensor(std(value, listOf(2), correction = correction))

/** The standard deviation, divided by `n - correction`, along [over]. `[A, B, C, D] -> [B, C, D]` */
@ShapeRule("[a, b, c, d] -> [b, c, d]")
@JvmName("std4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.std(
    over: A,
    correction: Int = 1,
): Tensor<Cube<B, C, D>> = Tensor(std(value, listOf(0), correction = correction))

/** The standard deviation, divided by `n - correction`, along [over]. `[A, B, C, D] -> [A, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, c, d]")
@JvmName("std4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.std(
    over: B,
    correction: Int = 1,
): Tensor<Cube<A, C, D>> = Tensor(std(value, listOf(1), correction = correction))

/** The standard deviation, divided by `n - correction`, along [over]. `[A, B, C, D] -> [A, B, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, d]")
@JvmName("std4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.std(
    over: C,
    correction: Int = 1,
): Tensor<Cube<A, B, D>> = Tensor(std(value, listOf(2), correction = correction))

/** The standard deviation, divided by `n - correction`, along [over]. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("std4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.std(
    over: D,
    correction: Int = 1,
): Tensor<Cube<A, B, C>> = Tensor(std(value, listOf(3), correction = correction))

/** The standard deviation, divided by `n - correction`, along [over]. `[A, B, C, D, E] -> [B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [b, c, d, e]")
@JvmName("std5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.std(
    over: A,
    correction: Int = 1,
): Tensor<Rank4<B, C, D, E>> = Tensor(std(value, listOf(0), correction = correction))

/** The standard deviation, divided by `n - correction`, along [over]. `[A, B, C, D, E] -> [A, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, c, d, e]")
@JvmName("std5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.std(
    over: B,
    correction: Int = 1,
): Tensor<Rank4<A, C, D, E>> = Tensor(std(value, listOf(1), correction = correction))

/** The standard deviation, divided by `n - correction`, along [over]. `[A, B, C, D, E] -> [A, B, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, d, e]")
@JvmName("std5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.std(
    over: C,
    correction: Int = 1,
): Tensor<Rank4<A, B, D, E>> = Tensor(std(value, listOf(2), correction = correction))

/** The standard deviation, divided by `n - correction`, along [over]. `[A, B, C, D, E] -> [A, B, C, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, e]")
@JvmName("std5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.std(
    over: D,
    correction: Int = 1,
): Tensor<Rank4<A, B, C, E>> = Tensor(std(value, listOf(3), correction = correction))

/** The standard deviation, divided by `n - correction`, along [over]. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("std5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.std(
    over: E,
    correction: Int = 1,
): Tensor<Rank4<A, B, C, D>> = Tensor(std(value, listOf(4), correction = correction))
