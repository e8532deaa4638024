package dev.rankine.tensor

import dev.rankine.ops.countNonzero
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The number (int64) of elements that are not zero over all elements. */
@ShapeRule("s -> []")
@JvmName("countNonzeroAll")
public fun <S : Shape> Tensor<S>.countNonzero(): Tensor<Scalar> = Tensor(countNonzero(value))

/** The number (int64) of elements that are not zero along [over]. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("countNonzero1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.countNonzero(over: A): Tensor<Scalar> = Tensor(countNonzero(value, listOf(0)))

/** The number (int64) of elements that are not zero along [over]. `[A, B] -> [B]` */
@ShapeRule("[a, b] -> [b]")
@JvmName("countNonzero2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.countNonzero(over: A): Tensor<Vec<B>> = Tensor(countNonzero(value, listOf(0)))

/** The number (int64) of elements that are not zero along [over]. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("countNonzero2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.countNonzero(over: B): Tensor<Vec<A>> = Tensor(countNonzero(value, listOf(1)))

/** The number (int64) of elements that are not zero along [over]. `[A, B, C] -> [B, C]` */
@ShapeRule("[a, b, c] -> [b, c]")
@JvmName("countNonzero3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.countNonzero(over: A): Tensor<Mat<B, C>> =
    Tensor(countNonzero(value, listOf(0)))

/** The number (int64) of elements that are not zero along [over]. `[A, B, C] -> [A, C]` */
@ShapeRule("[a, b, c] -> [a, c]")
@JvmName("countNonzero3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.countNonzero(over: B): Tensor<Mat<A, C>> =
    Tensor(countNonzero(value, listOf(1)))

/** The number (int64) of elements that are not zero along [over]. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("countNonzero3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.countNonzero(over: C): Tensor<Mat<A, B>> =
    Tensor(countNonzero(value, listOf(2)))

/** The number (int64) of elements that are not zero along [over]. `[A, B, C, D] -> [B, C, D]` */
@ShapeRule("[a, b, c, d] -> [b, c, d]")
@JvmName("countNonzero4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.countNonzero(over: A): Tensor<Cube<B, C, D>> =
    Tensor(countNonzero(value, listOf(0)))

/** The number (int64) of elements that are not zero along [over]. `[A, B, C, D] -> [A, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, c, d]")
@JvmName("countNonzero4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.countNonzero(over: B): Tensor<Cube<A, C, D>> =
    Tensor(countNonzero(value, listOf(1)))

/** The number (int64) of elements that are not zero along [over]. `[A, B, C, D] -> [A, B, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, d]")
@JvmName("countNonzero4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.countNonzero(over: C): Tensor<Cube<A, B, D>> =
    Tensor(countNonzero(value, listOf(2)))

/** The number (int64) of elements that are not zero along [over]. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("countNonzero4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.countNonzero(over: D): Tensor<Cube<A, B, C>> =
    Tensor(countNonzero(value, listOf(3)))

/** The number (int64) of elements that are not zero along [over]. `[A, B, C, D, E] -> [B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [b, c, d, e]")
@JvmName("countNonzero5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.countNonzero(
    over: A,
): Tensor<Rank4<B, C, D, E>> = Tensor(countNonzero(value, listOf(0)))

/** The number (int64) of elements that are not zero along [over]. `[A, B, C, D, E] -> [A, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, c, d, e]")
@JvmName("countNonzero5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.countNonzero(
    over: B,
): Tensor<Rank4<A, C, D, E>> = Tensor(countNonzero(value, listOf(1)))

/** The number (int64) of elements that are not zero along [over]. `[A, B, C, D, E] -> [A, B, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, d, e]")
@JvmName("countNonzero5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.countNonzero(
    over: C,
): Tensor<Rank4<A, B, D, E>> = Tensor(countNonzero(value, listOf(2)))

/** The number (int64) of elements that are not zero along [over]. `[A, B, C, D, E] -> [A, B, C, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, e]")
@JvmName("countNonzero5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.countNonzero(
    over: D,
): Tensor<Rank4<A, B, C, E>> = Tensor(countNonzero(value, listOf(3)))

/** The number (int64) of elements that are not zero along [over]. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("countNonzero5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.countNonzero(
    over: E,
): Tensor<Rank4<A, B, C, D>> = Tensor(countNonzero(value, listOf(4)))
