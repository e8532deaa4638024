package dev.rankine.tensor

import dev.rankine.ops.variance
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The variance, divided by `n - correction`, over all elements. */
@ShapeRule("s -> []")
@JvmName("varianceAll")
public fun <S : Shape> Tensor<S>.variance(correction: Int = 1): Tensor<Scalar> = Tensor(variance(value, correction = correction))

/** The variance, divided by `n - correction`, along [over]. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("variance1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.variance(over: A, correction: Int = 1): Tensor<Scalar> =
    Tensor(variance(value, listOf(0), correction = correction))

/** The variance, divided by `n - correction`, along [over]. `[A, B] -> [B]` */
@ShapeRule("[a, b] -> [b]")
@JvmName("variance2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.variance(over: A, correction: Int = 1): Tensor<Vec<B>> =
    Tensor(variance(value, listOf(0), correction = correction))

/** The variance, divided by `n - correction`, along [over]. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("variance2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.variance(over: B, correction: Int = 1): Tensor<Vec<A>> =
    Tensor(variance(value, listOf(1), correction = correction))

/** The variance, divided by `n - correction`, along [over]. `[A, B, C] -> [B, C]` */
@ShapeRule("[a, b, c] -> [b, c]")
@JvmName("variance3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.variance(over: A, correction: Int = 1): Tensor<Mat<B, C>> =
    Tensor(variance(value, listOf(0), correction = correction))

/** The variance, divided by `n - correction`, along [over]. `[A, B, C] -> [A, C]` */
@ShapeRule("[a, b, c] -> [a, c]")
@JvmName("variance3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.variance(over: B, correction: Int = 1): Tensor<Mat<A, C>> =
    Tensor(variance(value, listOf(1), correction = correction))

/** The variance, divided by `n - correction`, along [over]. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("variance3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.variance(over: C, correction: Int = 1): Tensor<Mat<A, B>> =
    Tensor(variance(value, listOf(2), correction = correction))

/** The variance, divided by `n - correction`, along [over]. `[A, B, C, D] -> [B, C, D]` */
@ShapeRule("[a, b, c, d] -> [b, c, d]")
@JvmName("variance4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.variance(
    over: A,
    correction: Int = 1,
): Tensor<Cube<B, C, D>> = Tensor(variance(value, listOf(0), correction = correction))

/** The variance, divided by `n - correction`, along [over]. `[A, B, C, D] -> [A, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, c, d]")
@JvmName("variance4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.variance(
    over: B,
    correction: Int = 1,
): Tensor<Cube<A, C, D>> = Tensor(variance(value, listOf(1), correction = correction))

/** The variance, divided by `n - correction`, along [over]. `[A, B, C, D] -> [A, B, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, d]")
@JvmName("variance4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.variance(
    over: C,
    correction: Int = 1,
): Tensor<Cube<A, B, D>> = Tensor(variance(value, listOf(2), correction = correction))

/** The variance, divided by `n - correction`, along [over]. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("variance4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.variance(
    over: D,
    correction: Int = 1,
): Tensor<Cube<A, B, C>> = Tensor(variance(value, listOf(3), correction = correction))

/** The variance, divided by `n - correction`, along [over]. `[A, B, C, D, E] -> [B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [b, c, d, e]")
@JvmName("variance5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.variance(
    over: A,
    correction: Int = 1,
): Tensor<Rank4<B, C, D, E>> = Tensor(variance(value, listOf(0), correction = correction))

/** The variance, divided by `n - correction`, along [over]. `[A, B, C, D, E] -> [A, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, c, d, e]")
@JvmName("variance5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.variance(
    over: B,
    correction: Int = 1,
): Tensor<Rank4<A, C, D, E>> = Tensor(variance(value, listOf(1), correction = correction))

/** The variance, divided by `n - correction`, along [over]. `[A, B, C, D, E] -> [A, B, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, d, e]")
@JvmName("variance5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.variance(
    over: C,
    correction: Int = 1,
): Tensor<Rank4<A, B, D, E>> = Tensor(variance(value, listOf(2), correction = correction))

/** The variance, divided by `n - correction`, along [over]. `[A, B, C, D, E] -> [A, B, C, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, e]")
@JvmName("variance5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.variance(
    over: D,
    correction: Int = 1,
): Tensor<Rank4<A, B, C, E>> = Tensor(variance(value, listOf(3), correction = correction))

/** The variance, divided by `n - correction`, along [over]. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("variance5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.variance(
    over: E,
    correction: Int = 1,
): Tensor<Rank4<A, B, C, D>> = Tensor(variance(value, listOf(4), correction = correction))
