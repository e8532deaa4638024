package dev.rankine.tensor

import dev.rankine.ops.sum
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The sum over all elements. */
@ShapeRule("s -> []")
@JvmName("sumAll")
public fun <S : Shape> Tensor<S>.sum(): Tensor<Scalar> = Tensor(sum(value))

/** The sum along [over]. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("sum1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.sum(over: A): Tensor<Scalar> = Tensor(sum(value, listOf(0)))

/** The sum along [over]. `[A, B] -> [B]` */
@ShapeRule("[a, b] -> [b]")
@JvmName("sum2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.sum(over: A): Tensor<Vec<B>> = Tensor(sum(value, listOf(0)))

/** The sum along [over]. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("sum2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.sum(over: B): Tensor<Vec<A>> = Tensor(sum(value, listOf(1)))

/** The sum along [over]. `[A, B, C] -> [B, C]` */
@ShapeRule("[a, b, c] -> [b, c]")
@JvmName("sum3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.sum(over: A): Tensor<Mat<B, C>> = Tensor(sum(value, listOf(0)))

/** The sum along [over]. `[A, B, C] -> [A, C]` */
@ShapeRule("[a, b, c] -> [a, c]")
@JvmName("sum3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.sum(over: B): Tensor<Mat<A, C>> = Tensor(sum(value, listOf(1)))

/** The sum along [over]. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("sum3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.sum(over: C): Tensor<Mat<A, B>> = Tensor(sum(value, listOf(2)))

/** The sum along [over]. `[A, B, C, D] -> [B, C, D]` */
@ShapeRule("[a, b, c, d] -> [b, c, d]")
@JvmName("sum4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.sum(over: A): Tensor<Cube<B, C, D>> =
    Tensor(sum(value, listOf(0)))

/** The sum along [over]. `[A, B, C, D] -> [A, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, c, d]")
@JvmName("sum4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.sum(over: B): Tensor<Cube<A, C, D>> =
    Tensor(sum(value, listOf(1)))

/** The sum along [over]. `[A, B, C, D] -> [A, B, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, d]")
@JvmName("sum4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.sum(over: C): Tensor<Cube<A, B, D>> =
    Tensor(sum(value, listOf(2)))

/** The sum along [over]. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("sum4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.sum(over: D): Tensor<Cube<A, B, C>> =
    Tensor(sum(value, listOf(3)))

/** The sum along [over]. `[A, B, C, D, E] -> [B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [b, c, d, e]")
@JvmName("sum5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.sum(
    over: A,
): Tensor<Rank4<B, C, D, E>> = Tensor(sum(value, listOf(0)))

/** The sum along [over]. `[A, B, C, D, E] -> [A, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, c, d, e]")
@JvmName("sum5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.sum(
    over: B,
): Tensor<Rank4<A, C, D, E>> = Tensor(sum(value, listOf(1)))

/** The sum along [over]. `[A, B, C, D, E] -> [A, B, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, d, e]")
@JvmName("sum5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.sum(
    over: C,
): Tensor<Rank4<A, B, D, E>> = Tensor(sum(value, listOf(2)))

/** The sum along [over]. `[A, B, C, D, E] -> [A, B, C, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, e]")
@JvmName("sum5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.sum(
    over: D,
): Tensor<Rank4<A, B, C, E>> = Tensor(sum(value, listOf(3)))

/** The sum along [over]. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("sum5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.sum(
    over: E,
): Tensor<Rank4<A, B, C, D>> = Tensor(sum(value, listOf(4)))
